package loa.feed;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** The content codings in which documents are kept; what is preferred comes last. */
public enum Encoding {
    IDENTITY("identity") {
        @Override
        byte[] encode(byte[] plain) {
            return plain;
        }
    },
    GZIP("gzip") {
        @Override
        byte[] encode(byte[] plain) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 3 + 64);
            try (GZIPOutputStream gzip = new LevelledGzip(packed)) {
                gzip.write(plain);
            }
            return packed.toByteArray();
        }
    },
    BROTLI("br") {
        @Override
        byte[] encode(byte[] plain) throws IOException {
            return Encoder.compress(plain, new Encoder.Parameters().setQuality(BROTLI_QUALITY));
        }

        /** Its code is native, and not there for every machine. */
        @Override
        public boolean isAvailable() {
            return Brotli4jLoader.isAvailable();
        }
    };

    /** A quarter of the time that the usual level takes, for a twelfth more bytes; whoever wants fewer asks for brotli. */
    private static final int GZIP_LEVEL = 4;

    /** Smaller than gzip ever is; more costs more than it saves. */
    private static final int BROTLI_QUALITY = 5;

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    abstract byte[] encode(byte[] plain) throws IOException;

    /** Its name in Accept-Encoding and Content-Encoding. */
    public String token() {
        return token;
    }

    /** Whether this machine can make it. */
    public boolean isAvailable() {
        return true;
    }

    private static final class LevelledGzip extends GZIPOutputStream {

        LevelledGzip(OutputStream packed) throws IOException {
            super(packed);
            def.setLevel(GZIP_LEVEL);
        }
    }
}
