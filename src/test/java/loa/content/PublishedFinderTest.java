package loa.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import loa.TestClock;
import loa.TestNewsroom;
import loa.TestPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that the listing and the article's page show, collected at nine in the morning of 10 November in Vietnam. */
class PublishedFinderTest {

    private static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z");
    private static final List<String> TEXTS = List.of(
            "Bà con trong xã cùng nhau làm lại con đường. ",
            "Cát đá được chở tới tận ngõ từ sáng sớm. ",
            "Mỗi nhà góp một ngày công và ít xi măng. ");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(NOW);
    private TestPortal portal;
    private TestNewsroom newsroom;

    @BeforeEach
    void open() {
        portal = TestPortal.serving(folder);
        newsroom = newsroom("");
    }

    @AfterEach
    void close() {
        newsroom.close();
        portal.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2 giờ trước,               ,                   2026-11-10T00:00:00Z",
        ",                          30 phút trước,      2026-11-10T01:30:00Z",
        "2 giờ trước,               07:12 10/11/2026,   2026-11-10T00:12:00Z",
        "07:12 10/11/2026,          2 giờ trước,        2026-11-10T00:12:00Z",
        "10/11/2026,                07:12 10/11/2026,   2026-11-10T00:12:00Z",
        "07:12 10/11/2026,          10/11/2026,         2026-11-10T00:12:00Z",
        "01/11/2026,                05/11/2026,         2026-11-04T17:00:00Z",
        ",                          ,                   2026-11-10T02:00:00Z",
    })
    void makesOneDateOfWhatTheListingAndThePageShow(
            @Nullable String listed, @Nullable String shown, Instant published) {
        put(listed, shown);
        newsroom.collect();
        assertEquals(published, newsroom.article("/tin/lam-duong-moi-101.html").published());
    }

    @Test
    void freezesADateThatCountsBackAndAsksForNoArticleBecauseOfIt() {
        put("2 giờ trước", null);
        newsroom.collect();
        clock.advance(Duration.ofMinutes(10));
        put("130 phút trước", null);
        portal.forgetRequests();
        newsroom.collect();
        assertEquals(List.of("/tin/"), portal.requests());
        put("Hôm qua, 07:12", "4 giờ trước");
        portal.put("/tin/", listing("Hôm qua, 07:12").replace("Làm đường", "Cùng làm đường"));
        clock.advance(Duration.ofDays(1));
        newsroom.collect();
        assertEquals(
                NOW.minus(Duration.ofHours(2)),
                newsroom.article("/tin/lam-duong-moi-101.html").published());
    }

    @Test
    void believesTheOperatorsSelectorAndNotTheListing() {
        newsroom.close();
        newsroom = newsroom("article: {published: .ngay}");
        put("07:12 10/11/2026", "09:00 09/11/2026</span><span class=ngay>10/11/2026");
        newsroom.collect();
        assertEquals(
                Instant.parse("2026-11-09T17:00:00Z"),
                newsroom.article("/tin/lam-duong-moi-101.html").published());
    }

    private void put(@Nullable String listed, @Nullable String shown) {
        portal.put("/tin/", listing(listed));
        for (int number = 101; number <= 103; number++) {
            portal.put("/tin/lam-duong-moi-" + number + ".html", page(number, shown));
        }
    }

    private static String listing(@Nullable String date) {
        StringBuilder listing = new StringBuilder("<title>Tin tức</title><ul class=ds>");
        for (int number = 101; number <= 103; number++) {
            listing.append("<li><h3><a href='/tin/lam-duong-moi-%d.html'>%s</a></h3>%s</li>"
                    .formatted(number, title(number), span(date)));
        }
        return listing + "</ul>";
    }

    private static String page(int number, @Nullable String date) {
        String text = "<p>" + TEXTS.get(number - 101).repeat(9) + "</p>";
        return "<title>%1$s</title><h1>%1$s</h1>%2$s<div class=noi-dung>%3$s%3$s</div>"
                .formatted(title(number), span(date), text);
    }

    private static String title(int number) {
        return "Làm đường mới về ấp số " + number;
    }

    private static String span(@Nullable String date) {
        return date == null ? "" : "<span class=date>" + date + "</span>";
    }

    private TestNewsroom newsroom(String article) {
        return TestNewsroom.open("""
                title: Tin
                categories: {tin: Tin}
                sources:
                  portal:
                    html: %s/tin/
                    category: tin
                    robots: ignore
                    %s
                network: {allow-private: [127.0.0.1]}
                """.formatted(portal.address(), article), folder, clock);
    }
}
