package loa.web;

import java.util.List;
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
        Map<String, Double> qualities = Qualities.of(lines);
        qualities.computeIfAbsent(Encoding.GZIP.token(), gzip -> qualities.get("x-gzip"));
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
}
