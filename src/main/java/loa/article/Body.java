package loa.article;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * The body of an article that is safe to publish, made by {@link Sanitizer}.
 *
 * @param html a fragment with absolute http and https addresses only
 * @param text what a reader sees of it, on one line
 */
public record Body(String html, String text) {

    /** One that was made before, of its HTML. */
    public static Body of(String html) {
        return new Body(html, Text.line(Jsoup.parseBodyFragment(html).text()));
    }

    /** The pages, files and pictures to which it refers. */
    public Set<URI> references() {
        return Jsoup.parseBodyFragment(html).select("[href], [src]").stream()
                .map(element -> element.attr(element.hasAttr("href") ? "href" : "src"))
                .flatMap(address -> WebLink.resolve(address, address).stream())
                .map(WebLink::canonical)
                .collect(Collectors.toSet());
    }
}
