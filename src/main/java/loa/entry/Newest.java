package loa.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The latest of many dated things. */
public final class Newest {

    private Newest() {}

    /** So many of them: those with the latest dates first; of others, and of equals, those that come first. */
    public static <T> List<T> of(List<T> all, Function<T, @Nullable Instant> date, int most) {
        List<T> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(date, Comparator.nullsLast(Comparator.reverseOrder())));
        return List.copyOf(sorted.subList(0, Math.min(most, sorted.size())));
    }
}
