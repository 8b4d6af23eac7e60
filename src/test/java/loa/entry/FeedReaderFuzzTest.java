package loa.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.article.Entry;
import loa.article.Text;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.PageVersion;
import org.jspecify.annotations.Nullable;

/** Whatever bytes a server calls a feed, a sitemap or JSON, they list articles, or there is a reason why not. */
class FeedReaderFuzzTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final List<String> CHARSETS = List.of("UTF-8", "windows-1258", "UTF-16LE", "");

    @FuzzTest(maxDuration = "30s")
    void readsArticlesOrSaysWhyNot(byte[] bytes) {
        String charset = bytes.length == 0 ? "" : CHARSETS.get(Math.floorMod(bytes[bytes.length - 1], CHARSETS.size()));
        Fetched fetched = fetched(bytes, charset.isEmpty() ? null : charset);
        try {
            FeedReader.read(fetched, ZONE, trouble -> {}).entries().forEach(FeedReaderFuzzTest::assertUsable);
        } catch (UnreadableException unreadable) {
            assertFalse(unreadable.reason().english().isEmpty());
        }
        try {
            JsonReader.read(fetched, Optional.of(JsonPath.of("items")), Map.of(), ZONE, trouble -> {})
                    .entries()
                    .forEach(FeedReaderFuzzTest::assertUsable);
        } catch (UnreadableException unreadable) {
            assertFalse(unreadable.reason().english().isEmpty());
        }
        try {
            SitemapReader.read(fetched, ZONE).entries().forEach(FeedReaderFuzzTest::assertUsable);
        } catch (UnreadableException unreadable) {
            assertFalse(unreadable.reason().english().isEmpty());
        }
    }

    private static Fetched fetched(byte[] bytes, @Nullable String charset) {
        return new Fetched(
                URI.create("https://portal.test/rss"),
                bytes,
                "application/rss+xml",
                charset,
                new PageVersion(null, null, ""),
                Instant.EPOCH);
    }

    private static void assertUsable(Entry entry) {
        assertEquals(Text.line(entry.title()), entry.title());
        assertFalse(entry.title().isEmpty());
        assertTrue(entry.link().getScheme().startsWith("http"), entry.link().toString());
    }
}
