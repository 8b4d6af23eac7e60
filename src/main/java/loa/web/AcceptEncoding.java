package loa.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loa.feed.Encoding;
import org.jspecify.annotations.Nullable;

/** Chooses the encoding that an asker likes best (RFC 9110, section 12.5.3). */
final class AcceptEncoding {

    private static final Pattern CODING =
            Pattern.compile("\\s*([^\\s;,]+)\\s*(?:;\\s*[qQ]\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*)?(?:,|$)");

    private AcceptEncoding() {}

    /**
     * The available encoding with the highest quality value, of several the smallest; identity where none is welcome.
     *
     * @param accepted the field's value, null if it was not sent
     */
    static Encoding choose(@Nullable String accepted, Set<Encoding> available) {
        if (accepted == null) {
            return Encoding.IDENTITY;
        }
        Map<String, Double> qualities = qualities(accepted);
        Encoding best = Encoding.IDENTITY;
        double highest = qualities.getOrDefault("identity", qualities.getOrDefault("*", Double.MIN_VALUE));
        for (Encoding encoding : available) {
            double quality = qualities.getOrDefault(encoding.token(), qualities.getOrDefault("*", 0.0));
            if (encoding != Encoding.IDENTITY && quality > 0 && quality >= highest) {
                best = encoding;
                highest = quality;
            }
        }
        return best;
    }

    private static Map<String, Double> qualities(String accepted) {
        Map<String, Double> qualities = new HashMap<>();
        Matcher coding = CODING.matcher(accepted);
        while (coding.find()) {
            String token = coding.group(1).toLowerCase(Locale.ROOT);
            double quality = coding.group(2) == null ? 1 : Double.parseDouble(coding.group(2));
            qualities.put(token.equals("x-gzip") ? "gzip" : token, quality);
        }
        return qualities;
    }
}
