package loa;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What was measured several times. */
final class Spread {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    /** Each value as a part of the one that was measured beside it. */
    Spread over(Spread base) {
        Spread ratios = new Spread();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / base.values.get(i));
        }
        return ratios;
    }

    /** The least, the middle and the most. */
    String say(String format) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        String one = format + " / " + format + " / " + format;
        return String.format(
                Locale.ROOT, one, sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }
}
