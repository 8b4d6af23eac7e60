package loa.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A short fingerprint of some content, the same on every machine. */
public final class Hash {

    /** How many a hash has: of SHA-256 the first. */
    public static final int DIGITS = 32;

    private static final int BYTES = DIGITS / 2;
    private static final int UNUSED_BITS = 16;

    private Hash() {}

    /** 32 hexadecimal digits that depend on each part, its place, and whether it is there. */
    public static String of(@Nullable Object... parts) {
        return shortened(digest(parts));
    }

    /** A number from 0 to 2⁴⁸ that depends on each part, its place, and whether it is there. */
    public static long number(@Nullable Object... parts) {
        return ByteBuffer.wrap(digest(parts).digest()).getLong() >>> UNUSED_BITS;
    }

    /** 32 hexadecimal digits that depend on each byte. */
    public static String of(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(content);
        return shortened(digest);
    }

    private static MessageDigest digest(@Nullable Object... parts) {
        MessageDigest digest = sha256();
        for (Object part : parts) {
            byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((part == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return digest;
    }

    private static String shortened(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
