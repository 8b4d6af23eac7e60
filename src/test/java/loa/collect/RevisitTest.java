package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import loa.TestClock;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a portal is asked for when it has been collected before. */
class RevisitTest {

    private static final int SECTIONS = 20;
    private static final Duration EVERY = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T05:00:00Z"));
    private TestPortal portal;
    private TestNewsroom newsroom;

    @BeforeEach
    void open() {
        portal = TestPortal.serving(folder);
        newsroom = TestNewsroom.open(feedsYml(1, ""), folder, clock);
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    @Test
    @DisplayName("20 sections without news: one 304 for each in each collection, restarts included, and nothing else")
    void steadyState() {
        open(SECTIONS);
        portal.withValidators();
        assertEquals(SECTIONS * 3, newsroom.collect().added());
        assertSteady();
        restart(SECTIONS, "");
        newsroom.collect();
        portal.forgetRequests();
        assertSteady();
    }

    @Test
    @DisplayName(
            "a portal without validators: one listing page for each section, its paging and articles are left alone")
    void steadyStateByHash() {
        open(SECTIONS);
        newsroom.collect();
        portal.forgetRequests();
        clock.advance(EVERY);
        Run run = newsroom.collect();
        assertEquals(sections(SECTIONS), portal.requests());
        assertEquals(SECTIONS * 3, run.listed(), "what an unchanged listing names still counts");
        assertFalse(run.failed());
    }

    @Test
    @DisplayName("news in one section: that section alone is read, and the new article's page")
    void newsInOneSection() {
        open(SECTIONS);
        portal.withValidators();
        newsroom.collect();
        portal.put("/s3/", listing("moi", "s3-1", "s3-2", "s3-3")).put("/moi.html", page("Bài mới"));
        portal.forgetRequests();
        clock.advance(EVERY);
        assertEquals(1, newsroom.collect().added());
        assertEquals(SECTIONS + 1, portal.requests().size(), portal.requests().toString());
        assertEquals(SECTIONS - 1, portal.notModified());
    }

    @Test
    @DisplayName("once a day no word that nothing changed is taken")
    void wholeOnceADay() {
        open(1);
        portal.withValidators();
        newsroom.collect();
        portal.forgetRequests();
        clock.advance(Duration.ofHours(25));
        newsroom.collect();
        assertEquals(0, portal.notModified());
        clock.advance(EVERY);
        newsroom.collect();
        assertEquals(1, portal.notModified());
    }

    @Test
    @DisplayName("other settings of the source: everything is asked for as a whole")
    void otherSettings() {
        open(2);
        portal.withValidators();
        newsroom.collect();
        restart(2, ", summary: .sapo");
        portal.forgetRequests();
        newsroom.collect();
        assertEquals(0, portal.notModified());
    }

    @Test
    @DisplayName("an article whose page failed is tried again though its listing is as it was, ever more rarely")
    void failedArticle() {
        open(1);
        portal.withValidators().fail("/s0-2.html", 500);
        assertEquals(2, newsroom.collect().added());
        portal.forgetRequests();
        int hours = 48;
        for (int i = 0; i < hours * 12; i++) {
            clock.advance(Duration.ofMinutes(5));
            newsroom.collect();
        }
        List<String> tries =
                portal.requests().stream().filter("/s0-2.html"::equals).toList();
        assertTrue(tries.size() >= 6 && tries.size() <= 16, tries.size() + " in " + hours + " hours");
        assertTrue(portal.notModified() > hours * 12 - 40, "the listing costs 304s meanwhile: " + portal.notModified());
        portal.mend("/s0-2.html");
        clock.advance(Duration.ofDays(1));
        assertEquals(1, newsroom.collect().added());
    }

    @Test
    @DisplayName("a listing that shows an article otherwise: its page is asked whether it changed")
    void shownOtherwise() {
        open(1);
        portal.withValidators();
        newsroom.collect();
        List<Article> before = newsroom.articles();
        portal.put("/s0/", listing("s0-1", "s0-2", "s0-3").replace("Bài s0-2", "Bài s0-2 (120 lượt xem)"));
        for (int i = 0; i < 2; i++) {
            portal.forgetRequests();
            clock.advance(EVERY);
            assertEquals(0, newsroom.collect().updated());
            assertEquals(i == 0 ? List.of("/s0/", "/s0-2.html") : List.of("/s0/"), portal.requests());
            assertEquals(1, portal.notModified());
        }
        assertEquals(before, newsroom.articles());
        portal.put("/s0-2.html", page("Bài s0-2 đã sửa")).put("/s0/", listing("s0-1", "s0-2", "s0-3"));
        assertEquals(1, newsroom.collect().updated());
    }

    @Test
    @DisplayName("a login or maintenance page in a listing's place: reported each time, and changes nothing")
    void loginPage() {
        open(2);
        portal.withValidators();
        newsroom.collect();
        List<Article> before = newsroom.articles();
        String login = "<title>Đăng nhập</title><form><input name=user><input type=password></form>";
        portal.put("/s0/", login).put("/s1/", login);
        for (int i = 0; i < 2; i++) {
            clock.advance(EVERY);
            Run run = newsroom.collect();
            assertTrue(run.failed());
            assertEquals(2, run.troubles().size());
        }
        assertEquals(before, newsroom.articles());
        portal.put("/s0/", listing("s0-4", "s0-1", "s0-2", "s0-3")).put("/s0-4.html", page("Bài bốn"));
        assertEquals(1, newsroom.collect().added());
    }

    @Test
    @DisplayName("410 on a listing: reported each time, asked for once a day; its articles stay")
    void goneListing() {
        open(2);
        newsroom.collect();
        portal.fail("/s0/", 410);
        portal.forgetRequests();
        for (int i = 0; i < 96; i++) {
            clock.advance(EVERY);
            Run run = newsroom.collect();
            assertEquals(1, run.troubles().size());
            assertFalse(run.failed(), "the other section is as it was");
        }
        long asked = portal.requests().stream().filter("/s0/"::equals).count();
        assertTrue(asked >= 1 && asked <= 3, asked + " in a day");
        assertEquals(6, newsroom.articles().size());
        portal.mend("/s0/").put("/s0/", listing("s0-4", "s0-1")).put("/s0-4.html", page("Bài bốn"));
        clock.advance(Duration.ofDays(1));
        assertEquals(1, newsroom.collect().added());
    }

    @Test
    @DisplayName("a portal that fails again and again is left alone in the midst of a collection, which says so once")
    void leftAlone() {
        open(SECTIONS);
        for (int i = 0; i < SECTIONS; i++) {
            portal.fail("/s" + i + "/", 502);
        }
        Run run = newsroom.collect();
        assertTrue(run.failed());
        assertEquals(4, run.troubles().size(), run.troubles().toString());
        assertEquals(List.of("/robots.txt", "/s0/", "/s1/", "/s2/"), portal.requests());
    }

    private void assertSteady() {
        for (int i = 0; i < 10; i++) {
            portal.forgetRequests();
            clock.advance(EVERY);
            Run run = newsroom.collect();
            assertEquals(sections(SECTIONS), portal.requests());
            assertEquals(SECTIONS, portal.notModified());
            assertEquals(SECTIONS * 3, run.listed());
        }
    }

    private void open(int sections) {
        for (int i = 0; i < sections; i++) {
            String name = "s" + i;
            portal.put(
                    "/" + name + "/",
                    listing(name + "-1", name + "-2") + "<a rel=next href='/" + name + "/trang-2'>»</a>");
            portal.put("/" + name + "/trang-2", listing(name + "-3"));
            for (int j = 1; j <= 3; j++) {
                portal.put("/" + name + "-" + j + ".html", page("Bài " + name + "-" + j));
            }
        }
        restart(sections, "");
    }

    private void restart(int sections, String alsoOfArticles) {
        newsroom.close();
        newsroom = TestNewsroom.open(feedsYml(sections, alsoOfArticles), folder, clock);
    }

    private static List<String> sections(int count) {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paths.add("/s" + i + "/");
        }
        return Collections.unmodifiableList(paths);
    }

