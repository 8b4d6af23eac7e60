package loa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loa.TestClock;
import loa.article.Article;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Image;
import loa.article.ParsedArticle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {

    private static final Instant PUBLISHED = Instant.parse("2026-02-28T01:53:00Z");
    private static final String GUID = "tag:feeds.example.vn,2026-03-01:portal/1";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T05:00:00Z"));
    private ArticleStore store;

    @BeforeEach
    void open() {
        store = ArticleStore.open(new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), clock);
        put("/1", "Một");
        put("/2", "Hai");
        clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void standAboveWhatThePortalSaysUntilTheyAreTakenBack() {
        Article before = article(GUID);
        Instant published = Instant.parse("2026-01-05T00:00:00Z");
        URI image = URI.create("https://portal.example.vn/dung.jpg");
        Correction correction = new Correction(
                GUID, Map.of(), false, false, "Tiêu đề đúng", "Tóm tắt đúng", "Thu Hà", image, published);
        assertEquals(List.of(), store.correct(List.of(correction)));
        Article corrected = article(GUID);
        assertEquals(
                List.of("Tiêu đề đúng", "Tóm tắt đúng", "Thu Hà", published, clock.instant()),
                List.of(
                        corrected.title(),
                        corrected.summary() + "",
                        corrected.byline().author() + "",
                        corrected.published(),
                        corrected.updated()));
        assertEquals(Image.at(image), corrected.image());
        assertEquals("Hai", store.articles().newest("kinh-te", 1).get(0).title(), "the order follows the date");
        assertEquals(Kept.Change.NONE, put("/1", "Một"), "reading it again changes nothing");
        assertEquals(corrected, article(GUID));
        store.correct(List.of(correction));
        assertEquals(corrected, article(GUID), "a restart changes nothing");
        store.correct(List.of());
        Article after = article(GUID);
        assertEquals(
                List.of(before.title(), before.published(), before.byline(), before.body()),
                List.of(after.title(), after.published(), after.byline(), after.body()));
        assertEquals(before.image(), after.image());
    }

    @Test
    void giveBackWhatThePortalSaysByThen() {
        store.correct(List.of(titled(GUID, "Tiêu đề đúng")));
        assertEquals(Kept.Change.NONE, put("/1", "Một (đã sửa)"), "readers see no other title");
        assertEquals("Tiêu đề đúng", article(GUID).title());
        store.correct(List.of());
        assertEquals("Một (đã sửa)", article(GUID).title());
    }

    @Test
    void withdrawWhateverThePortalShowsAndGiveItBack() {
        store.correct(List.of(new Correction(GUID, Map.of(), true, false, null, null, null, null, null)));
        assertEquals(1, store.articles().count("all"));
        put("/1", "Một, lần nữa");
        assertEquals(1, store.articles().count("all"));
        store.correct(List.of());
        assertEquals("Một, lần nữa", article(GUID).title());
        assertEquals(
                List.of(Change.Kind.RESTORED),
                store.articles().changes(4, 10).stream().map(Change::kind).toList());
    }

    @Test
    void keepAPinnedArticleFirstAndThere() {
        store.correct(List.of(new Correction(GUID, Map.of(), false, true, null, null, null, null, null)));
        assertEquals(List.of(article(GUID)), store.articles().pinned("kinh-te"));
        long id = article(GUID).id();
        assertTrue(!store.looks().missing(id, Duration.ofHours(1)));
        clock.advance(Duration.ofHours(2));
        assertTrue(!store.looks().missing(id, Duration.ofHours(1)));
        store.correct(List.of());
        assertEquals(List.of(), store.articles().pinned("kinh-te"));
        assertTrue(store.looks().missing(id, Duration.ofHours(1)));
    }

    @Test
    void findAnArticleByItsAddressEvenBeforeItComes() {
        Correction known = new Correction(
                "https://portal.example.vn/2", Map.of("portal", "/2"), false, false, "Hai!", null, null, null, null);
        Correction toCome = new Correction(
                "https://portal.example.vn/3", Map.of("portal", "/3"), true, false, null, null, null, null, null);
        Correction nobodys = titled("tag:feeds.example.vn,2026-03-01:portal/99", "Không ai");
        assertEquals(List.of(toCome, nobodys), store.correct(List.of(known, toCome, nobodys)));
        assertEquals("Hai!", store.articles().newest("all", 1).get(0).title());
        put("/3", "Ba");
        assertEquals(2, store.articles().count("all"));
    }

    private Correction titled(String id, String title) {
        return new Correction(id, Map.of(), false, false, title, null, null, null, null);
    }

    private Article article(String guid) {
        return store.articles().newest("all", 10).stream()
                .filter(article -> article.guid().equals(guid))
                .findFirst()
                .orElseThrow();
    }

    private Kept.Change put(String key, String title) {
        @Nullable Image image = Image.at(URI.create("https://portal.example.vn/anh.jpg?v=1"));
        return store.put(
                        new ParsedArticle(
                                "portal",
                                key,
                                URI.create("https://portal.example.vn" + key),
                                title,
                                "Tóm tắt",
                                new Body("<p>Thân  bài &amp; <b>chữ</b> đậm</p><p>hai.</p>", "Thân bài & chữ đậm hai."),
                                new Byline("PV", "TTXVN"),
                                image,
                                PUBLISHED,
                                Set.of("kinh-te")),
                        key,
                        "")
                .change();
    }
}
