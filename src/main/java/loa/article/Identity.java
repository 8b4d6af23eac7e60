package loa.article;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a source knows its articles by. On its own site the host, the scheme, tracking parameters and spellings that mean the
 * same page do not count, so that a portal may move to another host or to https.
 *
 * @param root the site's address
 * @param wasAt addresses that the site had before: their hosts are its own too
 */
public record Identity(URI root, List<URI> wasAt) {

    /** Counts up when {@link #key} makes other keys than before: those that are kept are then made anew. */
    private static final int RULES = 2;

    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/;]*");
    private static final Pattern INDEX_PAGE = Pattern.compile("(?i)/(?:index|default)\\.(?:html?|php|aspx?|jsp)$");
    private static final Pattern LAST_SLASHES = Pattern.compile("(?<=.)/+$");
    private static final Pattern ESCAPES = Pattern.compile("(?:%\\p{XDigit}{2})+");
    private static final String RESERVED = "%/?#&=+;:@ !$'()*,[]\"<>\\^`{|}";

    public Identity {
        wasAt = List.copyOf(wasAt);
    }

    /** What a source at {@code root}, which was never anywhere else, knows the article at {@code link} by. */
    public static String key(URI root, URI link) {
        return new Identity(root, List.of()).key(link);
    }

    /** What the source knows the article at {@code link} by. */
    public String key(URI link) {
        URI canonical = WebLink.canonical(link);
        String key = path(canonical.getRawPath()) + query(canonical.getRawQuery());
        return isOwn(canonical) ? key : "//" + canonical.getRawAuthority() + key;
    }

    /** The key that would be given today to what was given this one. */
    public String renewed(String key) {
        return key.startsWith("/")
                ? WebLink.resolve(root.toString(), key).map(this::key).orElse(key)
                : key;
    }

    /** Where on the site as it is now an address is found that it had where it was before; any other is as it is. */
    public URI now(URI link) {
        boolean isFormer = !host(root).equals(host(link)) && isOwn(link);
        return isFormer
                ? root.resolve(link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()))
                : link;
    }

    /** Changes when keys that are kept have to be made anew. */
    public String fingerprint() {
        return Hash.of(
                RULES, host(root), wasAt.stream().map(Identity::host).sorted().toList());
    }

    private boolean isOwn(URI address) {
        return Stream.concat(Stream.of(root), wasAt.stream())
                .anyMatch(own -> host(own).equals(host(address)));
    }

    private static String path(String raw) {
        String path = SESSION.matcher(raw).replaceAll("").replaceFirst("^/+", "/");
        return spelled(
                LAST_SLASHES.matcher(INDEX_PAGE.matcher(path).replaceFirst("/")).replaceFirst(""));
    }

    private static String query(String raw) {
        return raw == null
                ? ""
                : "?"
                        + Arrays.stream(raw.split("&"))
                                .map(Identity::spelled)
                                .sorted()
                                .collect(Collectors.joining("&"));
    }

    /** One spelling for all that mean the same: characters in NFC, escaped only where they would mean something else. */
    private static String spelled(String part) {
        return Normalizer.normalize(ESCAPES.matcher(part).replaceAll(Identity::unescaped), Normalizer.Form.NFC);
    }

    private static String unescaped(MatchResult escapes) {
        byte[] bytes = HexFormat.of().parseHex(escapes.group().replace("%", ""));
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Matcher.quoteReplacement(
                    text.codePoints().mapToObj(Identity::escapedIfReserved).collect(Collectors.joining()));
        } catch (CharacterCodingException otherCharset) {
            return escapes.group().toUpperCase(Locale.ROOT);
        }
    }

    private static String escapedIfReserved(int codePoint) {
        return codePoint < ' ' || codePoint == 0x7F || RESERVED.indexOf(codePoint) >= 0
                ? String.format(Locale.ROOT, "%%%02X", codePoint)
                : Character.toString(codePoint);
    }

    private static String host(URI address) {
        String host = address.getRawAuthority().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }
}
