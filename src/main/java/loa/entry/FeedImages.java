package loa.entry;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.WebLink;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The pictures that an entry names beside its text: media, enclosures, thumbnails, whatever type they claim to have. */
final class FeedImages {

    private static final Pattern FILE = Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|avif|bmp)(?:\\?.*)?$");
    private static final Pattern OTHER_MEDIA = Pattern.compile("(?i)(?:audio|video|application)/(?!octet-stream).*");

    /** Elements whose address is a picture's if anything says so, the likeliest first. */
    private static final List<String> NAMED = List.of("content", "enclosure", "image", "thumbnail");

    private static final Set<String> PICTURES = Set.of("image", "thumbnail");

    private FeedImages() {}

    /** In the order in which they are likely to stand for the article. */
    static List<URI> of(Element item, URI base) {
        Set<URI> images = new LinkedHashSet<>();
        for (String name : NAMED) {
            elements(item)
                    .filter(element -> element.getName().equals(name))
                    .map(FeedImages::address)
                    .filter(address -> !address.isEmpty())
                    .flatMap(address -> WebLink.resolve(base.toString(), address).stream())
                    .forEach(images::add);
        }
        return List.copyOf(images);
    }

    private static Stream<Element> elements(Element item) {
        return item.getChildren().stream()
                .flatMap(child -> child.getName().equals("group") ? child.getChildren().stream() : Stream.of(child));
    }

    /** Its address, empty if it shows no picture. */
    private static String address(Element element) {
        String address = Stream.of("url", "href")
                .flatMap(name -> Stream.ofNullable(element.getAttributeValue(name)))
                .findFirst()
                .orElseGet(() -> PICTURES.contains(element.getName()) ? text(element) : "");
        return isPicture(element, address) ? address : "";
    }

    private static String text(Element element) {
        @Nullable
        Element url = element.getChildren().stream()
                .filter(child -> child.getName().equals("url"))
                .findFirst()
                .orElse(null);
        return (url == null ? element : url).getText().strip();
    }

    private static boolean isPicture(Element element, String address) {
        String type = element.getAttributeValue("type", "");
        boolean says = "image".equals(element.getAttributeValue("medium"))
                || type.startsWith("image/")
                || PICTURES.contains(element.getName());
        return says
                || (FILE.matcher(address).find() && !OTHER_MEDIA.matcher(type).matches());
    }
}
