package loa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import loa.Axe;
import loa.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Headlines on pages of another site, as a browser shows them. */
@ExtendWith(Browser.Lent.class)
class EmbedInBrowserTest {

    private static final String PAYLOAD =
            "<img src=x onerror=\"document.title='acted'\"><script>document.title='acted'</script>";

    /** Before anything else: the clock can be put on, and the page hidden. */
    private static final String CLOCK = """
            <script nonce=test>
            let later = 0, hidden = false;
            const now = Date.now;
            Date.now = () => now() + later;
            Object.defineProperty(document, 'hidden', {get: () => hidden});
            const look = (away, minutes) => { hidden = away; later += minutes * 60000; document.dispatchEvent(new Event('visibilitychange')); };
            </script>""";

    private static final String HOSTILE = """
            <style nonce=test>
            body { font: 20px serif; color: rgb(10, 20, 30); background: #fff; margin: 8px }
            * { display: none !important; color: red !important; text-transform: uppercase; letter-spacing: 9px; visibility: hidden }
            html, body, main { display: block !important; color: inherit !important; visibility: visible }
            a, li, ul, p, small { font-size: 1px !important; position: fixed !important; opacity: 0 !important }
            </style>""";

    private static final String REQUESTS =
            "performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('.json'))";

    @TempDir
    static Path folder;

    private static TestServer server;
    private static HostSite host;

    private final Browser browser;

    EmbedInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    static void start() {
        server = TestServer.start(folder);
        host = new HostSite(server.address());
        for (int i = 1; i <= 8; i++) {
            server.keep("Lúa chín sớm, giá tăng, kỳ " + i, "kinh-te");
        }
        server.keep(PAYLOAD, "y-te");
    }

    @AfterAll
    static void stop() {
        host.close();
        server.close();
    }

    @BeforeEach
    void forget() {
        browser.console();
    }

    @Test
    void showsHeadlinesUnderAStrictPolicyWhateverTheStylesheetSays() {
        open(HOSTILE + "<main>" + script() + "<loa-headlines category=kinh-te limit=3></loa-headlines></main>");
        browser.waitFor(shown(0) + ".length === 3");
        Map<?, ?> style = (Map<?, ?>) run("""
                const root = document.querySelector('loa-headlines').shadowRoot, a = root.querySelector('.title');
                const style = getComputedStyle(a), box = a.getBoundingClientRect();
                return {color: style.color, font: style.fontFamily, size: style.fontSize, transform: style.textTransform,
                    spacing: style.letterSpacing, visibility: style.visibility, opacity: style.opacity, width: box.width > 100,
                    height: box.height > 10, lang: root.querySelector('[lang]').lang}""");
        assertEquals(
                Map.of(
                        "color",
                        "rgb(255, 0, 0)",
                        "font",
                        "serif",
                        "size",
                        "20px",
                        "transform",
                        "none",
                        "spacing",
                        "normal",
                        "visibility",
                        "visible",
                        "opacity",
                        "1",
                        "width",
                        true,
                        "height",
                        true,
                        "lang",
                        "vi"),
                style);
        assertEquals(List.of(), browser.console());
    }

    @Test
    void followsTheFontAndTheColoursOfThePage() {
        open("<style nonce=test>body { font: italic 22px monospace; color: rgb(1, 2, 3) }"
                + " loa-headlines { --loa-link: rgb(0, 0, 200); --loa-muted: rgb(90, 90, 90); --loa-weight: 400 }</style>"
                + script() + "<loa-headlines category=kinh-te></loa-headlines>");
        browser.waitFor(shown(0) + ".length === 5");
        assertEquals(
                List.of("rgb(0, 0, 200)", "400", "monospace", "italic", "22px", "rgb(90, 90, 90)", "rgb(1, 2, 3)"),
                run("""
                        const root = document.querySelector('loa-headlines').shadowRoot;
                        const title = getComputedStyle(root.querySelector('.title')), small = root.querySelector('small');
                        return [title.color, title.fontWeight, title.fontFamily, title.fontStyle, title.fontSize,
                            getComputedStyle(small).color, getComputedStyle(root.querySelector('p a')).color]"""));
    }