    private static String listing(String... names) {
        StringBuilder listing = new StringBuilder("<!doctype html><title>Tin</title>");
        for (String name : names) {
            listing.append("<h5><a href='/%s.html'>Bài %s</a></h5>".formatted(name, name));
        }
        return listing.toString();
    }

    private static String page(String title) {
        return "<h4>%s</h4><span class=date>08:00 28/02/2026</span><div class=noidung><p>Nội dung của %s.</p></div>"
                .formatted(title, title);
    }

    private String feedsYml(int sections, String alsoOfArticles) {
        Map<String, String> names = sections(sections).stream()
                .collect(Collectors.toMap(path -> path.substring(1, path.length() - 1), path -> path.substring(1)));
        String listings = names.entrySet().stream()
                .sorted((one, other) -> Integer.compare(number(one.getKey()), number(other.getKey())))
                .map(section -> section.getKey() + ": " + section.getValue())
                .collect(Collectors.joining(", "));
        return """
                title: Tin
                categories: {%s}
                sources:
                  portal:
                    html: %s/
                    pages: 5
                    sections: {%s}
                    listing: {item: h5, next: "a[rel=next]"}
                    article: {title: h4, published: .date, body: .noidung%s}
                network: {allow-private: [127.0.0.1]}
                """.formatted(listings.replace("/", ""), portal.address(), listings, alsoOfArticles);
    }

    private static int number(String section) {
        return Integer.parseInt(section.substring(1));
    }
}
