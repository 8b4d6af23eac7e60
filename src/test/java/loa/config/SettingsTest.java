package loa.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import loa.article.Category;
import loa.content.ArticleSelectors;
import loa.entry.JsonField;
import loa.fetch.FetchSettings;
import loa.listing.ListingSelectors;
import loa.page.Selector;
import loa.source.FeedSettings;
import loa.source.FolderSettings;
import loa.source.HtmlSourceSettings;
import loa.source.JsonSettings;
import loa.source.SitemapSettings;
import loa.source.SourceSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path DATA = Path.of("data");

    private static final String SMALLEST = """
            title: Tin xã
            categories: {kinh-te: Kinh tế}
            sources: {portal: {html: https://portal.example.vn/, category: kinh-te}}
            """;

    private static final String FULL = """
            title: Tin tức Thoại Sơn
            url: https://feeds.example.vn
            language: vi
            timezone: Asia/Bangkok
            contact: banbientap@example.vn
            rights: © Xã An Bình Đông
            categories:
              hoat-dong-dang-doan-the: Hoạt động Đảng - Đoàn thể
              kinh-te: Kinh tế
              van-hoa-xa-hoi:
                title: Văn hóa - Xã hội
                description: Tin văn hóa, giáo dục, y tế
                limit: 30
                full-text: false
                was: [van-hoa, xa-hoi]
                closed: true
            sources:
              portal:
                html: https://thoaison.example.vn/
                every: 10m
                pages: 3
                sections:
                  hoat-dong-dang-doan-the: hoat-dong-dang/
                  kinh-te: [kinh-te/, nong-nghiep/]
                listing:
                  item: .media-row
                  link: h5 a
                  next: a[rel=next]
                article:
                  title: h4
                  published: {select: span.date, format: "HH:mm dd/MM/yyyy"}
                  author: .author
                  summary: .sapo
                  body: .noidung
                  drop: [.share, .other-news]
              culture:
                html: https://vanhoa.example.vn/
                category: van-hoa-xa-hoi
                article: {published: time, drop: .share}
            server: {port: 8080, bind: 127.0.0.1}
            store: jdbc:sqlite:data/tin.db
            network:
              allow-private: [10.0.0.0/8, portal.local]
              delay: 1s
            """;

    @TempDir
    private Path folder;

    @Test
    void takesTheNewsroomFromTheTop() throws IOException {
        var newsroom = read(FULL).newsroom();
        assertEquals("Tin tức Thoại Sơn", newsroom.title());
        assertEquals(URI.create("https://feeds.example.vn"), newsroom.url());
        assertEquals("vi", newsroom.language());
        assertEquals("banbientap@example.vn", newsroom.contact());
        assertEquals("© Xã An Bình Đông", newsroom.rights());
    }

    @Test
    void takesCategoriesInTheirOrderInShortAndLongForm() throws IOException {
        assertEquals(
                List.of(
                        new Category("hoat-dong-dang-doan-the", "Hoạt động Đảng - Đoàn thể"),
                        new Category("kinh-te", "Kinh tế"),
                        new Category(
                                "van-hoa-xa-hoi",
                                "Văn hóa - Xã hội",
                                "Tin văn hóa, giáo dục, y tế",
                                30,
                                false,
                                List.of("van-hoa", "xa-hoi"),
                                true)),
                read(FULL).newsroom().categories());
    }

    @Test
    void takesASourceWithItsSections() throws IOException {
        HtmlSourceSettings portal = html(read(FULL), 0);
        assertEquals("portal", portal.name());
        assertEquals(URI.create("https://thoaison.example.vn/"), portal.root());
        assertEquals(Duration.ofMinutes(10), portal.every());
        assertEquals(3, portal.pages());
        assertEquals(ZoneId.of("Asia/Bangkok"), portal.zone());
        assertEquals(
                Map.of(
                        "hoat-dong-dang-doan-the", uris("https://thoaison.example.vn/hoat-dong-dang/"),
                        "kinh-te",
                                uris(
                                        "https://thoaison.example.vn/kinh-te/",
                                        "https://thoaison.example.vn/nong-nghiep/")),
                portal.sections());
        assertEquals(
                List.of("hoat-dong-dang-doan-the", "kinh-te"),
                List.copyOf(portal.sections().keySet()));
    }

    @Test
    void takesTheSelectorsOfListingAndArticle() throws IOException {
        HtmlSourceSettings portal = html(read(FULL), 0);
        ListingSelectors listing = portal.listing();
        assertEquals(List.of(".media-row", "h5 a", "a[rel=next]"), css(listing.item(), listing.link(), listing.next()));
        ArticleSelectors article = portal.article();
        assertEquals(
                List.of("h4", "span.date", ".author", ".sapo", ".noidung"),
                css(article.title(), article.published(), article.author(), article.summary(), article.body()));
        assertEquals(".share", article.drop().get(0).toString());
        assertEquals(".other-news", article.drop().get(1).toString());
        assertEquals(2, article.drop().size());
    }

    @Test
    void readsDatesByTheFormatOfTheFile() throws IOException {
        assertEquals(
                Optional.of(Instant.parse("2020-01-10T18:53:00Z")),
                Optional.ofNullable(html(read(FULL), 0).article().format())
                        .flatMap(format -> format.read("01:53 11/01/2020", ZoneId.of("Asia/Ho_Chi_Minh"))));
    }

    @Test
    void takesASourceOfOneCategoryAndSelectorsInTheirShortForms() throws IOException {
        HtmlSourceSettings culture = html(read(FULL), 1);
        assertEquals(Map.of("van-hoa-xa-hoi", uris("https://vanhoa.example.vn/")), culture.sections());
        assertEquals(List.of("time"), css(culture.article().published()));
        assertNull(culture.article().format());
        assertEquals(".share", culture.article().drop().get(0).toString());
    }

    @Test
    void takesServerStoreAndNetwork() throws IOException {
        Settings settings = read(FULL);
        assertEquals(8080, settings.server().port());
        assertEquals("127.0.0.1", settings.server().bind());
        assertEquals(Path.of("data/tin.db"), settings.store().file());
        assertEquals("feeds.example.vn", settings.store().authority());
        assertEquals(List.of("10.0.0.0/8", "portal.local"), settings.fetch().allowPrivate());
        assertEquals(Duration.ofSeconds(1), settings.fetch().delay());
        assertEquals(
                "Loa/1.0 (+https://feeds.example.vn; banbientap@example.vn)",
                settings.fetch().userAgent());
    }

    @Test
    void knowsTheSitesThatTheFileNamesAndThoseWhoseRobotsItIgnores() throws IOException {
        FetchSettings fetch = read("""
                        title: Tin
                        categories: {kinh-te: Kinh tế}
                        sources:
                          own: {html: "https://own.example.vn:8443/", sections: {kinh-te: "http://other.example.vn/"}, robots: ignore}
                          portal: {html: https://portal.example.vn/, category: kinh-te, robots: obey}
                        """).fetch();
        Set<URI> own = Set.copyOf(uris("https://own.example.vn:8443/", "http://other.example.vn/"));
        assertEquals(own, fetch.withoutRobots());
        Set<URI> all = new HashSet<>(own);
        all.add(URI.create("https://portal.example.vn/"));
        assertEquals(all, fetch.sites());
        assertThrows(ConfigurationException.class, () -> read(SMALLEST.replace("category", "robots: maybe, category")));
    }

    @Test
    void fillsInWhatIsNotSaid() throws IOException {
        Settings settings = read(SMALLEST);
        assertEquals(URI.create("http://localhost:7070"), settings.newsroom().url());
        assertEquals("vi", settings.newsroom().language());
        assertNull(settings.newsroom().contact());
        assertEquals(7070, settings.server().port());
        assertEquals("0.0.0.0", settings.server().bind());
        assertEquals(Path.of("data/loa.db"), settings.store().file());
        assertEquals("localhost", settings.store().authority());
        assertEquals(List.of(), settings.fetch().allowPrivate());
        assertEquals(Duration.ofMillis(250), settings.fetch().delay());
        HtmlSourceSettings portal = html(settings, 0);
        assertEquals(Duration.ofMinutes(15), portal.every());
        assertEquals(1, portal.pages());
        assertEquals(ZoneId.of("Asia/Ho_Chi_Minh"), portal.zone());
        assertEquals(ListingSelectors.NONE, portal.listing());
        assertEquals(ArticleSelectors.NONE, portal.article());
    }

    @Test
    void readsTheFileAtTheTopOfTheProject() {
        Settings settings = Settings.read(Path.of("feeds.yml"), OptionalInt.empty(), DATA);
        assertTrue(settings.server().sample());
        assertEquals(
                URI.create("http://127.0.0.1:7070/sample/"), html(settings, 0).root());
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0,   http://127.0.0.1:7070/sample/,  127.0.0.1",
        "127.0.0.1, http://127.0.0.1:7070/sample/,  127.0.0.1",
        "'::',      http://127.0.0.1:7070/sample/,  127.0.0.1",
        "'::1',     http://[::1]:7070/sample/,      ::1",
        "web-1.local, http://web-1.local:7070/sample/, web-1.local"
    })
    void findsTheSampleNewsroomWhereThisServerListens(String bind, String address, String mayBeReached)
            throws IOException {
        Settings settings = read(SMALLEST.replace("https://portal.example.vn/", "/sample/")
                + "url: https://feeds.example.vn\nsample: true\nserver: {bind: '" + bind + "'}\n");
        assertEquals(URI.create(address), html(settings, 0).root());
        assertEquals(List.of(mayBeReached), settings.fetch().allowPrivate());
    }

    @Test
    void listensOnThePortOfTheCommandLine() throws IOException {
        Path file = write(
                SMALLEST.replace("https://portal.example.vn/", "/sample/") + "sample: true\nserver: {port: 8080}\n");
        Settings settings = Settings.read(file, OptionalInt.of(9090), DATA);
        assertEquals(9090, settings.server().port());
        assertEquals(URI.create("http://localhost:9090"), settings.newsroom().url());
        assertEquals(
                URI.create("http://127.0.0.1:9090/sample/"), html(settings, 0).root());
    }

    @ParameterizedTest
    @CsvSource({
        "data/loa.db,          /srv/loa/loa.db",
        "./data/2026/tin.db,   /srv/loa/2026/tin.db",
        "/var/lib/loa/loa.db,  /var/lib/loa/loa.db",
        "other/loa.db,         other/loa.db",
        "database/loa.db,      database/loa.db",
        "data/../loa.db,       loa.db"
    })
    void movesWhatLiesInDataToTheFolderOfTheCommandLine(String file, String moved) throws IOException {
        Path yaml = write(SMALLEST + "store: jdbc:sqlite:" + file + "\n");
        assertEquals(
                Path.of(moved),
                Settings.read(yaml, OptionalInt.empty(), Path.of("/srv/loa"))
                        .store()
                        .file());
    }

    @Test
    void movesTheStoreThatIsNotNamedToo() throws IOException {
        assertEquals(
                Path.of("/srv/loa/loa.db"),
                Settings.read(write(SMALLEST), OptionalInt.empty(), Path.of("/srv/loa"))
                        .store()
                        .file());
    }

    @Test
    void composesVietnameseLettersThatCameInParts() throws IOException {
        String parts = Normalizer.normalize(FULL, Normalizer.Form.NFD);
        assertEquals(read(FULL).newsroom(), read(parts).newsroom());
    }

    @Test
    void keepsTitlesOnOneLineWithoutInvisibleCharacters() throws IOException {
        Settings settings = read("""
                title: "Tin\\u0007 xã\\u200B\\r\\nAn Bình \\u202EĐông"
                categories:
                  kinh-te: |
                    Kinh tế
                      và  đầu tư
                  xa-hoi: {title: "Xã\\thội", description: "Y tế\\0,\\u00A0giáo dục"}
                sources: {portal: {html: https://portal.example.vn/, category: kinh-te}}
                """);
        assertEquals("Tin xã An Bình Đông", settings.newsroom().title());
        assertEquals(
                "Kinh tế và đầu tư", settings.newsroom().categories().get(0).title());
        assertEquals("Xã hội", settings.newsroom().categories().get(1).title());
        assertEquals("Y tế, giáo dục", settings.newsroom().categories().get(1).description());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "0x1F",
                "010",
                "1_000",
                "1.50",
                "1e3",
                "true",
                "Yes",
                "off",
                "2024-01-01",
                "12:30",
                "'null'"
            })
    void keepsTitlesThatLookLikeSomethingElseAsTheyAreWritten(String title) throws IOException {
        assertEquals(
                title.replace("'", ""),
                read(SMALLEST.replace("Tin xã", title)).newsroom().title());
    }

    @Test
    void keepsNamesThatLookLikeSomethingElseAsTheyAreWritten() throws IOException {
        Settings settings = read("""
                title: Tin xã
                categories: {yes: Có, 2024: Năm 2024, null: Không, true: Đúng, 1e3: Nghìn}
                sources: {007: {html: https://portal.example.vn/, sections: {yes: co/, 2024: nam/}}}
                """);
        assertEquals(
                List.of("yes", "2024", "null", "true", "1e3"),
                settings.newsroom().categories().stream().map(Category::name).toList());
        assertEquals("007", html(settings, 0).name());
        assertEquals(
                List.of("yes", "2024"), List.copyOf(html(settings, 0).sections().keySet()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.vn/,         kinh-te/,                https://x.vn/kinh-te/",
        "https://x.vn,          kinh-te/,                https://x.vn/kinh-te/",
        "https://x.vn/tin/,     kinh-te/,                https://x.vn/tin/kinh-te/",
        "https://x.vn/tin,      kinh-te/,                https://x.vn/kinh-te/",
        "https://x.vn/tin/,     /kinh-te/,               https://x.vn/kinh-te/",
        "https://x.vn/tin/,     ../kinh-te/,             https://x.vn/kinh-te/",
        "https://x.vn/tin/,     ?chuyen-muc=5&trang=1,   https://x.vn/tin/?chuyen-muc=5&trang=1",
        "https://x.vn/tin/,     https://y.vn/a,          https://y.vn/a",
        "https://x.vn/tin/,     //y.vn/a,                https://y.vn/a",
        "https://x.vn/,         kinh tế/mới nhất,        https://x.vn/kinh%20t%E1%BA%BF/m%E1%BB%9Bi%20nh%E1%BA%A5t",
        "https://x.vn/,         kinh%20t%E1%BA%BF/,      https://x.vn/kinh%20t%E1%BA%BF/",
        "HTTPS://X.VN:443/Tin/, Moi/,                    https://x.vn/Tin/Moi/",
        "https://tin.xã.vn/,    a/,                      https://tin.xn--x-yfa.vn/a/",
        "http://[::1]:8080/,    a/,                      http://[::1]:8080/a/",
        "http://10.0.0.1:81/,   a/,                      http://10.0.0.1:81/a/"
    })
    void resolvesSectionsAgainstTheSiteAsABrowserWould(String site, String page, String address) throws IOException {
        Settings settings = read("""
                title: Tin xã
                categories: {kinh-te: Kinh tế}
                sources: {portal: {html: "%s", sections: {kinh-te: "%s"}}}
                """.formatted(site, page));
        assertEquals(Map.of("kinh-te", uris(address)), html(settings, 0).sections());
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.vn,          https://x.vn",
        "https://x.vn/,         https://x.vn",
        "https://x.vn/tin,      https://x.vn/tin",
        "https://x.vn/tin///,   https://x.vn/tin",
        "HTTP://X.vn:80/,       http://x.vn",
        "http://localhost:7070, http://localhost:7070"
    })
    void endsTheAddressOfThisServerWithoutASlash(String url, String ended) throws IOException {
        assertEquals(
                URI.create(ended),
                read(SMALLEST + "url: " + url + "\n").newsroom().url());
    }

    @ParameterizedTest
    @CsvSource({
        "https://tinh.example.vn,       https://tinh.example.vn",
        "https://Tinh.example.vn/,      https://tinh.example.vn",
        "https://tinh.example.vn:8443,  https://tinh.example.vn:8443",
        "http://localhost:8080,         http://localhost:8080",
        "https://*.xa.example.vn,       https://*.xa.example.vn",
        "https://xã.vn,                 https://xn--x-yfa.vn"
    })
    void writesTheSitesThatMayEmbedAsBrowsersAreToldThem(String given, String told) throws IOException {
        Settings settings = read(SMALLEST + "embed: {allow: ['" + given + "', https://other.example.vn]}\n");
        assertEquals(
                List.of(told, "https://other.example.vn"), settings.server().embedders());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "tinh.example.vn",
                "https://tinh.example.vn/tin",
                "https://tinh.example.vn/?a",
                "https://tinh.example.vn; script-src *",
                "https://tinh.example.vn *",
                "https://*",
                "https://a.*.vn",
                "https://[::1]",
                "ftp://tinh.example.vn",
                "data:"
            })
    void embedsOnNoSiteThatItCannotNameToBrowsers(String site) {
        assertThrows(ConfigurationException.class, () -> read(SMALLEST + "embed: {allow: ['" + site + "']}\n"));
    }

    @ParameterizedTest
    @CsvSource({"vi, vi", "VI, vi", "vi-vn, vi-VN", "en-GB, en-GB", "km, km", "mnw, mnw", "zh-hant-tw, zh-Hant-TW"})
    void writesTheCodeOfALanguageAsItIsUsuallyWritten(String given, String written) throws IOException {
        assertEquals(
                written, read(SMALLEST + "language: " + given + "\n").newsroom().language());
    }

    @ParameterizedTest
    @CsvSource({"1s, PT1S", "1000ms, PT1S", "90 s, PT1M30S", "15m, PT15M", "2h, PT2H", "1d, PT24H", "365d, PT8760H"})
    void readsTimes(String given, Duration time) throws IOException {
        assertEquals(
                time,
                read(SMALLEST.replace("category", "every: " + given + ", category"))
                        .sources()
                        .get(0)
                        .every());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Ho_Chi_Minh", "Asia/Saigon", "UTC", "GMT+7", "+07:00"})
    void readsTimeZones(String zone) throws IOException {
        assertEquals(
                ZoneId.of(zone),
                read(SMALLEST + "timezone: '" + zone + "'\n").sources().get(0).zone());
    }

    @ParameterizedTest
    @CsvSource({"true, true", "True, true", "yes, true", "on, true", "false, false", "NO, false", "off, false"})
    void readsYesAndNoAsTheyAreUsuallyWritten(String given, boolean flag) throws IOException {
        assertEquals(flag, read(SMALLEST + "sample: " + given + "\n").server().sample());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--- # Loa\n%s", "%s...\n", "%s\n# end", "\n\n%s"})
    void acceptsWhatYamlAllowsAroundTheDocument(String around) throws IOException {
        assertEquals("Tin xã", read(around.formatted(SMALLEST)).newsroom().title());
    }

    private Settings read(String yaml) throws IOException {
        return Settings.read(write(yaml), OptionalInt.empty(), DATA);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("feeds.yml"), yaml);
    }

    private static List<URI> uris(String... addresses) {
        return Stream.of(addresses).map(URI::create).toList();
    }

    private static List<String> css(@Nullable Selector... selectors) {
        return Stream.of(selectors).map(String::valueOf).toList();
    }

    @Test
    void takesSourcesOfEveryKind() throws IOException {
        List<SourceSettings> sources = read("""
                title: Tin xã
                categories: {kinh-te: Kinh tế, y-te: Y tế}
                sources:
                  province:
                    feed: https://province.example.vn/rss
                    category: kinh-te
                    full-text: true
                    pages: 2
                    article: {body: .noidung}
                  by-sitemap: {sitemap: "https://bao.example.vn/sitemap-news.xml", category: kinh-te, every: 5m}
                  wordpress:
                    json: https://xa.example.vn/wp-json/wp/v2/posts?_embed
                    items: data.articles
                    fields: {title: title.rendered, link: link, published: date_gmt, body: content.rendered}
                    categories: {Kinh tế số: kinh-te, Sức khỏe: y-te}
                  from-disk: {folder: articles/, category: kinh-te}
                """).sources();
        FeedSettings feed = assertInstanceOf(FeedSettings.class, sources.get(0));
        assertEquals(URI.create("https://province.example.vn/rss"), feed.feed());
        assertEquals(List.of(true, 2), List.of(feed.fullText(), feed.pages()));
        assertEquals(
                Selector.of(".noidung").toString(),
                String.valueOf(feed.site().selectors().body()));
        SitemapSettings sitemap = assertInstanceOf(SitemapSettings.class, sources.get(1));
        assertEquals(Duration.ofMinutes(5), sitemap.every());
        assertEquals(Set.of("kinh-te"), sitemap.categories());
        JsonSettings json = assertInstanceOf(JsonSettings.class, sources.get(2));
        assertEquals("data.articles", String.valueOf(json.items()));
        assertEquals("date_gmt", String.valueOf(json.fields().get(JsonField.PUBLISHED)));
        assertEquals(Set.of("kinh-te", "y-te"), json.categories());
        assertEquals(URI.create("https://xa.example.vn/"), json.identity().root());
        FolderSettings folder = assertInstanceOf(FolderSettings.class, sources.get(3));
        assertEquals(Path.of("articles"), folder.folder());
        assertEquals(SourceSettings.NEVER, folder.withdrawAfter());
    }

    private static HtmlSourceSettings html(Settings settings, int place) {
        return assertInstanceOf(HtmlSourceSettings.class, settings.sources().get(place));
    }
}
