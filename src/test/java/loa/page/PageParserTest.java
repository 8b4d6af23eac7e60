package loa.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loa.article.Text;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.PageVersion;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageParserTest {

    private static final URI ADDRESS = URI.create("https://portal.example.vn/tin/1.html");
    private static final String LINE = "Nông dân xã Bình Minh được mùa lúa, ở Đồng Tháp Mười";

    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");

    private final List<Trouble> troubles = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "windows-1258, Được mùa lúa",
        "windows-1252, Bình ký",
        "utf8,         Được mùa lúa",
        "UTF-16BE,     Được mùa lúa",
        "Shift_JIS,    日本",
        "gb18030,      新闻",
        "euc-kr,       뉴스"
    })
    void readsTheCharsetThatTheHeaderNames(String charset, String text) {
        byte[] body = encoded(page("<meta charset=us-ascii>", text), Charset.forName(charset));
        assertEquals(text, title(body, charset));
    }

    @Test
    void readsVietnameseOfWindows1258InNfc() {
        byte[] body = encoded(page("<meta charset=windows-1258>", LINE), Charset.forName("windows-1258"));
        assertEquals(LINE, title(body, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=windows-1258>",
                "<META CHARSET='Windows-1258'/>",
                "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1258\">",
                "<!-- <meta charset=utf-8> --><meta name=x><meta charset=\"windows-1258\">",
                "<?xml version=\"1.0\" encoding=\"windows-1258\"?>",
            })
    void readsTheCharsetThatThePageNames(String declaration) {
        assertEquals(LINE, title(encoded(declaration + page("", LINE), Charset.forName("windows-1258")), null));
    }

    @Test
    void takesAPageForUtf8IfAllItsLettersAreWhateverItNames() {
        assertEquals(LINE, title(page("<meta charset=windows-1258>", LINE).getBytes(UTF_8), null));
        String japanese = "日本";
        Charset switching = Charset.forName("ISO-2022-JP");
        assertEquals(japanese, title(encoded(page("<meta charset=ISO-2022-JP>", japanese), switching), null));
    }

    @Test
    void believesTheHeaderBeforeThePage() {
        assertEquals(LINE, title(page("<meta charset=windows-1252>", LINE).getBytes(UTF_8), "UTF-8"));
    }

    @Test
    void believesTheByteOrderMarkBeforeTheHeader() {
        String page = "\uFEFF" + page("<meta charset=windows-1258>", LINE);
        assertEquals(LINE, title(page.getBytes(UTF_8), "windows-1252"));
        assertEquals(LINE, title(page.getBytes(UTF_16LE), "windows-1252"));
        assertEquals(LINE, title(page.getBytes(UTF_16BE), "UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-7", "x-no-such", "UTF-16", "!", "utf-8;x"})
    void takesAPageForUtf8IfItNamesNoCharsetThatItCanBeIn(String charset) {
        assertEquals(LINE, title(page("<meta charset='" + charset + "'>", LINE).getBytes(UTF_8), null));
    }

    @ParameterizedTest
    @CsvSource({",UTF-7", "UTF-7,UTF-8"})
    void readsNoUtf7(@Nullable String header, String declared) {
        Document page = parse(
                page("<meta charset=" + declared + ">", "+ADw-script+AD4-x()+ADw-/script+AD4-")
                        .getBytes(UTF_8),
                header);
        assertEquals("+ADw-script+AD4-x()+ADw-/script+AD4-", page.select("h1").text());
        assertEquals(0, page.select("script").size());
    }

    @Test
    void readsWhatWindowsWritesInPagesThatCallThemselvesLatin() {
        byte[] body = encoded(page("", "“lúa” – 5 €"), Charset.forName("windows-1252"));
        assertEquals("“lúa” – 5 €", title(body, "ISO-8859-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "4ce1ba,         L", // a letter that breaks off
        "4cc0af,         L", // an overlong slash
        "4ceda080,       L", // half of a surrogate pair
        "4cf4908080,     L", // beyond Unicode
        "4cff41fe,       LA",
        "4c80bf41,       LA",
        "4c000141,       LA",
        "4cc285c29f41,   L A", // C1: next line parts words
        "4cefbfbeefbfbf41, LA",
        "4cee808041,     LA" // private use
    })
    void publishesNothingOfWhatIsMalformed(String hex, String title) {
        byte[] bytes =
                page("", new String(HexFormat.of().parseHex(hex), ISO_8859_1)).getBytes(ISO_8859_1);
        assertEquals(title, title(bytes, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7\n1 0 obj <</Type /Catalog>>",
                "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR",
                "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF",
                "GIF89a\1\0\1\0",
                "PK\3\4\24\0\6\0",
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                "\u001f\u008b\b\0",
                "\0\0\0 ftypisom"
            })
    void refusesFilesThatAreNoPages(String bytes) {
        assertTrue(PageParser.parse(fetched(bytes.getBytes(ISO_8859_1), "text/html", null), troubles::add)
                .isEmpty());
        assertEquals(
                List.of(
                        "this is no web page but a file of another kind (text/html)",
                        "đây không phải trang web mà là một tệp loại khác (text/html)"),
                List.of(
                        troubles.get(0).reason().in(Locale.ENGLISH),
                        troubles.get(0).reason().in(Locale.forLanguageTag("vi"))));
        assertEquals(ADDRESS, troubles.get(0).address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "text/plain", "image/png", "application/json"})
    void readsAPageWhateverTheHeaderCallsIt(String mediaType) {
        byte[] body = ("\0\n" + page("", LINE + "\0\1")).getBytes(UTF_8);
        Document page =
                PageParser.parse(fetched(body, mediaType, null), troubles::add).orElseThrow();
        assertEquals(LINE, Text.line(page.select("h1").text()));
    }

    @Test
    void knowsWhereThePageWas() {
        Document page = parse(page("<base href=/goc/>", "<a href=a.html>x</a>").getBytes(UTF_8), null);
        assertEquals(ADDRESS.toString(), page.location());
        assertEquals(
                "https://portal.example.vn/goc/a.html", page.expectFirst("a").absUrl("href"));
    }

    @Test
    void readsALargePageWhole() {
        String item = "<li><a href=/tin-1.html?a=1&amp;b=2 title='Tin'>Tin</a>&nbsp;</li>";
        String script = "<script>" + "for(var i=0;i<a.length;i++){x(a[i])}".repeat(5_000) + "</script>";
        Document page = parse((script + item.repeat(5_000) + "<h1>Cuối").getBytes(UTF_8), null);
        assertEquals("Cuối", page.select("h1").text());
        assertEquals(5_000, page.select("a").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>x", "x<!>", "<a href=/tin-1.html>tin</a>", "x&amp;", "x<br>", "lúa ", "</p>"})
    void readsTheBeginningOfAPageThatIsTooLargeAndSaysSo(String piece) {
        String html = "<h1>Đầu</h1>" + piece.repeat(6_000_000 / piece.length());
        Document page = PageParser.parse(fetched(html.getBytes(UTF_8), "text/html", "UTF-8"), troubles::add)
                .orElseThrow();
        assertEquals("Đầu", page.select("h1").text());
        assertEquals(
                List.of("the page is too large; only its beginning was read"),
                troubles.stream()
                        .map(trouble -> trouble.reason().in(Locale.ENGLISH))
                        .toList());
    }

    private Document parse(byte[] body, @Nullable String charset) {
        Document page = PageParser.parse(fetched(body, "text/html", charset), troubles::add)
                .orElseThrow();
        assertEquals(List.of(), troubles);
        return page;
    }

    private String title(byte[] body, @Nullable String charset) {
        return Text.line(parse(body, charset).select("h1").text());
    }

    private static Fetched fetched(byte[] body, String mediaType, @Nullable String charset) {
        return new Fetched(ADDRESS, body, mediaType, charset, new PageVersion(null, null, ""), Instant.EPOCH);
    }

    private static String page(String head, String title) {
        return "<html><head>" + head + "</head><body><h1>" + title + "</h1></body></html>";
    }

    private static byte[] encoded(String text, Charset charset) {
        return (charset.name().equals("windows-1258") ? withLooseTones(text) : text).getBytes(charset);
    }

    /** The text as windows-1258 can hold it: a letter with its hat or horn, then its tone. */
    private static String withLooseTones(String text) {
        return text.codePoints()
                .mapToObj(letter -> Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD))
                .map(marks -> Normalizer.normalize(TONE.matcher(marks).replaceAll(""), Normalizer.Form.NFC)
                        + marks.replaceAll("[^" + TONE.pattern().substring(1), ""))
                .collect(Collectors.joining());
    }
}
