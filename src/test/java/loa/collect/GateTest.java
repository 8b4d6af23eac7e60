package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Candidate;
import loa.article.ParsedArticle;
import loa.store.Shown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {

    private static final Instant NOON = Instant.parse("2026-03-01T05:30:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

    static Stream<Arguments> listings() {
        return Stream.of(
                listing(false, "a first run", range(0, 0), range(0, 20), 20),
                listing(false, "a first run that finds nothing", range(0, 0), range(0, 0), 0),
                listing(false, "the same as before", range(0, 20), range(0, 20), 0),
                listing(false, "a list that moved on", range(0, 20), range(-3, 17), 3),
                listing(false, "a list that moved on by half and more", range(0, 20), range(-15, 5), 15),
                listing(false, "a page that became shorter", range(0, 20), range(0, 5), 0),
                listing(false, "a page that became shorter and moved on", range(0, 20), range(-2, 5), 2),
                listing(false, "a page that became longer", range(0, 5), range(0, 20), 15),
                listing(false, "a small newsroom with two other articles", range(0, 2), range(-2, 0), 2),
                listing(false, "a small newsroom that dropped one", range(0, 2), range(0, 1), 0),
                listing(false, "older articles that are kept", range(0, 5), range(30, 35), 0),
                listing(true, "nothing where there was one", range(0, 1), range(0, 0), 0),
                listing(true, "nothing where there were twenty", range(0, 20), range(0, 0), 0),
                listing(true, "every identity new", range(0, 20), range(50, 70), 20),
                listing(true, "all but the oldest vanished", range(0, 20), range(17, 20), 0),
                listing(true, "one stranger in the place of all", range(0, 20), range(50, 51), 1));
    }

    @ParameterizedTest(name = "{1}: held {0}")
    @MethodSource("listings")
    void judgesAListingByWhatItShowedBefore(
            boolean held, String what, List<String> before, List<String> now, int news) {
        List<Candidate> candidates =
                now.stream().map(key -> candidate(key, "Bài " + key)).toList();
        List<String> strangers = now.subList(0, news);
        Showing showing = new Showing(
                URI.create("https://p.vn/"), new Shown(before, before), candidates, key -> !strangers.contains(key));
        assertEquals(
                held,
                Gate.objection(showing).or(() -> Gate.doubt(showing)).isPresent(),
                () -> what + ": " + Gate.doubt(showing));
    }

    static Stream<Arguments> doubts() {
        return Stream.of(
                doubt(true, "a new scheme of addresses", range(0, 10), range(50, 60), 10, 0, 10),
                doubt(true, "most of them at new addresses", range(0, 10), range(50, 60), 10, 0, 6),
                doubt(false, "few of them at new addresses", range(0, 10), range(50, 60), 10, 0, 5),
                doubt(true, "nothing but newer articles", range(0, 20), range(-4, 0), 4, 4, 0),
                doubt(false, "nothing but older ones", range(0, 20), range(50, 70), 20, 0, 0),
                doubt(false, "two of ten, one of them at a new address", range(0, 10), List.of("/8", "/60"), 1, 0, 1),
                doubt(false, "two of ten, both at new addresses", range(0, 10), List.of("/60", "/61"), 2, 0, 2),
                doubt(true, "half of them at new addresses, no more", range(0, 10), range(50, 55), 5, 0, 5),
                doubt(false, "two of ten and a newer one", range(0, 10), List.of("/-1", "/3", "/8"), 1, 1, 0));
    }

    @ParameterizedTest(name = "{1}: dispelled {0}")
    @MethodSource("doubts")
    void dispelsADoubtByWhatNobodyHasSeenBefore(
            boolean dispelled, String what, List<String> before, List<String> now, int read, int newer, int moved) {
        List<Candidate> candidates =
                now.stream().map(key -> candidate(key, "Bài " + key)).toList();
        Showing showing =
                new Showing(URI.create("https://p.vn/"), new Shown(before, before), candidates, before::contains);
        assertTrue(Gate.doubt(showing).isPresent(), what);
        assertEquals(dispelled, Gate.isDispelled(showing, read, newer, moved), what);
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                sample(false, "articles that differ", i -> finding(title(i), title(i), text(i), NOON.plusSeconds(i))),
                sample(true, "one headline", i -> finding(title(i), "Cổng thông tin", text(i), NOON.plusSeconds(i))),
                sample(
                        false,
                        "one headline, as listed",
                        i -> finding("Tuần tin", "Tuần tin", text(i), NOON.plusSeconds(i))),
                sample(true, "one text", i -> finding(title(i), title(i), text(0), NOON.plusSeconds(i))),
                sample(
                        true,
                        "one text but for a counter",
                        i -> finding(title(i), title(i), text(0) + " Mã lỗi: 0x" + i, NOON.plusSeconds(i))),
                sample(
                        false,
                        "the weeks' duty rosters",
                        i -> finding(
                                "Lịch tuần " + i, "Lịch tuần " + i, text(0) + " Từ ngày " + i, NOON.plusSeconds(i))),
                sample(
                        false,
                        "word for word the same under one title",
                        i -> finding("Lịch tiếp dân", "Lịch tiếp dân", text(0), NOON.plusSeconds(i))),
                sample(false, "pictures without text", i -> finding(title(i), title(i), "", NOON.plusSeconds(i))),
                sample(true, "one date", i -> finding(title(i), title(i), text(i), NOON)),
                sample(false, "one day", i -> finding(title(i), title(i), text(i), MIDNIGHT)),
                sample(false, "no dates", i -> finding(title(i), title(i), text(i), null)));
    }

    @ParameterizedTest(name = "{1}: held {0}")
    @MethodSource("samples")
    void judgesTheArticlesThatAreReadFirst(boolean held, String what, IntFunction<Finding> article) {
        List<Finding> sample = IntStream.range(0, 6).mapToObj(article).toList();
        assertEquals(held, Gate.objection(sample, ZoneOffset.UTC, date -> false).isPresent(), what);
        List<Finding> few = sample.subList(0, 2);
        assertEquals(Optional.empty(), Gate.objection(few, ZoneOffset.UTC, date -> false), "of two little can be said");
    }

    private static Arguments listing(boolean held, String what, List<String> before, List<String> now, int news) {
        return Arguments.of(held, what, before, now, news);
    }

    private static Arguments doubt(
            boolean dispelled, String what, List<String> before, List<String> now, int read, int newer, int moved) {
        return Arguments.of(dispelled, what, before, now, read, newer, moved);
    }

    private static Arguments sample(boolean held, String what, IntFunction<Finding> article) {
        return Arguments.of(held, what, article);
    }

    private static List<String> range(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "/" + i).toList();
    }

    private static String title(int number) {
        return "Bài " + "một hai ba bốn năm sáu".split(" ")[number];
    }

    private static String text(int number) {
        return "Nội dung của bài viết này dài hơn một câu, và không giống bài khác: " + "lúa ".repeat(number + 1);
    }

    private static Candidate candidate(String key, String title) {
        return new Candidate(key, URI.create("https://p.vn" + key), title, null, null, null, Set.of("kinh-te"));
    }

    private static Finding finding(String listed, String title, String text, @Nullable Instant published) {
        Candidate candidate = candidate("/" + listed.hashCode() + text.hashCode(), listed);
        return new Finding(
                candidate,
                new ParsedArticle(
                        "portal",
                        candidate.key(),
                        candidate.link(),
                        title,
                        null,
                        new Body("<p>" + text + "</p>", text),
                        new Byline(null, null),
                        null,
                        published,
                        candidate.categories()));
    }
}
