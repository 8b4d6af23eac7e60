package loa.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParsedArticleTest {

    private static final URI LINK = URI.create("https://xa.vn/tin/7.html");
    private static final Image IMAGE = image("https://xa.vn/anh/7.jpg");
    private static final Byline BYLINE = new Byline("Mai Thảo", null);
    private static final String HTML = "<p>Nước <b>lớn</b>.</p><p>Ghe về <a href='/ben'>bến</a>.</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Nước <strong>lớn</strong>.</p><p>Ghe về <a href='/ben'>bến</a>.</p>",
                "<div class='x7'><p>Nước lớn.</p>\n\n<p id='g19'>Ghe về bến.</p></div>",
                "<p>Nước&nbsp;<b>lớn</b>.</p><p>Ghe về <a href='/ben?token=1'>bến</a>.<script>dem(7)</script></p>",
                "<p>Nươ\u0301c lơ\u0301n.<br>Ghe vê\u0300 bê\u0301n.</p><p>&nbsp;</p>",
                "<table><tr><td>Nước lớn.</td><td>Ghe về bến.</td></tr></table>",
            })
    void keepsItsContentHashWhenOnlyTheMarkupChanges(String html) {
        assertEquals(
                article("Tin", null, HTML, BYLINE, IMAGE).contentHash(),
                article("Tin", null, html, BYLINE, IMAGE).contentHash());
    }

    @Test
    void keepsItsContentHashWhenOnlyWhereItStandsChanges() {
        ParsedArticle article = article("Tin", null, HTML, BYLINE, IMAGE);
        ParsedArticle moved = new ParsedArticle(
                "huyện",
                "/khac",
                URI.create("https://xa.vn/khac"),
                article.title(),
                article.summary(),
                article.body(),
                article.byline(),
                article.image(),
                Instant.EPOCH,
                Set.of("khac"));
        assertEquals(article.contentHash(), moved.contentHash());
    }

    @Test
    void keepsItsContentHashWhenItsImageIsMeasuredOrMovesWithThePortal() {
        String hash = article("Tin", null, HTML, BYLINE, IMAGE).contentHash();
        Image measured = new Image(IMAGE.address(), "image/jpeg", 7);
        assertEquals(
                hash, article("Tin", null, HTML, BYLINE, IMAGE).with(measured).contentHash());
        ParsedArticle moved = new ParsedArticle(
                "xã",
                "/tin/7.html",
                URI.create("https://huyen.vn/tin/7.html"),
                "Tin",
                null,
                article("Tin", null, HTML, BYLINE, null).body(),
                BYLINE,
                image("https://huyen.vn/anh/7.jpg"),
                null,
                Set.of("tin"));
        assertEquals(hash, moved.contentHash());
    }

    @Test
    void hasAnotherContentHashForWhateverAReaderWouldCallAnUpdate() {
        Set<String> hashes = new HashSet<>();
        for (ParsedArticle article : new ParsedArticle[] {
            article("Tin", null, HTML, BYLINE, IMAGE),
            article("Tin mới", null, HTML, BYLINE, IMAGE),
            article("Tin", "", HTML, BYLINE, IMAGE),
            article("Tin", "Nước lớn", HTML, BYLINE, IMAGE),
            article("Tin", null, HTML.replace("lớn", "ròng"), BYLINE, IMAGE),
            article("Tin", null, HTML.replace(".</p><p>", "</p><p>"), BYLINE, IMAGE),
            article("Tin", null, HTML, new Byline("Quốc Trụ", null), IMAGE),
            article("Tin", null, HTML, new Byline(null, "Mai Thảo"), IMAGE),
            article("Tin", null, HTML, new Byline("Mai Thảo", "TTXVN"), IMAGE),
            article("Tin", null, HTML, Byline.NONE, IMAGE),
            article("Tin", null, HTML, BYLINE, null),
            article("Tin", null, HTML, BYLINE, image("https://xa.vn/anh/8.jpg")),
        }) {
            hashes.add(article.contentHash());
        }
        assertEquals(12, hashes.size());
    }

    @Test
    void hasATitleAndACategory() {
        assertThrows(IllegalArgumentException.class, () -> article("", null, HTML, BYLINE, IMAGE));
        assertThrows(IllegalArgumentException.class, () -> categorised(Set.of()));
    }

    @Test
    void keepsItsOwnCategories() {
        Set<String> categories = new HashSet<>(Set.of("tin"));
        ParsedArticle article = categorised(categories);
        categories.add("khac");
        assertEquals(Set.of("tin"), article.categories());
        assertNotEquals(categories, article.categories());
    }

    private static ParsedArticle article(
            String title, @Nullable String summary, String html, Byline byline, @Nullable Image image) {
        Body body = Sanitizer.clean(Jsoup.parse(html, LINK.toString()).body());
        return new ParsedArticle("xã", "/tin/7.html", LINK, title, summary, body, byline, image, null, Set.of("tin"));
    }

    private static Image image(String address) {
        return Image.at(URI.create(address));
    }

    private static ParsedArticle categorised(Set<String> categories) {
        return new ParsedArticle(
                "xã", "/tin/7.html", LINK, "Tin", null, new Body("", ""), BYLINE, null, null, categories);
    }
}
