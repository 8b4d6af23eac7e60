package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loa.TestPortal;
import loa.article.Article;
import loa.article.Category;
import loa.content.ArticleSelectors;
import loa.fetch.FetchSettings;
import loa.fetch.Fetcher;
import loa.listing.ListingSelectors;
import loa.source.HtmlSourceSettings;
import loa.store.ArticleStore;
import loa.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every page of a site shows is no article: learnt from the first pages, and kept. */
class SiteMemoryTest {

    private static final String EVERYWHERE =
            "Cổng thông tin xã mong nhận được ý kiến đóng góp của bà con về chất lượng tin bài,"
                    + " xin gửi về bộ phận một cửa trong giờ hành chính các ngày trong tuần.";

    @TempDir
    private Path folder;

    @Test
    void leavesOutOfArticlesWhatEveryPageShowsAlsoAfterARestart() {
        try (TestPortal portal = TestPortal.serving(folder)) {
            publish(portal, 5);
            assertEquals(5, collect(portal).size());
            long asked = portal.requests().stream()
                    .filter(path -> path.startsWith("/bai-viet"))
                    .count();
            assertEquals(5, asked);

            publish(portal, 6);
            List<Article> articles = collect(portal);
            assertEquals(6, articles.size());
            for (Article article : articles) {
                assertTrue(article.body().contains("riêng của bài"), article.body());
                assertFalse(article.body().contains("bộ phận một cửa"), article.body());
            }
        }
    }

    private static void publish(TestPortal portal, int count) {
        String links = IntStream.rangeClosed(1, count)
                .mapToObj(i -> "<li><h3><a href='/bai-viet-" + i + ".html'>" + title(i) + "</a></h3></li>")
                .collect(Collectors.joining());
        portal.put("/", "<title>Tin tức</title><ul>" + links + "</ul>");
        IntStream.rangeClosed(1, count).forEach(i -> portal.put("/bai-viet-" + i + ".html", page(i)));
    }

    private static String title(int i) {
        return "Bản tin thứ " + i + " của xã về mùa lúa mới";
    }

    private static String page(int i) {
        return "<title>" + title(i) + "</title><div><h1>" + title(i) + "</h1>"
                + IntStream.range(0, 4)
                        .mapToObj(p -> "<p>Đoạn " + p + " riêng của bài: " + words(new Random(10L * i + p)) + ".</p>")
                        .collect(Collectors.joining())
                + "<p>" + EVERYWHERE + "</p></div>";
    }

    /** Words without sense, other ones for each article: articles that are alike would be asked after. */
    private static String words(Random random) {
        return random.ints(150, 0, 26)
                .mapToObj(letter -> (letter % 4 == 0 ? " " : "") + (char) ('a' + letter))
                .collect(Collectors.joining());
    }

    private List<Article> collect(TestPortal portal) {
        URI root = URI.create(portal.address() + "/");
        HtmlSourceSettings settings = new HtmlSourceSettings(
                "portal",
                root,
                Duration.ofMinutes(15),
                1,
                Map.of("tin", List.of(root)),
                ListingSelectors.NONE,
                ArticleSelectors.NONE,
                ZoneId.of("Asia/Ho_Chi_Minh"));
        FetchSettings fetch = new FetchSettings("Loa", List.of("127.0.0.1"), Duration.ZERO, Set.of(root), Set.of(root));
        try (ArticleStore store = ArticleStore.open(
                        new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), Clock.systemUTC());
                Fetcher fetcher = new Fetcher(fetch)) {
            new Collector(store, changed -> {}, Locale.ENGLISH, Clock.systemUTC(), new Random(1))
                    .collect(settings.with(fetcher));
            return store.articles().newest(Category.ALL, 50);
        }
    }
}
