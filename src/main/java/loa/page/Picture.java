package loa.page;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.WebLink;
import org.jsoup.nodes.Element;

/** Where a picture really is on a page that loads its pictures late or in several sizes. */
final class Picture {

    /** Where pages keep addresses for their scripts, before {@code src}, which then shows a blank. */
    private static final List<String> LATE = List.of(
            "data-src",
            "data-original",
            "data-lazy-src",
            "data-lazy",
            "data-original-src",
            "data-orig-file",
            "data-full-src",
            "data-image",
            "data-url",
            "data-lazyload",
            "data-echo",
            "data-img-src");

    private static final List<String> SETS = List.of("srcset", "data-srcset", "data-lazy-srcset");

    /** An address and how wide or dense the picture there is. */
    private static final Pattern SIZED = Pattern.compile("(\\S+?)(?:\\s+(\\d+(?:\\.\\d+)?)[wx])?\\s*(?:,\\s+|,?$)");

    /** A picture that only keeps the place of the true one. */
    private static final Pattern BLANK = Pattern.compile(
            "(?i)[/_.-](?:blank|spacer|placeholder|lazy(?:load)?|loading|transparent|pixel|grey|gray|1x1)[^/]*$");

    private static final int MOST_SIZES = 50;

    private Picture() {}

    /** The address of the picture that the element shows. */
    static Optional<URI> address(Element image) {
        return late(image)
                .or(() -> source(image)
                        .filter(address -> !BLANK.matcher(address.getPath()).find()))
                .or(() -> sized(image));
    }

    private static Optional<URI> late(Element image) {
        return LATE.stream()
                .filter(image::hasAttr)
                .flatMap(attribute -> resolve(image, image.attr(attribute)).stream())
                .findFirst();
    }

    private static Optional<URI> source(Element image) {
        return resolve(image, image.attr("src"));
    }

    private static Optional<URI> sized(Element image) {
        Element parent = image.parent();
        Stream<Element> sources = parent != null && parent.nameIs("picture")
                ? Stream.concat(Stream.of(image), parent.children().stream())
                : Stream.of(image);
        return sources.flatMap(source -> SETS.stream().map(source::attr))
                .filter(set -> !set.isBlank())
                .flatMap(set -> widest(set).flatMap(address -> resolve(image, address)).stream())
                .findFirst();
    }

    private static Optional<String> widest(String set) {
        return SIZED.matcher(set)
                .results()
                .limit(MOST_SIZES)
                .max(Comparator.comparingDouble(size -> size.group(2) == null ? 0 : Double.parseDouble(size.group(2))))
                .map(size -> size.group(1));
    }

    private static Optional<URI> resolve(Element image, String address) {
        return address.isBlank() ? Optional.empty() : WebLink.resolve(image.baseUri(), address);
    }

    /** Puts the pictures that a page shows where no script runs in the place of those that scripts would load. */
    static void takeFromNoscript(Element content) {
        for (Element noscript : content.select("noscript")) {
            Element image = noscript.selectFirst("img");
            if (image == null) {
                continue;
            }
            Element before = noscript.previousElementSibling();
            if (before != null && before.nameIs("img") && address(before).isEmpty()) {
                before.remove();
            }
            if (before == null || !before.nameIs("img") || address(before).isEmpty()) {
                noscript.replaceWith(image);
            }
        }
    }
}
