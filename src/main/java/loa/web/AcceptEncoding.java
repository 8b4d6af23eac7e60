package loa.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import loa.feed.Encoding;

/** Chooses the encoding that an asker likes best (RFC 9110, section 12.5.3). */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /**
     * The available encoding with the highest quality value, of several the smallest; identity where none is welcome.
     *
     * @param lines the field's values, none if it was not sent
     */
    static Encoding choose(List<String> lines, Set<Encoding> available) {
        Map<String, Double> qualities = qualities(String.join(",", lines));
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
        for (String element : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] coding = element.split(";", 2);
            String token = coding[0].strip();
            qualities.put(token.equals("x-gzip") ? "gzip" : token, coding.length == 1 ? 1 : quality(coding[1].strip()));
        }
        return qualities;
    }

    /** What makes no sense is no welcome. */
    private static double quality(String weight) {
        return weight.matches("q\\s*=\\s*(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
                ? Double.parseDouble(weight.substring(weight.indexOf('=') + 1))
                : 0;
    }
}
