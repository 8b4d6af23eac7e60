package loa.article;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {

    private static final String PAGE = "https://xa.vn/tin/bai.html?id=7#dau";

    @ParameterizedTest
    @CsvSource(delimiterString = "->", quoteCharacter = '`', textBlock = """
                    anh.jpg                       -> https://xa.vn/tin/anh.jpg
                    /anh.jpg                      -> https://xa.vn/anh.jpg
                    ../anh.jpg                    -> https://xa.vn/anh.jpg
                    ./anh.jpg                     -> https://xa.vn/tin/anh.jpg
                    ../../../anh.jpg              -> https://xa.vn/anh.jpg
                    /a/../../b                    -> https://xa.vn/b
                    https://huyen.vn/../a         -> https://huyen.vn/a
                    /../..                        -> https://xa.vn/
                    /a/b/..                       -> https://xa.vn/a/
                    /a/./b//../c/                 -> https://xa.vn/a/b/c/
                    //huyen.vn/a                  -> https://huyen.vn/a
                    https://huyen.vn              -> https://huyen.vn/
                    HTTPS://Huyen.VN/A            -> https://huyen.vn/A
                    https:anh.jpg                 -> https://xa.vn/tin/anh.jpg
                    http://huyen.vn:80/           -> http://huyen.vn/
                    https://huyen.vn:443/a        -> https://huyen.vn/a
                    https://huyen.vn:8443/a       -> https://huyen.vn:8443/a
                    http://huyen.vn:443/a         -> http://huyen.vn:443/a
                    https://huyen.vn:/a           -> https://huyen.vn/a
                    https://huyen.vn?a=1          -> https://huyen.vn/?a=1
                    http://192.0.2.7/a            -> http://192.0.2.7/a
                    http://[2001:DB8::7]/a        -> http://[2001:db8::7]/a
                    https://tin_tuc.xa.vn/        -> https://tin_tuc.xa.vn/
                    ?page=2                       -> https://xa.vn/tin/bai.html?page=2
                    #cuoi                         -> https://xa.vn/tin/bai.html?id=7#cuoi
                    a b.html                      -> https://xa.vn/tin/a%20b.html
                    a%20b.html                    -> https://xa.vn/tin/a%20b.html
                    tin tức/đò                    -> https://xa.vn/tin/tin%20t%E1%BB%A9c/%C4%91%C3%B2
                    ?q=đò ngang&x=1               -> https://xa.vn/tin/bai.html?q=%C4%91%C3%B2%20ngang&x=1
                    #mục 1                        -> https://xa.vn/tin/bai.html?id=7#m%E1%BB%A5c%201
                    %C4%91%c3%b2                  -> https://xa.vn/tin/%C4%91%C3%B2
                    100%                          -> https://xa.vn/tin/100%25
                    50%zz%4                       -> https://xa.vn/tin/50%25zz%254
                    ?a[]=1|2^{3}                  -> https://xa.vn/tin/bai.html?a%5B%5D=1%7C2%5E%7B3%7D
                    ?a="<b>"\\\\                  -> https://xa.vn/tin/bai.html?a=%22%3Cb%3E%22%5C%5C
                    ?a=/b?c:@!$&'()*+,;=          -> https://xa.vn/tin/bai.html?a=/b?c:@!$&'()*+,;=
                    #a#b                          -> https://xa.vn/tin/bai.html?id=7#a%23b
                    🌾.jpg                        -> https://xa.vn/tin/%F0%9F%8C%BE.jpg
                    https://báo.vn/a              -> https://xn--bo-mia.vn/a
                    https://BÁO。vn/a             -> https://xn--bo-mia.vn/a
                    /bai;jsessionid=1             -> https://xa.vn/bai;jsessionid=1
                    """)
    void resolvesAsABrowserDoes(String href, URI address) {
        assertEquals(Optional.of(address), WebLink.resolve(PAGE, href));
    }

    @ParameterizedTest
    @CsvSource({
        "\\Upload\\2026\\a b.jpg,   https://xa.vn/Upload/2026/a%20b.jpg",
        "..\\a.jpg,                 https://xa.vn/a.jpg",
        "a.aspx?p=\\b\\c,           https://xa.vn/tin/a.aspx?p=%5Cb%5Cc",
        "https:\\\\huyen.vn\\a,     https://huyen.vn/a",
        "\\\\huyen.vn\\a,           https://huyen.vn/a",
        "/\\huyen.vn/a,             https://huyen.vn/a",
        "https://xa.vn\\@huyen.vn/, https://xa.vn/@huyen.vn/",
    })
    void takesBackslashesForSlashesAsBrowsersDo(String href, URI address) {
        assertEquals(Optional.of(address), WebLink.resolve(PAGE, href));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" a.html ", "\n a.html\t", "a\n.html", "a.\r\n\thtml", "\u0000 a.html", "\u0001a.html\u007F"})
    void overlooksBlanksAroundAndControlsWithin(String href) {
        assertEquals(Optional.of(URI.create("https://xa.vn/tin/a.html")), WebLink.resolve(PAGE, href));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t",
                "//",
                "///",
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "java\nscript\r:alert(1)",
                "\u0001javascript:alert(1)",
                "javascript://xa.vn/%0aalert(1)",
                "javascript:\\\\xa.vn",
                "vbscript:msgbox",
                "data:text/html,<b>",
                "data:image/png;base64,AAAA",
                "blob:https://xa.vn/1",
                "about:blank",
                "file:///etc/passwd",
                "ftp://xa.vn/a",
                "jar:https://xa.vn/a.jar!/b",
                "mailto:toa.soan@xa.vn",
                "tel:0900",
                "zalo:0900",
                "feed:https://xa.vn/",
                "view-source:https://xa.vn/",
                "http:",
                "http:a",
                "http:///a",
                "http://",
                "http://:80/",
                "https://ban@xa.vn/",
                "https://ban:mat@xa.vn/",
                "https://@xa.vn/",
                "//ban@xa.vn/",
                "https:\\\\ban@xa.vn",
                "https://xa.vn:99999/",
                "https://xa.vn:a/",
                "https://xa..vn/",
                "https://xa vn/",
                "https://xa%2evn/",
                "https://xa,vn/",
                "https://xa;vn/",
                "https://xa<b>/",
                "https://[::1/",
                "https://[xa.vn]/",
                "https://[::1%25eth0]/"
            })
    void isEmptyForWhatIsNoAddressOfAPublicPage(String href) {
        assertEquals(Optional.empty(), WebLink.resolve(PAGE, href));
    }

    @Test
    void needsABaseForARelativeReferenceOnly() {
        assertEquals(Optional.empty(), WebLink.resolve("", "a.html"));
        assertEquals(Optional.empty(), WebLink.resolve("", "//xa.vn/"));
        assertEquals(Optional.of(URI.create("https://xa.vn/")), WebLink.resolve("", "https://xa.vn"));
    }

    @Test
    void refusesAnAddressLongerThanAnybodySupports() {
        assertTrue(WebLink.resolve(PAGE, "a".repeat(8_000)).isPresent());
        assertEquals(Optional.empty(), WebLink.resolve(PAGE, "a".repeat(8_001)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "đ", "../", "\n", "\\", "@", "[", "?", "#", "https://", "a."})
    void takesLinearTime(String piece) {
        String huge = piece.repeat(8_000 / piece.length());
        assertTimeoutPreemptively(ofSeconds(20), () -> {
            for (int i = 0; i < 20; i++) {
                WebLink.resolve(PAGE, huge);
                WebLink.resolve(PAGE, "https://" + huge);
            }
        });
    }

    @Test
    void givesOnlyAddressesThatResolveToThemselves() {
        String[] pieces = {
            "http:",
            "https:",
            "/",
            "//",
            "\\",
            "xa.vn",
            "tin tức",
            "%",
            "%C3",
            "%zz",
            "?",
            "#",
            "&",
            "=",
            "[",
            "]",
            "|",
            "^",
            "{",
            "}",
            "@",
            ":",
            "80",
            "..",
            ".",
            ";",
            "\"",
            "<",
            ">",
            "`",
            "'",
            "\t",
            " ",
            "\u00A0",
            "🌾",
            "e\u0301",
            "\uD800",
            "javascript:",
            "+",
            "。"
        };
        Random random = new Random(2026);
        for (int round = 0; round < 30_000; round++) {
            StringBuilder href = new StringBuilder();
            random.ints(6, 0, pieces.length).forEach(i -> href.append(pieces[i]));
            WebLink.resolve(PAGE, href.toString()).ifPresent(address -> {
                assertTrue(address.toString().matches("https?://[!-~]+"), address::toString);
                assertNotNull(address.getRawAuthority());
                assertNotNull(address.getRawPath());
                assertEquals(Optional.of(address), WebLink.resolve(PAGE, address.toString()));
                assertEquals(WebLink.canonical(address), WebLink.canonical(WebLink.canonical(address)));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://xa.vn/a?utm_source=zalo,                       https://xa.vn/a",
        "https://xa.vn/a?utm_source=zalo&id=7&fbclid=x&p=2,     https://xa.vn/a?id=7&p=2",
        "https://xa.vn/a?z=1&a=2&z=3,                           https://xa.vn/a?z=1&a=2&z=3",
        "https://xa.vn/a?UTM_Medium=x&GCLID=y,                  https://xa.vn/a",
        "https://xa.vn/a?utm=1&fbclid2=x&ga=1,                  https://xa.vn/a?utm=1&fbclid2=x&ga=1",
        "https://xa.vn/a?_ga=1&_gl=2&zarsrc=3&gbraid=4,         https://xa.vn/a",
        "https://xa.vn/a?q=utm_source%3Dzalo,                   https://xa.vn/a?q=utm_source%3Dzalo",
        "https://so.vn/web/so/tin/-/asset_publisher/q/content/bai?redirect=%2Fweb%2Fso%2Ftin, https://so.vn/web/so/tin/-/asset_publisher/q/content/bai",
        "https://so.vn/web/so/tin/-/q/content/bai?_101_redirect=%2Fa&id=7, https://so.vn/web/so/tin/-/q/content/bai?id=7",
        "https://xa.vn/di?redirect=%2Fbai-7,                    https://xa.vn/di?redirect=%2Fbai-7",
        "https://xa.vn/a?id=7#utm_source=x,                     https://xa.vn/a?id=7",
        "https://xa.vn/a?fbclid#b,                              https://xa.vn/a",
        "https://xa.vn/a#b,                                     https://xa.vn/a",
        "https://xa.vn/a?,                                      https://xa.vn/a",
        "https://xa.vn,                                         https://xa.vn/",
        "https://xa.vn?id=7,                                    https://xa.vn/?id=7",
        "https://xa.vn:8443/a%20b/,                             https://xa.vn:8443/a%20b/",
    })
    void knowsAnArticleByItsCanonicalAddress(URI address, URI canonical) {
        assertEquals(canonical, WebLink.canonical(address));
    }
}