    @Test
    void saysOfEachHeadlineWhenItWasAndWhoHasIt() {
        open(script() + "<loa-headlines category=kinh-te limit=1></loa-headlines>");
        browser.waitFor(shown(0) + ".length === 1");
        assertEquals(
                List.of(
                        "Lúa chín sớm, giá tăng, kỳ 8",
                        "08:38, 02/03/2026",
                        "2026-03-02T08:38:05+09:00",
                        "portal.example.vn",
                        "https://portal.example.vn/",
                        "Kinh tế",
                        "https://feeds.example.vn/c/kinh-te"),
                run("""
                        const root = document.querySelector('loa-headlines').shadowRoot;
                        const time = root.querySelector('time'), home = root.querySelector('small a'), more = root.querySelector('p a');
                        return [root.querySelector('.title').textContent, time.textContent, time.dateTime, home.textContent, home.href,
                            more.textContent, more.href]"""));
    }

    @Test
    void asksOnceForSeveralElements() {
        open(script()
                + "<loa-headlines category=kinh-te limit=2></loa-headlines><loa-headlines category=kinh-te limit=7></loa-headlines>"
                + "<loa-headlines category=y-te></loa-headlines>");
        browser.waitFor(shown(0) + ".length === 2 && " + shown(1) + ".length === 7 && " + shown(2) + ".length >= 1");
        assertEquals(2L, requests());
        run("document.querySelector('loa-headlines').setAttribute('limit', 4)");
        browser.waitFor(shown(0) + ".length === 4");
        run("document.querySelector('loa-headlines').setAttribute('category', 'y-te')");
        browser.waitFor(shown(0) + ".length === " + shown(2) + ".length");
        run("document.body.append(document.querySelector('loa-headlines'))");
        assertEquals(2L, requests());
    }

    @Test
    void keepsWhatItHasWhileTheServerIsAway() {
        open(script() + "<loa-headlines category=y-te limit=9></loa-headlines>");
        browser.waitFor(shown(0) + ".length === 1");
        server.away();
        run("look(false, 10)");
        browser.waitFor(REQUESTS + ".length === 2");
        assertEquals(1L, run("return " + shown(0) + ".length"));
        server.back();
        server.keep("Trạm y tế mở lại", "y-te");
        run("look(false, 4)"); // sooner than it tries again
        assertEquals(2L, requests());
        run("look(false, 20)");
        browser.waitFor(shown(0) + ".length === 2");
        assertEquals("Trạm y tế mở lại", run("return " + shown(0) + "[0].querySelector('a').textContent"));
        List<String> said = browser.console().stream()
                .filter(line -> !line.contains("net::ERR_CONNECTION_REFUSED")) // the browser's own word
                .toList();
        assertEquals(List.of(), said);
    }

    @Test
    void asksForNothingWhileNobodySeesIt() {
        open(script() + "<loa-headlines category=kinh-te></loa-headlines>");
        browser.waitFor(shown(0) + ".length === 5");
        run("look(true, 60)");
        run("look(true, 60)");
        assertEquals(1L, requests());
        run("look(false, 0)");
        browser.waitFor(REQUESTS + ".length === 2");
    }

    @Test
    void keepsTheFocusWhenHeadlinesChange() {
        open(script() + "<loa-headlines category=all limit=20></loa-headlines>");
        browser.waitFor(shown(0) + ".length >= 9");
        run("document.querySelector('loa-headlines').shadowRoot.querySelectorAll('.title')[3].focus()");
        Object focused = run("return document.querySelector('loa-headlines').shadowRoot.activeElement.textContent");
        server.keep("Đến sau cùng", "thoi-su");
        run("look(false, 10)");
        browser.waitFor(shown(0) + "[0].textContent.startsWith('Đến sau cùng')");
        assertEquals(
                focused, run("return document.querySelector('loa-headlines').shadowRoot.activeElement.textContent"));
    }

    @Test
    void saysNothingUglyWhereThereIsNothing() {
        open(script()
                + "<loa-headlines category=nothing></loa-headlines><loa-headlines category='../x'></loa-headlines>"
                + "<loa-headlines></loa-headlines><loa-headlines category=thoi-su></loa-headlines>"
                + "<loa-headlines category=nothing id=own><a href=/tin>Tin kinh tế</a></loa-headlines>");
        browser.waitFor(REQUESTS + ".length === 2");
        assertEquals(List.of(0L, 0L, 0L, 0L, true), run("""
                        return [...document.querySelectorAll('loa-headlines')].map(
                            element => element.id ? element.offsetHeight > 10 : element.offsetHeight)"""));
    }

