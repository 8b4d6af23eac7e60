package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import loa.TestClock;
import loa.TestNewsroom;
import loa.TestPortal;
import loa.article.Article;
import loa.article.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorTest {

    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(NOW);
    private TestPortal portal;
    private TestNewsroom newsroom;

    @BeforeEach
    void open() {
        portal = TestPortal.serving(folder);
        portal.put("/kinh-te/", listing("một", "hai")).put("/y-te/", listing("ba"));
        portal.put("/một.html", page("Bài một"))
                .put("/hai.html", page("Bài hai"))
                .put("/ba.html", page("Bài ba"));
        newsroom = TestNewsroom.open(feedsYml(), folder, clock);
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    @Test
    void keepsWhatIsNewAndSaysWhichCategoriesChanged() {
        Run run = newsroom.collect();
        assertEquals(List.of(3, 3, 0), List.of(run.listed(), run.added(), run.updated()));
        assertEquals(List.of(), run.troubles());
        assertEquals(Set.of("kinh-te", "y-te"), newsroom.changed());
    }

    @Test
    void asksForNoArticleThatItKnowsAndThatIsListedAsBefore() {
        newsroom.collect();
        portal.forgetRequests();
        newsroom.changed().clear();
        Run run = newsroom.collect();
        assertEquals(List.of("/kinh-te/", "/y-te/"), portal.requests());
        assertEquals(List.of(3, 0, 0), List.of(run.listed(), run.added(), run.updated()));
        assertEquals(Set.of(), newsroom.changed());
    }

    @Test
    void looksAgainAtAnArticleThatIsListedUnderAnotherTitle() {
        newsroom.collect();
        Article before = newsroom.article("/hai.html");
        portal.put("/kinh-te/", listing("một", "hai").replace("Bài hai", "Bài hai (đã sửa)"));
        portal.put("/hai.html", page("Bài hai (đã sửa)"));
        assertEquals(1, newsroom.collect().updated());
        Article after = newsroom.article("/hai.html");
        assertEquals("Bài hai (đã sửa)", after.title());
        assertEquals(before.guid(), after.guid());
        assertEquals(before.published(), after.published());
    }

    @Test
    void losesNothingWhenThePortalIsDownOrEmptyOrDropsItsArticles() {
        newsroom.collect();
        List<Article> before = newsroom.articles();
        portal.fail("/kinh-te/", 500).fail("/y-te/", 404);
        assertTrue(newsroom.collect().failed());
        portal.mend("/kinh-te/").mend("/y-te/").put("/kinh-te/", "").put("/y-te/", listing());
        assertEquals(2, newsroom.collect().troubles().size());
        portal.put("/kinh-te/", listing("hai"));
        newsroom.collect();
        assertEquals(before, newsroom.articles());
    }

    @Test
    void takesASectionForEmptyWhoseFewArticlesAreGoneWhileTheOthersAreWell() {
        newsroom.collect();
        portal.put("/y-te/", listing());
        assertEquals(1, newsroom.collect().holds().size(), "its article is there");
        portal.fail("/ba.html", 404);
        assertEquals(List.of(), newsroom.collect().holds());
        assertEquals(List.of(), newsroom.collect().holds());
        clock.advance(Duration.ofDays(2));
        newsroom.collect();
        clock.advance(Duration.ofHours(2));
        newsroom.collect();
        assertEquals(2, newsroom.articles().size(), "it is withdrawn in due time");
    }

    @Test
    void takesASectionForEmptyWhoseArticlesWereFiledElsewhere() {
        newsroom.collect();
        portal.put("/y-te/", listing()).put("/kinh-te/", listing("ba", "một", "hai"));
        assertEquals(List.of(), newsroom.collect().holds());
    }

    @Test
    void goesOnAfterAPageThatCannotBeRead() {
        portal.fail("/một.html", 503).put("/ba.html", "<h4>Bài ba</h4><p>không có thân bài</p>");
        Run run = newsroom.collect();
        assertEquals(
                List.of(3, 1, 2),
                List.of(run.listed(), run.added(), run.troubles().size()));
        portal.mend("/một.html").put("/ba.html", page("Bài ba"));
        clock.advance(Duration.ofMinutes(1));
        assertEquals(2, newsroom.collect().added());
    }

    @Test
    void takesNoPageForAnArticleBecauseTheListingHasAPictureOfIt() {
        portal.put("/y-te/", "<h5><img src='/ba.jpg'><a href='/ba.html'>Bài ba</a></h5>");
        portal.put("/ba.html", "<h4>Bài ba</h4><div class=noidung><p>&nbsp;</p></div>");
        assertEquals(1, newsroom.collect().troubles().size());
        portal.put("/ba.html", page("Bài ba"));
        clock.advance(Duration.ofMinutes(1));
        newsroom.collect();
        Article illustrated = newsroom.article("/ba.html");
        String picture = portal.address() + "/ba.jpg";
        assertEquals(
                Image.at(URI.create(picture)), illustrated.image(), "nothing measures a picture that is not there");
        assertTrue(illustrated.body().startsWith("<p><img src=\"" + picture + "\" alt=\"\"></p>"), illustrated.body());
    }

    @Test
    void listsOneArticleOfTwoSectionsInBoth() {
        portal.put("/y-te/", listing("ba", "hai"));
        newsroom.collect();
        assertEquals(List.of("kinh-te", "y-te"), newsroom.article("/hai.html").categories());
        portal.put("/y-te/", listing("ba", "hai", "một"));
        portal.forgetRequests();
        newsroom.changed().clear();
        newsroom.collect();
        assertEquals(List.of("kinh-te", "y-te"), newsroom.article("/một.html").categories());
        assertEquals(List.of("/kinh-te/", "/y-te/"), portal.requests());
        assertEquals(Set.of("kinh-te", "y-te"), newsroom.changed(), "each feed names all categories of an article");
        assertEquals(3, newsroom.articles().size());
    }

    @Test
    void followsPagesAsFarAsItIsToldAndNeverInCircles() {
        portal.put("/kinh-te/", listing("một") + "<a rel=next href='/kinh-te/2'>»</a>");
        portal.put("/kinh-te/2", listing("hai") + "<a rel=next href='/kinh-te/#dau-trang'>»</a>");
        assertEquals(3, newsroom.collect().listed());
        assertEquals(1, portal.requests().stream().filter("/kinh-te/"::equals).count());
    }

    @Test
    void takesOneArticleUnderSeveralTrackedAddressesForOne() {
        portal.put("/y-te/", listing("ba") + "<h5><a href='/ba.html?utm_source=trang-chu#noi-dung'>Bài ba</a></h5>");
        assertEquals(3, newsroom.collect().listed());
        assertEquals(3, newsroom.articles().size());
    }

    @Test
    void numbersArticlesInTheOrderInWhichTheNewsroomPublishedThem() {
        newsroom.collect();
        assertTrue(newsroom.article("/một.html").id()
                > newsroom.article("/hai.html").id());
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

    private String feedsYml() {
        return """
                title: Tin
                categories: {kinh-te: Kinh tế, y-te: Y tế}
                sources:
                  portal:
                    html: %s/
                    pages: 5
                    sections: {kinh-te: kinh-te/, y-te: y-te/}
                    listing: {item: h5, next: "a[rel=next]"}
                    article: {title: h4, published: .date, body: .noidung}
                network: {allow-private: [127.0.0.1]}
                """.formatted(portal.address());
    }
}
