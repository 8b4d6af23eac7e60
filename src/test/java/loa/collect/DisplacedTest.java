package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import loa.article.Candidate;
import loa.store.Shown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplacedTest {

    @ParameterizedTest(name = "{0}, then {1}: {2} stands where {3} stood")
    @CsvSource({
        "a b c d, a x c d, x, b",
        "a b c d, x b c d, x, a",
        "a b c d, a b c x, x, d",
        "a b c d, n x b c, x, a",
        "a b c d, a b x c d, x, ''",
        "a b c d, n a b c, n, ''",
        "a b c d, x y z w, y, a b c d",
        "a b c d, a x y d, y, b c",
        "a b c d, a x c y, y, d",
        "a b c d, b a c d, b, ''",
        "'', a b c d, a, ''",
    })
    void knowsWhatStoodBetweenTheSameNeighbours(String before, String now, String key, String displaced) {
        Showing showing = new Showing(
                URI.create("https://p.vn/"),
                new Shown(list(before), list(before)),
                list(now).stream().map(DisplacedTest::candidate).toList(),
                any -> true);
        assertEquals(
                new TreeSet<>(list(displaced)),
                new TreeSet<>(Displaced.in(List.of(showing)).by(key)));
    }

    private static List<String> list(String keys) {
        return keys.isEmpty() ? List.of() : Arrays.asList(keys.split(" "));
    }

    private static Candidate candidate(String key) {
        return new Candidate(key, URI.create("https://p.vn/" + key), key, null, null, null, Set.of("tin"));
    }
}
