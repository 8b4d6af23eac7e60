package loa.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes a page: its byte order mark names the charset, else the header, else the page itself, unless it plainly is UTF-8; else it is UTF-8. */
public final class PageText {

    /** Within how many bytes a page that names its charset does so. */
    private static final int DECLARED_WITHIN = 8192;

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern DECLARATION = Pattern.compile(
            "(?i)<(?:meta\\s[^<>]{0,500}?charset|\\?xml\\s[^<>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{1,40})");

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Set<Charset> LATIN = Set.of(StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII);
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private PageText() {}

    /** The text of at most the first {@code length} bytes; what is malformed is U+FFFD in it. */
    public static String decode(byte[] body, int length, @Nullable String header) {
        int end = Math.min(body.length, length);
        Charset charset = marked(body)
                .or(() -> supported(header))
                .or(() -> declared(body).filter(named -> named.equals(StandardCharsets.UTF_8) || !isUtf8(body, end)))
                .orElse(StandardCharsets.UTF_8);
        String text = new String(body, 0, end, charset);
        return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
    }

    /** Whether its letters are UTF-8 throughout, which no other charset's are by chance: pages outlive their declarations. */
    private static boolean isUtf8(byte[] body, int length) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body, 0, length))
                    .toString();
            return text.length() < length; // of ASCII alone are charsets, too, that switch within it
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    private static Optional<Charset> marked(byte[] body) {
        return switch (start(body, 2)) {
            case "\u00FE\u00FF" -> Optional.of(StandardCharsets.UTF_16BE);
            case "\u00FF\u00FE" -> Optional.of(StandardCharsets.UTF_16LE);
            default ->
                start(body, 3).equals("\u00EF\u00BB\u00BF") ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
        };
    }

    /** What the page says of itself; as its letters were read to find that, it is no UTF-16. */
    private static Optional<Charset> declared(byte[] body) {
        Matcher found = DECLARATION.matcher(
                COMMENT.matcher(start(body, DECLARED_WITHIN)).replaceAll(""));
        return found.find()
                ? supported(found.group(1)).filter(charset -> !charset.name().startsWith("UTF-16"))
                : Optional.empty();
    }

    /** The charset of this name; browsers take Latin 1 and ASCII for what Windows makes of them, and so do writers. */
    private static Optional<Charset> supported(@Nullable String name) {
        try {
            return Optional.ofNullable(name)
                    .filter(Charset::isSupported)
                    .map(Charset::forName)
                    .map(charset -> LATIN.contains(charset) ? WINDOWS_1252 : charset);
        } catch (IllegalCharsetNameException noName) {
            return Optional.empty();
        }
    }

    private static String start(byte[] body, int length) {
        return new String(body, 0, Math.min(body.length, length), StandardCharsets.ISO_8859_1);
    }
}