    @ParameterizedTest
    @CsvSource({"light, #fff, #222", "dark, #111, #eee"})
    void isForEverybody(String colours, String paper, String ink) {
        browser.colours(colours);
        open("<style nonce=test>body { background: %s; color: %s }</style>".formatted(paper, ink) + script()
                + "<main><h1>Tin</h1><loa-headlines category=kinh-te></loa-headlines></main>");
        browser.waitFor(shown(0) + ".length === 5");
        assertEquals(List.of(), Axe.violations(browser.driver()));
    }

    @Test
    void isReachedWithTheKeyboardInItsOrderAndShowsWhereTheFocusIs() {
        open(script() + "<loa-headlines category=kinh-te limit=2></loa-headlines>");
        browser.waitFor(shown(0) + ".length === 2");
        for (String text :
                List.of("Lúa chín sớm, giá tăng, kỳ 8", "portal.example.vn", "Lúa chín sớm, giá tăng, kỳ 7")) {
            new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
            Object focused = run("""
                    const focused = document.activeElement.shadowRoot.activeElement;
                    return focused.textContent + ' ' + getComputedStyle(focused).outlineStyle""");
            assertEquals(text + " solid", focused);
        }
    }

    @Test
    void showsTitlesAsText() {
        open(script() + "<loa-headlines category=y-te limit=20></loa-headlines>");
        browser.waitFor(shown(0) + ".length >= 1");
        assertEquals(
                true,
                run(
                        "return " + shown(0) + ".some(item => item.querySelector('a').textContent === arguments[0])",
                        PAYLOAD));
        assertEquals(
                0L,
                run(
                        "return document.querySelector('loa-headlines').shadowRoot.querySelectorAll('img, script').length"));
        assertEquals("Trang tỉnh", run("return document.title"));
    }

    @Test
    void tellsThePageHowHighItIs() {
        open("<iframe width=600 height=10 src='" + server.address() + "/embed/kinh-te?limit=8'></iframe>" + script());
        browser.waitFor("document.querySelector('iframe').offsetHeight > 300");
        assertEquals(false, isScrolled());
        Object wide = run("return document.querySelector('iframe').offsetHeight");
        run("document.querySelector('iframe').width = 160");
        browser.waitFor("document.querySelector('iframe').offsetHeight > " + wide);
        assertEquals(false, isScrolled());
        assertEquals(List.of(), browser.console());
    }

    @Test
    void tellsAPageThatListensLaterToo() {
        open("<iframe width=600 height=10 src='" + server.address() + "/embed/kinh-te?limit=8'></iframe>"
                + "<script nonce=test type=module>await new Promise(r => document.querySelector('iframe').onload = r);"
                + "await new Promise(r => setTimeout(r, 100)); await import('" + server.address()
                + "/embed.js')</script>");
        browser.waitFor("document.querySelector('iframe').offsetHeight > 300");
    }

    @Test
    void isFramedWhereItIsAllowedOnly(@TempDir Path other) {
        try (TestServer choosy = TestServer.embeddedBy(other, List.of("https://tinh.example.vn"));
                HostSite stranger = new HostSite(choosy.address())) {
            choosy.keep("Tin riêng", "kinh-te");
            browser.driver().get(stranger.page("<iframe src='" + choosy.address() + "/embed/kinh-te'></iframe>"));
            browser.driver().switchTo().frame(0);
            assertEquals(0L, run("return document.querySelectorAll('li').length"));
            browser.driver().switchTo().defaultContent();
            assertTrue(browser.console().stream()
                    .anyMatch(line -> line.contains("frame-ancestors 'self' https://tinh.example.vn")));
        }
    }

    private void open(String body) {
        browser.driver().get(host.page(CLOCK + body));
    }

    private static String script() {
        return "<script type=module src='" + server.address() + "/embed.js'></script>";
    }

    private static String shown(int element) {
        return "[...document.querySelectorAll('loa-headlines')[" + element
                + "].shadowRoot?.querySelectorAll('li') ?? []]";
    }

    /** What the script returns, an empty text if that is nothing. */
    private Object run(String script, Object... arguments) {
        return Objects.requireNonNullElse(browser.driver().executeScript(script, arguments), "");
    }

    private long requests() {
        return (long) run("return " + REQUESTS + ".length");
    }

    /** Whether anything in the frame can only be reached by scrolling. */
    private boolean isScrolled() {
        browser.driver().switchTo().frame(0);
        boolean scrolled = (boolean) run("return document.documentElement.scrollHeight > innerHeight + 1");
        browser.driver().switchTo().defaultContent();
        return scrolled;
    }
}
