package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loa.TestNewsroom;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.source.Whereabouts;
import loa.store.ArticleStore;
import loa.store.Kept;
import loa.store.StoreSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognitionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final Identity IDENTITY = new Identity(URI.create("https://portal.example.vn/"), List.of());
    private static final Whereabouts PRESENT = new Whereabouts.Present(Optional.empty());
    private static final Whereabouts GONE = new Whereabouts.Gone();

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final Chronicle chronicle = new Chronicle();
    private ArticleStore store;

    @BeforeEach
    void open() {
        store = ArticleStore.open(
                new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /**
     * Five thousand articles, of which each may have any other for its former self, for all others are gone, and stands where
     * those stood that came before it. Then they move: led, gone, or with the old page as it was, which names the new address
     * or left its place in the listing to it.
     */
    @Test
    void takesNoArticleForAnotherAndKnowsThoseThatMoved() {
        TestNewsroom.hurry(store);
        List<Chronicle.Entry> entries = chronicle.all();
        assertTrue(entries.size() >= 5000, () -> "only " + entries.size());
        List<Long> ids = new ArrayList<>();
        for (Chronicle.Entry entry : entries) {
            ParsedArticle article = article("/tin/" + ids.size() + "x.html", entry);
            Set<String> former = keys("/tin/%dx.html", ids.size() - 20, ids.size());
            assertEquals(
                    OptionalLong.empty(), same(article, link -> GONE, former), () -> "taken for another: " + article);
            ids.add(put(article));
        }
        int moved = 0;
        int recognised = 0;
        for (int i = 0; i < entries.size(); i++) {
            ParsedArticle article = article("/moi/" + i + "y", edited(entries.get(i)));
            String was = "/tin/" + i + "x.html";
            Whereabouts now = switch (i % 4) {
                case 0 -> new Whereabouts.Elsewhere(article.key());
                case 1 -> new Whereabouts.Present(Optional.of(article.key()));
                case 2 -> PRESENT;
                default -> GONE;
            };
            Set<String> former = i % 4 == 2 ? keys("/tin/%dx.html", i - 5, i + 5) : Set.of();
            Whereabouts others = i % 4 == 3 ? GONE : PRESENT;
            OptionalLong same = same(article, link -> link.getPath().equals(was) ? now : others, former);
            long id = ids.get(i);
            assertTrue(same.isEmpty() || same.getAsLong() == id, () -> "taken for another: " + article);
            moved++;
            recognised += same.isPresent() ? 1 : 0;
        }
        assertTrue(recognised * 100L >= moved * 99L, recognised + " of " + moved + " recognised");
    }

    @Test
    void knowsAnArticleByItsNumberWhateverItsHeadlineAndSlug() {
        for (int i = 0; i < 12; i++) {
            put(article("/tin/bai-so-%s-c4-a%d.html".formatted("x".repeat(i), 500 + i), entry(i)));
        }
        ParsedArticle was = article("/tin/le-khai-giang-c4-a600.html", entry(20));
        long id = put(was);
        Chronicle.Entry entry = entry(20);
        ParsedArticle renamed = article(
                "/tin/nam-hoc-moi-bat-dau-c4-a600.html", "Năm học mới bắt đầu", entry.text(), entry.published());
        assertEquals(OptionalLong.of(id), same(renamed, link -> PRESENT));
        ParsedArticle refiled = article("/giao-duc/le-khai-giang-c7-a600.html", entry);
        assertEquals(OptionalLong.of(id), same(refiled, link -> PRESENT));
        ParsedArticle another = article("/tin/hoi-thao-c4-a601.html", later(entry));
        assertEquals(OptionalLong.empty(), same(another, link -> PRESENT), "a category has its number too");
        ParsedArticle reused = article("/tin/hoi-thao-c4-a600.html", entry(21));
        assertEquals(OptionalLong.empty(), same(reused, link -> PRESENT), "a number alone is not enough");
    }

    @Test
    void doesNotTakeAYearOrAPageOrATabForAnArticlesNumber() {
        for (int i = 0; i < 12; i++) {
            put(article("/tabid/128/2026/11/23/trang-1/ngay-le-so%s".formatted("x".repeat(i)), entry(i)));
        }
        ParsedArticle next = article("/tabid/128/2026/11/23/trang-1/ngay-le-khac", later(entry(11)));
        assertEquals(OptionalLong.empty(), same(next, link -> PRESENT));
    }

    @Test
    void takesWhatLooksLikeTheOldOneForNewWhereTheOldOneIsThere() {
        put(article("/a", entry(1)));
        ParsedArticle like = article("/b", later(entry(1)));
        assertEquals(OptionalLong.empty(), same(like, link -> PRESENT));
        assertEquals(OptionalLong.empty(), same(like, link -> new Whereabouts.Unclear()));
        assertTrue(same(like, link -> GONE).isPresent());
        assertTrue(same(like, link -> new Whereabouts.Elsewhere("/")).isPresent());
        assertEquals(OptionalLong.empty(), same(like, link -> new Whereabouts.Elsewhere("/c")));
        assertTrue(same(article("/b", entry(1)), link -> PRESENT).isPresent(), "to the minute and the word the same");
    }

    @Test
    void takesItForTheOldOneThatIsThereWhereThatNamesItOrLeftItsPlaceToIt() {
        long id = put(article("/a", entry(1)));
        Whereabouts named = new Whereabouts.Present(Optional.of("/b"));
        assertEquals(OptionalLong.of(id), same(article("/b", later(entry(1))), link -> named));
        assertEquals(OptionalLong.empty(), same(article("/b", entry(2)), link -> named), "says something else");
        assertEquals(OptionalLong.empty(), same(article("/c", later(entry(1))), link -> named), "names another");
        assertEquals(OptionalLong.of(id), same(article("/b", later(entry(1))), link -> PRESENT, Set.of("/a")));
        assertEquals(OptionalLong.empty(), same(article("/b", entry(2)), link -> PRESENT, Set.of("/a")));
        assertEquals(OptionalLong.empty(), same(article("/b", later(entry(1))), link -> PRESENT, Set.of("/x")));
    }

    @Test
    void knowsWhatLeftItsPlaceByAnyAddressThatItHad() {
        ParsedArticle named = article("/a", entry(1));
        store.put(named, "/listed", "");
        long id = store.known("portal", "/listed").orElseThrow().id();
        store.put(article("/b", entry(1)), "/b", "", OptionalLong.of(id));
        for (String former : List.of("/listed", "/a", "/b")) {
            assertEquals(
                    OptionalLong.of(id), same(article("/c", later(entry(1))), link -> PRESENT, Set.of(former)), former);
        }
    }

    private final List<Chronicle.Entry> some = chronicle.all().subList(0, 30);

    private Chronicle.Entry entry(int number) {
        return some.get(number);
    }

    /** To the word the same, a minute later. */
    private static Chronicle.Entry later(Chronicle.Entry entry) {
        return new Chronicle.Entry(
                entry.title(), entry.text(), entry.published().plusSeconds(60));
    }

    private Chronicle.Entry edited(Chronicle.Entry entry) {
        return switch (random.nextInt(10)) {
            case 0 ->
                new Chronicle.Entry(
                        entry.title(), entry.text() + " " + chronicle.sentence(14) + ".", entry.published());
            case 1 -> new Chronicle.Entry(entry.title(), entry.text().replaceFirst(" và ", " vàa "), entry.published());
            case 2 ->
                new Chronicle.Entry(
                        entry.title().replaceFirst(" ", "  ").toUpperCase(java.util.Locale.ROOT),
                        entry.text(),
                        entry.published());
            case 3 ->
                new Chronicle.Entry(
                        entry.title().replace("hòa", "hoà"), entry.text().replace("hóa", "hoá"), entry.published());
            case 4 ->
                new Chronicle.Entry(
                        entry.title(), entry.text(), entry.published().truncatedTo(java.time.temporal.ChronoUnit.DAYS));
            default -> entry;
        };
    }

    private OptionalLong same(ParsedArticle article, Function<URI, Whereabouts> whereabouts) {
        return same(article, whereabouts, Set.of());
    }

    private OptionalLong same(ParsedArticle article, Function<URI, Whereabouts> whereabouts, Set<String> displaced) {
        return new Recognition(store, IDENTITY, whereabouts)
                .same(article, article.key(), displaced)
                .same();
    }

    private static Set<String> keys(String pattern, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> pattern.formatted(number))
                .collect(Collectors.toSet());
    }

    private long put(ParsedArticle article) {
        Kept kept = store.put(article, article.key(), "");
        assertEquals(Kept.Change.ADDED, kept.change());
        return store.known("portal", article.key()).orElseThrow().id();
    }

    private static ParsedArticle article(String path, Chronicle.Entry entry) {
        return article(path, entry.title(), entry.text(), entry.published());
    }

    private static ParsedArticle article(String path, String title, String text, @Nullable Instant published) {
        URI link = URI.create("https://portal.example.vn" + path);
        return new ParsedArticle(
                "portal",
                IDENTITY.key(link),
                link,
                title,
                null,
                new Body("<p>" + text + "</p>", text),
                Byline.NONE,
                null,
                published,
                Set.of("kinh-te"));
    }
}
