package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays as it was served, and how it is asked for again. */
class PromisesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final String TEXT =
            "Sáng nay, xã tổ chức trồng cây dọc tuyến đường liên thôn với sự tham gia của đông đảo bà con.";

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(NOW);
    private TestPortal portal;
    private TestNewsroom newsroom;

    @BeforeEach
    void open() {
        portal = TestPortal.serving(folder);
        portal.put("/tin/", "<h5><a href='/1'>Trồng cây</a></h5><h5><a href='/2'>Làm đường</a></h5>");
        portal.put("/1", page("Trồng cây", "2 giờ trước", TEXT))
                .put("/2", page("Làm đường", "08:00 28/02/2026", "Xong."));
        newsroom = TestNewsroom.open("""
                title: Tin
                categories: {tin: Tin}
                sources:
                  portal:
                    html: %s/
                    withdraw-after: 3h
                    sections: {tin: tin/}
                    listing: {item: h5}
                    article: {title: h4, published: .date, body: .noidung}
                network: {allow-private: [127.0.0.1]}
                """.formatted(portal.address()), folder, clock);
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    @Test
    void resolvesARelativeDateAtFirstSightAndLeavesIt() {
        newsroom.collect();
        Article first = newsroom.article("/1");
        assertEquals(NOW.minus(Duration.ofHours(2)), first.published());
        for (String later : List.of("5 giờ trước", "hôm qua", "3 ngày trước", "01/03/2026")) {
            portal.put("/1", page("Trồng cây", later, TEXT));
            clock.advance(Duration.ofDays(2));
            portal.forgetRequests();
            assertEquals(0, newsroom.collect().updated(), later);
            assertTrue(portal.requests().contains("/1"), later);
            assertEquals(first, newsroom.article("/1"), later);
        }
        portal.put("/1", page("Trồng cây", "10 ngày trước", TEXT + " Mỗi hộ nhận hai cây."));
        clock.advance(Duration.ofDays(10));
        assertEquals(1, newsroom.collect().updated());
        Article edited = newsroom.article("/1");
        assertEquals(List.of(first.guid(), first.published()), List.of(edited.guid(), edited.published()));
        assertEquals(clock.instant(), edited.updated());
    }

    @Test
    void asksForAKnownArticleOnlyWhetherItChanged() {
        portal.withValidators();
        newsroom.collect();
        clock.advance(Duration.ofHours(20));
        portal.forgetRequests();
        newsroom.collect();
        assertTrue(portal.requests().containsAll(List.of("/tin/", "/1", "/2")), portal.requests()::toString);
        assertEquals(3, portal.notModified());
    }

    @Test
    void withdrawsAfterAsLongAsTheSourceSays() {
        newsroom.collect();
        portal.fail("/1", 404);
        clock.advance(Duration.ofDays(1));
        for (int hours = 0; hours < 3; hours++) {
            newsroom.collect();
            clock.advance(Duration.ofMinutes(59));
        }
        assertEquals(2, newsroom.articles().size(), "less than three hours");
        clock.advance(Duration.ofMinutes(4));
        newsroom.collect();
        assertEquals(1, newsroom.articles().size());
    }

    private static String page(String title, String date, String text) {
        return "<h4>%s</h4><span class=date>%s</span><div class=noidung><p>%s</p></div>".formatted(title, date, text);
    }
}
