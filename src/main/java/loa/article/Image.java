package loa.article;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lead image of an article.
 *
 * @param mediaType as its server declares it, such as {@code image/jpeg}; null if it was not found out
 * @param length in bytes; 0 if it was not found out
 */
public record Image(URI address, @Nullable String mediaType, long length) {

    private static final Pattern FILE = Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|avif|bmp|svg)$");

    /** Parameters that say how to send a picture, not which. */
    private static final Pattern PASSING = Pattern.compile(
            "(?i)(?:v|ver|version|t|ts|time|timestamp|r|rnd|rand|random|_|cb|cache|nocache|token|sig|sign|signature|hash|hmac"
                    + "|e|exp|expires?|st|se|sp|sv|sr|policy|key-pair-id|x-(?:amz|goog)-[\\w-]+|w|h|width|height|size|q|quality"
                    + "|fit|crop|resize|dpr|auto|fm|format)(?:=.*)?");

    /** An image of which only the address is known. */
    public static Image at(URI address) {
        return new Image(address, null, 0);
    }

    /**
     * What the picture is known by on a page at {@code link}: not its host, nor what is added to its address to have it
     * sent anew, signed, or in another size.
     */
    String name(URI link) {
        String key = Identity.key(link, address);
        int query = key.indexOf('?');
        if (query < 0) {
            return key;
        }
        String path = key.substring(0, query);
        String kept = FILE.matcher(path).find()
                ? ""
                : Arrays.stream(key.substring(query + 1).split("&"))
                        .filter(parameter -> !PASSING.matcher(parameter).matches())
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? path : path + "?" + kept;
    }

    /** Whether type and length are known, as an enclosure must say them. */
    public boolean isMeasured() {
        return mediaType != null && length > 0;
    }
}
