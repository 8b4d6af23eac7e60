package loa.article;

import java.net.IDN;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/** Absolute http and https addresses as they may be published: percent-encoded, the host in ASCII, no user info. */
public final class WebLink {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}]+");
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";
    private static final Pattern ESCAPE = Pattern.compile("%\\p{XDigit}{2}");

    /** Query parameters that say where a visitor came from, not what the page is. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "zanpid", "zarsrc", "igshid", "mc_cid",
            "mc_eid", "_ga", "_gl");

    private static final String TRACKING_PREFIX = "utm_";

    private WebLink() {}

    /** The address that {@code href} means on a page at {@code base}, or empty if it is no http or https address. */
    public static Optional<URI> resolve(String base, String href) {
        try {
            String reference = BREAKS.matcher(href.strip()).replaceAll("");
            String absolute =
                    new Element(Tag.valueOf("a"), base).attr("href", reference).absUrl("href");
            return of(new URL(absolute));
        } catch (MalformedURLException | URISyntaxException | IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The same address without fragment and tracking parameters: what is left names the article. */
    public static URI canonical(URI address) {
        String query = address.getRawQuery();
        String kept = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> !isTracking(parameter))
                        .collect(Collectors.joining("&"));
        return URI.create(address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath()
                + (kept.isEmpty() ? "" : "?" + kept));
    }

    private static Optional<URI> of(URL url) throws URISyntaxException {
        String scheme = url.getProtocol().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || url.getHost().isEmpty() || url.getUserInfo() != null) {
            return Optional.empty();
        }
        String path = url.getPath().isEmpty() ? "/" : url.getPath();
        String port = url.getPort() == -1 || url.getPort() == url.getDefaultPort() ? "" : ":" + url.getPort();
        return Optional.of(new URI(scheme + "://" + asciiHost(url.getHost()) + port + encode(path, "")
                + (url.getQuery() == null ? "" : "?" + encode(url.getQuery(), "?"))
                + (url.getRef() == null ? "" : "#" + encode(url.getRef(), "?"))));
    }

    private static String asciiHost(String host) {
        return host.startsWith("[")
                ? host
                : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    }

    private static String encode(String part, String alsoPlain) {
        StringBuilder encoded = new StringBuilder(part.length() + 16);
        for (int i = 0; i < part.length(); ) {
            int codePoint = part.codePointAt(i);
            if (codePoint == '%'
                    && ESCAPE.matcher(part).region(i, part.length()).lookingAt()) {
                encoded.append(part, i, i + 3);
                i += 3;
                continue;
            }
            if (PLAIN.indexOf(codePoint) >= 0 || alsoPlain.indexOf(codePoint) >= 0) {
                encoded.appendCodePoint(codePoint);
            } else {
                for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(String.format(Locale.ROOT, "%02X", octet));
                }
            }
            i += Character.charCount(codePoint);
        }
        return encoded.toString();
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith(TRACKING_PREFIX) || TRACKING.contains(name);
    }
}
