package loa.article;

import java.net.URI;
import java.util.Locale;

/** What makes two sightings of an article the same article. */
public final class Identity {

    private Identity() {}

    /**
     * What the source at {@code root} knows the article at {@code link} by. On the source's own site the host, the scheme
     * and tracking parameters do not count, so that a portal may move to another host or to https.
     */
    public static String key(URI root, URI link) {
        URI canonical = WebLink.canonical(link);
        String path = canonical.getRawPath().replaceFirst("^/+", "/")
                + (canonical.getRawQuery() == null ? "" : "?" + canonical.getRawQuery());
        return host(root).equals(host(canonical)) ? path : "//" + canonical.getRawAuthority() + path;
    }

    private static String host(URI address) {
        String host = address.getRawAuthority().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }
}
