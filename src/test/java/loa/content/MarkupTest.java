package loa.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import loa.article.Candidate;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.page.PageParser;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which markup says what an article is: each page here says the same in another one. */
class MarkupTest {

    private static final String ADDRESS = "https://tin.example.vn/bai/le-hoi-nhay-lua-5512.html";
    private static final String TITLE = "Lễ hội nhảy lửa mở đầu mùa du lịch vùng cao";
    private static final String TEXT = "<p>"
            + "Đêm qua, hàng nghìn người dân và du khách đã vây quanh đống lửa lớn giữa sân làng. ".repeat(3)
            + "</p><p>"
            + "Các chàng trai chân trần lần lượt bước vào than hồng trong tiếng đàn gõ của thầy cúng. ".repeat(3)
            + "</p>";

    static Stream<Arguments> pages() {
        return Stream.of(
                page(
                        "microdata",
                        "",
                        "<article itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop=headline>" + TITLE
                                + "</h1><span itemprop=author itemscope itemtype='http://schema.org/Person'>Bài của <b itemprop=name>"
                                + "Giàng Thị Mai</b></span><meta itemprop=datePublished content='2026-03-05T19:30:00+07:00'>"
                                + "<meta itemprop=image content='/anh/le-hoi.jpg'><div itemprop=articleBody>" + TEXT
                                + "</div></article>"),
                page(
                        "microdata that readers see",
                        "",
                        "<div itemscope itemtype='http://schema.org/Article'><h2 itemprop='headline name'>" + TITLE
                                + "</h2><time itemprop=datePublished datetime='2026-03-05T12:30:00Z'>05/03/2026</time> <a rel=author"
                                + " itemprop=author href=/mai>Giàng Thị Mai</a><img itemprop=image src=/anh/le-hoi.jpg><div"
                                + " itemprop=articleBody>" + TEXT + "</div></div>"),
                page(
                        "Dublin Core",
                        "<meta name='DC.Title' content='" + TITLE + "'><meta name='DC.Creator' content='Giàng Thị Mai'>"
                                + "<meta name='DCTERMS.issued' scheme='DCTERMS.W3CDTF' content='2026-03-05T19:30:00+07:00'>"
                                + "<meta property='og:image' content='/anh/le-hoi.jpg'>",
                        "<h1>" + TITLE + "</h1><div>" + TEXT + "</div>"),
                page(
                        "Open Graph",
                        "<meta property='og:title' content='" + TITLE + " - Báo Vùng Cao'><meta property='og:site_name'"
                                + " content='Báo Vùng Cao'><meta property='article:author' content='Giàng Thị Mai'><meta"
                                + " property='article:published_time' content='2026-03-05T19:30:00+0700'><meta property='og:image'"
                                + " content='https://tin.example.vn/anh/le-hoi.jpg'>",
                        "<h1>" + TITLE + "</h1><div>" + TEXT + "</div>"),
                page(
                        "JSON-LD that refers to what it describes elsewhere",
                        "<script type='application/ld+json'>{'@graph': [{'@type': ['Article', 'NewsArticle'], 'headline': '"
                                        .replace('\'', '"')
                                + TITLE
                                + "', 'datePublished': '2026-03-05T12:30:00.000Z', 'author': [{'@id': '#mai'}], 'image': {'@id': '#anh'}},"
                                        .replace('\'', '"')
                                + "{'@type': 'Person', '@id': '#mai', 'name': 'Giàng Thị Mai'}, {'@type': 'ImageObject', '@id': '#anh',"
                                        .replace('\'', '"')
                                + "'url': '/anh/le-hoi.jpg'}]}</script>".replace('\'', '"'),
                        "<h1>" + TITLE + "</h1><div>" + TEXT + "</div>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void saysWhatTheArticleIs(String what, String head, String body) {
        ParsedArticle article = read("<title>Báo Vùng Cao</title>" + head, body);
        assertEquals(TITLE, article.title());
        assertEquals("Giàng Thị Mai", article.byline().author());
        assertEquals(Instant.parse("2026-03-05T12:30:00Z"), article.published());
        assertEquals(
                "/anh/le-hoi.jpg",
                Objects.requireNonNull(article.image()).address().getPath());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <img src=/anh/le-hoi.jpg>
            <img src=/blank.gif data-src=/anh/le-hoi.jpg>
            <img src='data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==' data-original=/anh/le-hoi.jpg>
            <img data-lazy-src=/anh/le-hoi.jpg>
            <img srcset='/anh/nho.jpg 300w, /anh/le-hoi.jpg 1200w'>
            <img src=/1x1.png data-srcset='/anh/nho.jpg 1x, /anh/le-hoi.jpg 2x'>
            <picture><source srcset='/anh/le-hoi.jpg 900w, /anh/nho.jpg 100w'><img src=/placeholder.png></picture>
            <picture><source data-srcset='/anh/le-hoi.jpg'><img alt=''></picture>
            <img src=/loading.svg><noscript><img src=/anh/le-hoi.jpg></noscript>
            <img class=lazy><noscript><img src=/anh/le-hoi.jpg></noscript>
            <a href=/anh/le-hoi.jpg><img src=/blank.png data-image=/anh/le-hoi.jpg></a>
            <amp-img src=/anh/le-hoi.jpg width=800 height=500></amp-img>
            """)
    void saysWhereThePictureIs(String image) {
        ParsedArticle article = read("", "<h1>" + TITLE + "</h1><div>" + TEXT + "<p>" + image + "</p></div>");
        assertEquals(
                "/anh/le-hoi.jpg",
                Optional.ofNullable(article.image())
                        .map(found -> found.address().getPath())
                        .orElse(""));
        assertEquals(
                List.of("https://tin.example.vn/anh/le-hoi.jpg"),
                Jsoup.parse(article.body().html()).select("img").eachAttr("src"));
    }

    private static Arguments page(String what, String head, String body) {
        return Arguments.of(what, head, body);
    }

    private static ParsedArticle read(String head, String body) {
        Site site = new Site(
                "portal",
                new Identity(URI.create("https://tin.example.vn/"), List.of()),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                ArticleSelectors.NONE);
        Candidate candidate = new Candidate("key", URI.create(ADDRESS), "", null, null, null, Set.of("tin"));
        return new ArticleReader(site)
                .read(
                        PageParser.parse(
                                "<head>" + head + "</head><body>" + body + "</body>",
                                URI.create(ADDRESS),
                                trouble -> {}),
                        Instant.parse("2026-11-23T08:00:00Z"),
                        candidate,
                        trouble -> {},
                        part -> Part.GONE)
                .orElseThrow();
    }
}
