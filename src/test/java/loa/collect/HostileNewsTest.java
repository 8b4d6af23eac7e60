package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loa.TestClock;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What portals say of their articles that is strange, double or wrong. */
class HostileNewsTest {

    private static final String DATE = "08:00 28/02/2026";
    private static final List<String> SECTIONS = List.of("a", "b", "c", "d", "e");

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T00:00:00Z"));
    private TestPortal portal;
    private TestNewsroom newsroom;

    @BeforeEach
    void open() {
        portal = TestPortal.serving(folder);
        SECTIONS.forEach(section ->
                portal.put("/" + section + "/", listing("/khac-" + section + ".html", "Tin khác " + section)));
        SECTIONS.forEach(section -> portal.put("/khac-" + section + ".html", page("Tin khác " + section, DATE)));
        newsroom = TestNewsroom.open(feedsYml(), folder, clock);
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    @Test
    @DisplayName("49: the same address twice on a page is one article, asked for once")
    void oneAddressTwice() {
        portal.put("/a/", listing("/mot.html", "Bài một") + listing("/mot.html", "Bài một"));
        portal.put("/mot.html", page("Bài một", DATE));
        newsroom.collect();
        assertEquals(1, count("Bài một"));
        assertEquals(1, portal.requests().stream().filter("/mot.html"::equals).count());
    }

    @Test
    @DisplayName("50: parameters that nobody knows name articles, those of trackers do not")
    void parameters() {
        portal.put(
                "/a/", listing("/doc?id=1&amp;utm_source=x", "Bài một") + listing("/doc?id=2&amp;fbclid=y", "Bài hai"));
        portal.answering((asked, form) -> asked.getPath().equals("/doc")
                ? bytes(page(asked.getQuery().contains("id=1") ? "Bài một" : "Bài hai", DATE))
                : null);
        newsroom.collect();
        List<String> links = newsroom.articles().stream()
                .map(article -> article.link().toString())
                .toList();
        assertTrue(links.containsAll(List.of(portal.address() + "/doc?id=1", portal.address() + "/doc?id=2")));
        assertEquals(2, links.stream().filter(link -> link.contains("/doc")).count());
    }

    @Test
    @DisplayName("53: one article in five categories is kept once and listed in each")
    void fiveCategories() {
        SECTIONS.forEach(section -> portal.put("/" + section + "/", listing("/mot.html", "Bài một")));
        portal.put("/mot.html", page("Bài một", DATE));
        newsroom.collect();
        assertEquals(1, newsroom.articles().size());
        assertEquals(SECTIONS, newsroom.article("/mot.html").categories());
    }

    @Test
    @DisplayName("54: two articles with one title, and even one text, are two")
    void oneTitleTwice() {
        portal.put("/a/", listing("/bao-1.html", "Thông báo") + listing("/bao-2.html", "Thông báo"));
        portal.put("/bao-1.html", page("Thông báo", DATE)).put("/bao-2.html", page("Thông báo", "09:00 28/02/2026"));
        newsroom.collect();
        assertEquals(2, count("Thông báo"));
        assertNotEquals(
                newsroom.article("/bao-1.html").guid(),
                newsroom.article("/bao-2.html").guid());
    }

    @ParameterizedTest(name = "55, 56: “{0}” is no date: the moment of the first sight is it, and stays")
    @ValueSource(
            strings = {
                "",
                "hôm nào đó",
                "00/00/0000",
                "08:00 01/01/1970",
                "01/01/0002",
                "05/08/53661047",
                "99:99 31/02/2026"
            })
    void noDate(String printed) {
        portal.put("/a/", listing("/mot.html", "Bài một")).put("/mot.html", page("Bài một", printed));
        newsroom.collect();
        assertEquals(clock.instant(), newsroom.article("/mot.html").published());
        Instant first = clock.instant();
        clock.advance(Duration.ofHours(2));
        portal.put("/a/", listing("/mot.html", "Bài một (sửa)"))
                .put("/mot.html", page("Bài một (sửa)", "07:00 20/02/2026"));
        newsroom.collect();
        assertEquals("Bài một (sửa)", newsroom.article("/mot.html").title());
        assertEquals(first, newsroom.article("/mot.html").published());
    }

    @Test
    @DisplayName("57: a date to come is that of the fetch: the article does not stay on top for ever")
    void dateToCome() {
        portal.put("/a/", listing("/mot.html", "Bài một")).put("/mot.html", page("Bài một", "08:00 28/02/2027"));
        newsroom.collect();
        Article early = newsroom.article("/mot.html");
        assertEquals(clock.instant(), early.published());
        clock.advance(Duration.ofDays(2));
        portal.put("/a/", listing("/hai.html", "Bài hai") + listing("/mot.html", "Bài một"));
        portal.put("/hai.html", page("Bài hai", "08:00 02/03/2026"));
        newsroom.collect();
        assertTrue(newsroom.article("/hai.html").published().isAfter(early.published()));
        assertEquals(early, newsroom.article("/mot.html"));
    }

    @Test
    @DisplayName("35: a calendar without end is followed as far as it is told, each page once")
    void calendarWithoutEnd() {
        int[] day = {0};
        portal.answering((asked, form) -> asked.getPath().matches("/a/(?:lich-\\d+)?")
                ? bytes(listing("/khac-a.html", "Tin khác a") + "<a rel=next href='/a/lich-" + ++day[0] + "'>»</a>")
                : null);
        newsroom.collect();
        List<String> asked = portal.requests().stream()
                .filter(path -> path.startsWith("/a/"))
                .toList();
        assertTrue(asked.size() <= 4, asked::toString);
        assertEquals(asked.stream().distinct().toList(), asked);
        assertFalse(newsroom.articles().isEmpty());
    }

    private long count(String title) {
        return newsroom.articles().stream()
                .filter(article -> article.title().equals(title))
                .count();
    }

    private static byte[] bytes(String html) {
        return html.getBytes(StandardCharsets.UTF_8);
    }

    private static String listing(String address, String title) {
        return "<h5><a href='%s'>%s</a></h5>".formatted(address, title);
    }

    private static String page(String title, String date) {
        return "<h4>%s</h4><span class=date>%s</span><div class=noidung><p>Nội dung của %s.</p></div>"
                .formatted(title, date, title);
    }

    private String feedsYml() {
        return """
                title: Tin
                categories: {a: A, b: B, c: C, d: D, e: E}
                sources:
                  portal:
                    html: %s/
                    pages: 4
                    sections: {a: a/, b: b/, c: c/, d: d/, e: e/}
                    listing: {item: h5, next: "a[rel=next]"}
                    article: {title: h4, published: .date, body: .noidung}
                network: {allow-private: [127.0.0.1]}
                """.formatted(portal.address());
    }
}
