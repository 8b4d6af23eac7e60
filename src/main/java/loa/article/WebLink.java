package loa.article;

import java.net.IDN;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Absolute http and https addresses as they may be published: percent-encoded, the host in ASCII, no user info. */
public final class WebLink {

    /** As long as RFC 9110, section 4.1, asks everybody to support. */
    private static final int LONGEST = 8000;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern WEB = Pattern.compile("(?i)https?://");
    private static final Pattern QUERY = Pattern.compile("[?#]");
    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";
    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();
    private static final Pattern ESCAPE = Pattern.compile("%\\p{XDigit}{2}");

    /** Query parameters that say where a visitor came from, not what the page is. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "zanpid", "zarsrc", "igshid", "mc_cid",
            "mc_eid", "_ga", "_gl");

    private static final String TRACKING_PREFIX = "utm_";

    /** Parts the page from what stands on it in an address of Liferay. */
    private static final String LIFERAY = "/-/";

    private WebLink() {}

    /** The address that {@code href} means on a page at {@code base}, or empty if it is no http or https address. */
    public static Optional<URI> resolve(String base, String href) {
        String reference = CONTROLS.matcher(href).replaceAll("").strip();
        if (reference.isEmpty() || reference.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return of(absolute(base, withSlashes(reference)));
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
                        .filter(parameter -> !isTracking(parameter) && !isWayBack(parameter, address.getRawPath()))
                        .collect(Collectors.joining("&"));
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return URI.create(
                address.getScheme() + "://" + address.getRawAuthority() + path + (kept.isEmpty() ? "" : "?" + kept));
    }

    /** Browsers take a backslash before the query for a slash, and portals on Windows count on it. */
    private static String withSlashes(String reference) {
        Matcher query = QUERY.matcher(reference);
        int end = query.find() ? query.start() : reference.length();
        return reference.substring(0, end).replace('\\', '/') + reference.substring(end);
    }

    private static URL absolute(String base, String reference) throws MalformedURLException {
        if (WEB.matcher(reference).lookingAt()) {
            return new URL(reference);
        }
        URL page = new URL(base);
        return new URL(page, reference.startsWith("?") ? page.getPath() + reference : reference);
    }

    private static Optional<URI> of(URL url) throws URISyntaxException {
        String scheme = url.getProtocol().toLowerCase(Locale.ROOT);
        String host = asciiHost(url.getHost());
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || !HOST.matcher(host).matches() || url.getUserInfo() != null || url.getPort() > 65_535) {
            return Optional.empty();
        }
        String port = url.getPort() == -1 || url.getPort() == url.getDefaultPort() ? "" : ":" + url.getPort();
        return Optional.of(new URI(scheme + "://" + host + port + encode(withoutDots(url.getPath()), "")
                + (url.getQuery() == null ? "" : "?" + encode(url.getQuery(), "?"))
                + (url.getRef() == null ? "" : "#" + encode(url.getRef(), "?"))));
    }

    /** The path as RFC 3986, section 5.2.4, shortens it. */
    private static String withoutDots(String path) {
        if (path.startsWith("/") && !path.contains("/.")) {
            return path;
        }
        List<String> segments = List.of(path.split("/", -1));
        List<String> kept = new ArrayList<>();
        for (String segment : segments.subList(1, segments.size())) {
            if (segment.equals("..") && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            } else if (!segment.equals(".") && !segment.equals("..")) {
                kept.add(segment);
            }
        }
        boolean endsInDots = path.endsWith("/.") || path.endsWith("/..");
        return "/" + String.join("/", kept) + (endsInDots && !kept.isEmpty() ? "/" : "");
    }

    private static String asciiHost(String host) {
        String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        return ascii.toLowerCase(Locale.ROOT);
    }

    private static String encode(String part, String alsoPlain) {
        int plain = 0;
        while (plain < part.length() && isPlain(part.charAt(plain), alsoPlain)) {
            plain++;
        }
        return plain == part.length() ? part : part.substring(0, plain) + encoded(part.substring(plain), alsoPlain);
    }

    private static String encoded(String part, String alsoPlain) {
        StringBuilder encoded = new StringBuilder(part.length() + 16);
        for (int i = 0; i < part.length(); ) {
            int codePoint = part.codePointAt(i);
            if (codePoint == '%'
                    && ESCAPE.matcher(part).region(i, part.length()).lookingAt()) {
                encoded.append(part.substring(i, i + 3).toUpperCase(Locale.ROOT));
                i += 3;
                continue;
            }
            if (isPlain(codePoint, alsoPlain)) {
                encoded.appendCodePoint(codePoint);
            } else {
                for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HEXADECIMAL.toHexDigits(octet));
                }
            }
            i += Character.charCount(codePoint);
        }
        return encoded.toString();
    }

    private static boolean isPlain(int codePoint, String alsoPlain) {
        return PLAIN.indexOf(codePoint) >= 0 || alsoPlain.indexOf(codePoint) >= 0;
    }

    /** Liferay's addresses say to which page a link leads back. */
    private static boolean isWayBack(String parameter, String path) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return path.contains(LIFERAY) && (name.equals("redirect") || name.endsWith("_redirect"));
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith(TRACKING_PREFIX) || TRACKING.contains(name);
    }
}
