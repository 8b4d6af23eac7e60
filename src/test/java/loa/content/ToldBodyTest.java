package loa.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loa.article.Candidate;
import loa.article.Identity;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Articles of which the page shows little, but tells machines or its own script more; each paragraph begins with its number. */
class ToldBodyTest {

    private static final String ADDRESS = "https://tin.example.vn/bai/cho-phien-vung-cao-8812.html";
    private static final String TITLE = "Chợ phiên vùng cao họp lại sau mùa lũ";
    private static final String HEAD = "<title>" + TITLE + "</title><meta property=og:title content='" + TITLE + "'>";
    private static final String SENTENCE =
            " Từ tờ mờ sáng, bà con các bản đã gùi măng, gùi nếp nương xuống chợ, tiếng cười nói vang cả một góc núi.";

    @Test
    void takesTheTextThatMachinesAreToldWhereThePageShowsLittleOfIt() {
        assertEquals(
                "1 2 3 4 5", numbers(HEAD + told(ADDRESS, 1, 2, 3, 4, 5) + "<h1>" + TITLE + "</h1>" + paragraphs(1)));
    }

    @Test
    void showsWhatIsHiddenAndTold() {
        Document body = body(HEAD + told(ADDRESS, 1, 2, 3, 4, 5) + "<h1>" + TITLE + "</h1><div>" + paragraphs(1)
                + "<div hidden>" + paragraphs(2, 3) + "<ul><li>4" + SENTENCE + "</ul>" + paragraphs(5)
                + "</div></div>");
        assertEquals("1 2 3 4 5", numbers(body));
        assertEquals(1, body.select("li").size());
    }

    @Test
    void leavesHiddenWhatThePageShowsAnyway() {
        assertEquals(
                "1 2 3 4",
                numbers(HEAD + told(ADDRESS, 1, 2, 3, 4) + "<h1>" + TITLE + "</h1><div>" + paragraphs(1, 2, 3, 4)
                        + "</div><div hidden>" + paragraphs(1, 2, 3, 4) + "</div>"));
    }

    @Test
    void leavesOutWhatIsNotToldAmongWhatIs() {
        assertEquals(
                "1 2 3 4 5 6 7 8",
                numbers(HEAD + told(ADDRESS, 2, 3, 4, 5, 6, 7, 8) + "<h1>" + TITLE + "</h1><div>"
                        + paragraphs(1, 2, 3, 4)
                        + "<p>9 Bạn đọc hãy tải ứng dụng của báo về máy để đọc tin nhanh hơn.</p>"
                        + paragraphs(5, 6, 7, 8) + "</div>"));
    }

    @Test
    void doesNotTakeWhatIsToldOfAnotherArticle() {
        assertEquals(
                "1 2",
                numbers(HEAD + told(ADDRESS, 1, 2) + told("https://tin.example.vn/bai/khac-1.html", 3, 4, 5, 6, 7, 8, 9)
                        + "<h1>" + TITLE + "</h1>" + paragraphs(1, 2)));
    }

    @Test
    void takesWhatThePageKeepsForItsScript() {
        assertEquals("1 2 3 4 5", numbers(HEAD + "<div id=app></div>" + state(TITLE)));
    }

    @Test
    void takesNothingFromScriptsThatAreAboutSomethingElse() {
        assertEquals(Optional.empty(), read(HEAD + "<div id=app></div>" + state("Thông báo về quyền riêng tư")));
    }

    private static String state(String title) {
        String html = paragraphs(1, 2, 3, 4, 5).replace("<", "\\u003c").replace("/", "\\/");
        return "<script>window.__STATE__ = {\"title\": \"" + title + "\", \"content\": \"" + html + "\"};</script>";
    }

    private static String told(String address, int... numbers) {
        return "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"url\": \"" + address
                + "\", \"articleBody\": \"" + Jsoup.parse(paragraphs(numbers)).text() + "\"}</script>";
    }

    private static String paragraphs(int... numbers) {
        StringBuilder html = new StringBuilder();
        for (int number : numbers) {
            html.append("<p>").append(number).append(SENTENCE).append("</p>");
        }
        return html.toString();
    }

    private static String numbers(String html) {
        return numbers(body(html));
    }

    private static String numbers(Document body) {
        return body.text().replaceAll("\\D+", " ").strip();
    }

    private static Document body(String html) {
        Optional<ReadArticle> read = read(html);
        assertTrue(read.isPresent(), html);
        return Jsoup.parse(read.get().article().body().html());
    }

    private static Optional<ReadArticle> read(String html) {
        Site site = new Site(
                "portal",
                new Identity(URI.create("https://tin.example.vn/"), List.of()),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                ArticleSelectors.NONE);
        Candidate candidate = new Candidate("key", URI.create(ADDRESS), "", null, null, null, Set.of("tin"));
        return new ArticleReader(site)
                .examine(
                        Jsoup.parse(html, ADDRESS),
                        Instant.parse("2026-11-23T08:00:00Z"),
                        candidate,
                        trouble -> {},
                        (links, each) -> true);
    }
}
