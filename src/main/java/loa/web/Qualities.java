package loa.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much an asker likes each of the things that a header field lists (RFC 9110, section 12.4.2). */
final class Qualities {

    private Qualities() {}

    /**
     * From 0, not at all, to 1, by lower-case name.
     *
     * @param lines the field's values, none if it was not sent
     */
    static Map<String, Double> of(List<String> lines) {
        Map<String, Double> qualities = new HashMap<>();
        for (String element : String.join(",", lines).toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] named = element.split(";", 2);
            qualities.put(named[0].strip(), named.length == 1 ? 1 : quality(named[1].strip()));
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
