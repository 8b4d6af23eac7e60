package loa.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import loa.article.Candidate;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.article.Text;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.PageVersion;
import loa.page.PageParser;
import loa.page.Trouble;
import org.jspecify.annotations.Nullable;

/** Whatever bytes a server calls an article's page, there is an article that may be published, or a reason why not. */
class ArticleReaderFuzzTest {

    private static final URI ADDRESS = URI.create("https://portal.test/tin/mua-lua-chin-12345.html");
    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1258", "UTF-16LE", "ISO-2022-KR", "");
    private static final Instant FETCHED = Instant.parse("2026-03-15T03:00:00Z");
    private static final Site SITE =
            new Site("portal", new Identity(ADDRESS, List.of()), ZoneId.of("Asia/Ho_Chi_Minh"), ArticleSelectors.NONE);

    @FuzzTest(maxDuration = "30s")
    void readsAnArticleOrSaysWhyNot(byte[] bytes) {
        List<Trouble> troubles = new ArrayList<>();
        @Nullable String charset = bytes.length == 0 ? null : CHARSETS.get(Math.floorMod(bytes[0], CHARSETS.size()));
        Candidate candidate = new Candidate("1", ADDRESS, "Mùa lúa chín", null, null, null, Set.of("kinh-te"));
        Optional<ParsedArticle> article = PageParser.parse(
                        new Fetched(
                                ADDRESS,
                                bytes,
                                "text/html",
                                charset == null || charset.isEmpty() ? null : charset,
                                new PageVersion(null, null, ""),
                                FETCHED),
                        troubles::add)
                .flatMap(page -> new ArticleReader(SITE)
                        .read(page, FETCHED, candidate, troubles::add, part -> Part.of(Optional.empty())));
        assertTrue(article.isPresent() || !troubles.isEmpty());
        article.ifPresent(ArticleReaderFuzzTest::assertPublishable);
    }

    private static void assertPublishable(ParsedArticle article) {
        assertEquals(Text.line(article.title()), article.title());
        assertFalse(article.title().isEmpty());
        if (article.summary() != null) {
            assertEquals(Text.line(article.summary()), article.summary());
        }
        assertEquals(Text.clean(article.body().html()), article.body().html());
    }
}
