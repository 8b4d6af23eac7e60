package loa.feed;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
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

    /** Smaller than gzip at less time; more costs more than it saves. */
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
}
