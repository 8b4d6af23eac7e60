package loa.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import loa.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final URI ADDRESS = URI.create("https://portal.example.vn/tin?trang=1");

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(NOW);

    @Test
    void remembersAPageOfEachSourceThroughARestart() {
        Page read = new Page(ADDRESS, "settings", "\"1\"", "Sun, 01 Mar 2026 04:00:00 GMT", "hash", 10, 0, NOW);
        Page failed = new Page(ADDRESS, "others", null, null, null, 0, 3, NOW.plusSeconds(60));
        try (ArticleStore store = open()) {
            store.pages().put("portal", List.of(failed));
            store.pages().put("portal", List.of(read));
            store.pages().put("other", List.of(failed));
        }
        try (ArticleStore store = open()) {
            assertEquals(Optional.of(read), store.pages().find("portal", ADDRESS));
            assertEquals(Optional.of(failed), store.pages().find("other", ADDRESS));
            assertEquals(Optional.empty(), store.pages().find("portal", URI.create("https://portal.example.vn/tin")));
        }
    }

    @Test
    void forgetsWhatNobodyAskedForInAMonth() {
        try (ArticleStore store = open()) {
            store.pages().put("portal", List.of(new Page(ADDRESS, "settings", null, null, "hash", 0, 0, NOW)));
            clock.advance(Duration.ofDays(31));
            Page other = new Page(ADDRESS.resolve("/khac"), "settings", null, null, "hash", 0, 0, clock.instant());
            store.pages().put("other", List.of(other));
            assertEquals(Optional.empty(), store.pages().find("portal", ADDRESS));
            assertEquals(Optional.of(other), store.pages().find("other", other.address()));
        }
    }

    private ArticleStore open() {
        return ArticleStore.open(new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), clock);
    }
}
