package loa.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Category;
import loa.article.ParsedArticle;
import loa.store.ArticleStore;
import loa.store.Revision;
import loa.store.StoreSettings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedsTest {

    private static final Category ECONOMY = new Category("kinh-te", "Kinh tế", null, 2, true, List.of(), false);
    private static final Category HEALTH = new Category("y-te", "Y tế");
    private static final Newsroom NEWSROOM = new Newsroom(
            "Tin", URI.create("https://feeds.example.vn"), "vi", null, null, List.of(ECONOMY, HEALTH), Map.of());

    private static final Category ALL = NEWSROOM.all();
    private static final long CACHE = 4 << 20;

    @TempDir
    Path folder;

    private ArticleStore store;
    private Feeds feeds;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        store = ArticleStore.open(new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), clock);
        feeds = new Feeds(NEWSROOM, store.articles(), CACHE);
    }

    @AfterEach
    void close() {
        feeds.close();
        store.close();
    }

    @Test
    void rendersAFeedOnceUntilItsArticlesChange() {
        Rendered first = feeds.feed(ECONOMY, FeedFormat.RSS, 2);
        assertSame(first, feeds.feed(ECONOMY, FeedFormat.RSS, 2));
        feeds.changed(Set.of("y-te"));
        assertSame(first, feeds.feed(ECONOMY, FeedFormat.RSS, 999));
    }

    @Test
    void showsAnArticleInItsFeedsSoonAfterItIsKept() throws InterruptedException {
        assertEquals(List.of(), titles(ECONOMY));
        assertEquals(List.of(), titles(ALL));
        keep("Bài một", "kinh-te");
        assertTrue(within(2000, () -> titles(ECONOMY).size() == 1 && titles(ALL).size() == 1));
        assertEquals(List.of(), titles(HEALTH));
    }

    @Test
    void holdsNoMoreArticlesThanTheCategoryOrTheReaderWants() {
        keep("Bài một", "kinh-te");
        keep("Bài hai", "kinh-te");
        keep("Bài ba", "kinh-te");
        assertEquals(List.of("Bài ba", "Bài hai"), titles(ECONOMY));
        assertEquals(List.of("Bài ba"), titles(feeds.feed(ECONOMY, FeedFormat.JSON, 1)));
        assertEquals(List.of("Bài ba", "Bài hai"), titles(feeds.feed(ECONOMY, FeedFormat.JSON, 999_999)));
        assertEquals(3, titles(ALL).size());
    }

    @Test
    void losesNoChangeThatComesWhileManyReadersAsk() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(4);
        CountDownLatch done = new CountDownLatch(1);
        List<Future<?>> running = Stream.of(FeedFormat.values())
                .<Future<?>>map(format -> readers.submit(() -> {
                    while (done.getCount() > 0) {
                        feeds.feed(ALL, format, 50);
                    }
                }))
                .toList();
        for (int i = 0; i < 40; i++) {
            keep("Bài số " + i + ".", "y-te");
        }
        assertTrue(within(5000, () -> titles(ALL).size() == 40));
        done.countDown();
        for (Future<?> reader : running) {
            reader.get(5, TimeUnit.SECONDS);
        }
        readers.shutdown();
    }

    @Test
    void givesTheSameContentTheSameBytesAndTheSameETag() {
        keep("Bài một", "kinh-te");
        try (Feeds others = new Feeds(NEWSROOM, store.articles(), CACHE)) {
            for (FeedFormat format : FeedFormat.values()) {
                Rendered one = feeds.feed(ALL, format, 50);
                Rendered other = others.feed(ALL, format, 50);
                for (Encoding encoding : one.encodings()) {
                    assertEquals(one.etag(encoding), other.etag(encoding));
                    assertArrayEquals(one.body(encoding), other.body(encoding));
                }
            }
        }
    }

    @Test
    void encodesADocumentInEachEncodingUnderAnETagOfItsOwn() throws IOException {
        keep("Bài một", "kinh-te");
        Rendered feed = feeds.feed(ALL, FeedFormat.ATOM, 50);
        byte[] plain = feed.body(Encoding.IDENTITY);
        assertArrayEquals(
                plain, new GZIPInputStream(new ByteArrayInputStream(feed.body(Encoding.GZIP))).readAllBytes());
        assertEquals(Set.of(Encoding.values()), feed.encodings(), "brotli is there on the machines that build Loa");
        assertArrayEquals(
                plain, new BrotliInputStream(new ByteArrayInputStream(feed.body(Encoding.BROTLI))).readAllBytes());
        assertEquals(3, feed.encodings().stream().map(feed::etag).distinct().count());
    }

    @Test
    void tellsWhatChangedSinceAnETag() throws InterruptedException {
        keep("Bài một", "y-te");
        keep("Bài hai", "y-te");
        Rendered before = feeds.feed(HEALTH, FeedFormat.JSON, 50);
        assertTrue(since(before, HEALTH).isEmpty(), "nothing changed");
        keep("Bài ba", "y-te");
        assertTrue(within(2000, () -> titles(HEALTH).size() == 3));
        for (Encoding encoding : Encoding.values()) {
            assertEquals(
                    List.of("Bài ba"),
                    titles(feeds.since(before.etag(encoding), HEALTH, FeedFormat.JSON, 50)
                            .orElseThrow()));
        }
        assertTrue(feeds.since("\"anything\"", HEALTH, FeedFormat.JSON, 50).isEmpty());
        assertTrue(feeds.since("\"00000000000000000000000000000000.0\"", HEALTH, FeedFormat.JSON, 50)
                .isEmpty());
    }

    @Test
    void tellsAnArticleThatIsNewInACategoryThoughItIsNotNew() throws InterruptedException {
        keep("Bài cũ", "kinh-te");
        keep("Bài khác", "y-te");
        Rendered before = feeds.feed(HEALTH, FeedFormat.JSON, 50);
        feeds.changed(store.list("portal", "Bài cũ", Set.of("y-te")));
        assertTrue(within(2000, () -> titles(HEALTH).size() == 2));
        assertEquals(List.of("Bài cũ"), titles(since(before, HEALTH).orElseThrow()));
    }

    @Test
    void holdsEveryArticleInItsArchiveBackToTheFirst() {
        List<String> kept =
                IntStream.rangeClosed(1, 120).mapToObj(i -> "Bài " + i).toList();
        kept.forEach(title -> keep(title, "kinh-te"));
        assertEquals(kept.subList(0, 50), oldestFirst(archive(1)));
        assertEquals(kept.subList(50, 100), oldestFirst(archive(2)));
        assertEquals(kept.subList(100, 120), oldestFirst(archive(3)));
        assertTrue(feeds.archive(ECONOMY, FeedFormat.ATOM, 4).isEmpty());
        assertTrue(feeds.archive(ECONOMY, FeedFormat.ATOM, 0).isEmpty());
        assertTrue(links(feeds.feed(ECONOMY, FeedFormat.ATOM, 2)).contains("prev-archive=3"));
        assertEquals(
                Set.of("self=2", "prev-archive=1", "next-archive=3", "current=", "alternate="), links(archiveAtom(2)));
        assertEquals(Set.of("self=1", "next-archive=2", "current=", "alternate="), links(archiveAtom(1)));
        assertEquals(Set.of("self=3", "prev-archive=2", "current=", "alternate="), links(archiveAtom(3)));
    }

    @Test
    void neverChangesAFullArchiveDocument() throws InterruptedException {
        IntStream.rangeClosed(1, 50).forEach(i -> keep("Bài " + i, "kinh-te"));
        byte[] full = archiveAtom(1).body(Encoding.IDENTITY);
        IntStream.rangeClosed(51, 101).forEach(i -> keep("Bài " + i, "kinh-te"));
        assertTrue(within(2000, () -> feeds.archive(ECONOMY, FeedFormat.ATOM, 3).isPresent()));
        try (Feeds others = new Feeds(NEWSROOM, store.articles(), CACHE)) {
            assertArrayEquals(
                    full,
                    others.archive(ECONOMY, FeedFormat.ATOM, 1).orElseThrow().body(Encoding.IDENTITY));
        }
    }

    @Test
    void saysThatAnArticleWasWithdrawnAndShowsItNoMore() throws InterruptedException {
        keep("Bài một", "kinh-te");
        keep("Bài hai", "kinh-te");
        assertEquals(2, titles(ECONOMY).size());
        String guid = store.articles().newest("kinh-te", 1).get(0).guid();
        feeds.changed(store.withdraw(guid));
        assertTrue(within(2000, () -> titles(ECONOMY).equals(List.of("Bài một"))));
        assertEquals(
                guid,
                atom(feeds.feed(ECONOMY, FeedFormat.ATOM, 2))
                        .select("at|deleted-entry")
                        .attr("ref"));
        assertEquals(List.of("Bài một"), archive(1));
        assertEquals(Set.of(), store.withdraw(guid), "only once");
    }

    @Test
    void staysAsItIsWhenWhatItDoesNotShowChanges() throws InterruptedException {
        for (String title : List.of("Bài một", "Bài hai", "Bài ba")) {
            keep(title, "kinh-te"); // which shows two
        }
        String whole = feeds.feed(ECONOMY, FeedFormat.RSS, 2).etag(Encoding.IDENTITY);
        reopen(Instant.parse("2026-01-02T00:00:00Z"));
        Revision before = store.articles().revision("kinh-te");
        assertEquals(whole, feeds.feed(ECONOMY, FeedFormat.RSS, 2).etag(Encoding.IDENTITY));
        keep("Bài một", "Nội dung mới", "kinh-te");
        assertNotEquals(before, store.articles().revision("kinh-te"), "it did change");
        assertEquals(whole, feeds.feed(ECONOMY, FeedFormat.RSS, 2).etag(Encoding.IDENTITY));
        try (Feeds others = new Feeds(NEWSROOM, store.articles(), CACHE)) {
            assertEquals(whole, others.feed(ECONOMY, FeedFormat.RSS, 2).etag(Encoding.IDENTITY));
        }
    }

    @Test
    void linksNoArchiveWhereTheFeedShowsAll() {
        keep("Bài một", "y-te");
        assertEquals(Set.of("self=", "alternate="), links(feeds.feed(HEALTH, FeedFormat.ATOM, 50)));
    }

    @Test
    void keepsTheArticlesOfACategoryThatIsRenamed() {
        keep("Bài một", "suc-khoe");
        keep("Bài hai", "suc-khoe");
        store.rename("suc-khoe", "y-te");
        assertEquals(List.of("Bài hai", "Bài một"), titles(HEALTH));
        assertEquals(0, store.articles().count("suc-khoe"));
    }

    private void reopen(Instant now) {
        close();
        store = ArticleStore.open(
                new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), Clock.fixed(now, ZoneOffset.UTC));
        feeds = new Feeds(NEWSROOM, store.articles(), CACHE);
    }

    private void keep(String title, String category) {
        keep(title, title, category);
    }

    private void keep(String title, String text, String category) {
        ParsedArticle parsed = new ParsedArticle(
                "portal",
                title,
                URI.create("https://portal.example.vn/" + Integer.toHexString(title.hashCode())),
                title,
                null,
                new Body("<p>" + text + "</p>", text),
                Byline.NONE,
                null,
                null,
                Set.of(category));
        feeds.changed(store.put(parsed, title, "").categories());
    }

    private Optional<Rendered> since(Rendered before, Category category) {
        return feeds.since(before.etag(Encoding.IDENTITY), category, FeedFormat.JSON, category.limit());
    }

    private List<String> titles(Category category) {
        return titles(feeds.feed(category, FeedFormat.JSON, category.limit()));
    }

    private static List<String> titles(Rendered json) {
        try {
            List<String> titles = new ArrayList<>();
            new ObjectMapper()
                    .readTree(json.body(Encoding.IDENTITY))
                    .get("items")
                    .forEach(item -> titles.add(item.get("title").asText()));
            return titles;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> archive(int number) {
        return titles(feeds.archive(ECONOMY, FeedFormat.JSON, number).orElseThrow());
    }

    private Rendered archiveAtom(int number) {
        return feeds.archive(ECONOMY, FeedFormat.ATOM, number).orElseThrow();
    }

    private static List<String> oldestFirst(List<String> titles) {
        List<String> reversed = new ArrayList<>(titles);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Each link of the feed as its relation and the number of the archive document that it leads to. */
    private static Set<String> links(Rendered atom) {
        return atom(atom).select("feed > link").stream()
                .map(link ->
                        link.attr("rel") + "=" + link.attr("href").replaceFirst(".*/archive/(\\d+)\\.atom$|.*", "$1"))
                .collect(Collectors.toSet());
    }

    private static Document atom(Rendered atom) {
        return Jsoup.parse(new String(atom.body(Encoding.IDENTITY), UTF_8), "", Parser.xmlParser());
    }

    private static boolean within(long millis, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }
}
