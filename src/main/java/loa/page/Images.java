package loa.page;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Text;
import org.jsoup.nodes.Element;

/** Pictures on a page: where they really are, which are none, and which alternative texts say nothing. */
public final class Images {

    private static final Set<String> PLACEHOLDER_ALTS = Set.of(
            "responsive image",
            "image",
            "img",
            "photo",
            "picture",
            "null",
            "undefined",
            "ảnh",
            "hình ảnh",
            "hình",
            "no image");

    private static final Pattern FILE_NAME = Pattern.compile("(?i)[\\w\\s().-]+\\.(?:jpe?g|png|gif|webp|bmp)");
    /** The side of an icon, in pixels, at most. */
    private static final int ICON = 64;

    private static final Pattern PIXELS = Pattern.compile("(\\d{1,5})(?:px)?");
    private static final Pattern TINY = Pattern.compile("(?i)(?:width|height)\\s*:\\s*[01](?:px)?\\s*(?:;|$)");

    private static final Pattern SIGN = Pattern.compile(
            "(?i)(?:^|[/_.-])(?:logo\\w*|favicon|no-?(?:image|photo|img)|default|placeholder|avatar|blank|banner)[^/]*$");

    /** The sign of a kind of document before a link to one. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?i)(?:^|[/_.-])(?:ic|icon)?[_-]?(?:pdf|docx?|word|xlsx?|excel|pptx?|zip|rar)(?:[_-]?(?:ic|icon|small|\\d+))?\\.(?:gif|png|svg)$");

    private Images() {}

    /** The address of the picture that the element shows, unless it is a counter or a blank. */
    static Optional<URI> address(Element image) {
        return isPixel(image) ? Optional.empty() : Picture.address(image);
    }

    /** The address of the first picture below the element that is large enough to stand for the article. */
    public static Optional<URI> lead(Element content) {
        return large(content).findFirst();
    }

    /** The addresses of all pictures below the element that are large enough for that. */
    public static Stream<URI> large(Element content) {
        return content.select("img").stream()
                .filter(image -> !isIcon(image))
                .flatMap(image -> address(image).stream())
                .filter(address -> !DOCUMENT.matcher(address.getPath()).find());
    }

    /** Whether the file's name says that this is the site's own sign, or stands where there is no picture. */
    public static boolean isNoArticlesPicture(String address) {
        return SIGN.matcher(address).find();
    }

    /** Gives each picture below the element its true address, and drops counters, blanks and empty descriptions. */
    public static void settle(Element content) {
        Picture.takeFromNoscript(content);
        for (Element image : content.select("img")) {
            address(image)
                    .filter(address -> !DOCUMENT.matcher(address.getPath()).find())
                    .ifPresentOrElse(address -> image.attr("src", address.toString()), image::remove);
            if (saysNothing(image.attr("alt"))) {
                image.attr("alt", "");
            }
        }
    }

    private static boolean isPixel(Element image) {
        return isTiny(image.attr("width"))
                || isTiny(image.attr("height"))
                || TINY.matcher(image.attr("style")).find();
    }

    private static boolean isIcon(Element image) {
        return isShort(image.attr("width")) || isShort(image.attr("height")) || isOfDocument(image);
    }

    private static boolean isOfDocument(Element image) {
        Element link = image.closest("a[href]");
        return link != null && Attachment.isAt(link.attr("href"));
    }

    private static boolean isShort(String length) {
        Matcher pixels = PIXELS.matcher(length);
        return pixels.matches() && Integer.parseInt(pixels.group(1)) <= ICON;
    }

    private static boolean isTiny(String length) {
        return length.equals("0") || length.equals("1") || length.equals("0px") || length.equals("1px");
    }

    public static boolean saysNothing(String alt) {
        String line = Text.line(alt).toLowerCase(Locale.ROOT);
        return PLACEHOLDER_ALTS.contains(line) || FILE_NAME.matcher(line).matches();
    }
}
