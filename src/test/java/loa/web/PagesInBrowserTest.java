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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** The pages for people, as a browser shows them. */
@ExtendWith(Browser.Lent.class)
class PagesInBrowserTest {

    @TempDir
    static Path folder;

    private static TestServer server;

    private final Browser browser;

    PagesInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeAll
    static void start() {
        server = TestServer.serving(folder, TestPages.newsroom(TestPages.PAYLOAD));
        TestPages.fill(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        browser.console();
        browser.colours("light");
    }

    @AfterEach
    void seesNoError() {
        List<String> said = browser.console().stream()
                .filter(line ->
                        !line.contains("status of 410")) // what the browser says of an ended category's headlines
                .toList();
        assertEquals(List.of(), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?lang=en",
                "/c/kinh-te",
                "/c/kinh-te?lang=en",
                "/c/kinh-te/archive/1",
                "/c/rong",
                "/c/cu",
                "/status",
                "/status?lang=en",
                "/embed/kinh-te?images=true",
                "/embed/kinh-te?theme=dark",
                "/embed/kinh-te?theme=light",
                "/embed/rong",
                "/embed/cu"
            })
    void isForEverybodyInLightAndDark(String path) {
        for (String colours : List.of("light", "dark")) {
            browser.colours(colours);
            open(path);
            assertEquals(List.of(), Axe.violations(browser.driver()), colours);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/c/kinh-te", "/c/kinh-te/archive/1", "/status", "/embed/kinh-te?images=true"})
    void fitsOnASmallPhone(String path) {
        browser.size(320, 640);
        open(path);
        assertEquals(List.of(), run("""
                        const width = document.documentElement.clientWidth;
                        return document.documentElement.scrollWidth <= width ? [] : [...document.querySelectorAll('body *')]
                            .filter(element => element.getBoundingClientRect().right > width).map(element => element.outerHTML)"""));
        browser.size(0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/c/kinh-te", "/c/kinh-te/archive/1", "/embed/kinh-te"})
    void showsWhateverItIsGivenAsText(String path) {
        open(path);
        assertEquals(0L, run("return document.querySelectorAll('[onerror], main script:not([src])').length"));
        assertTrue(((String) run("return document.body.innerText")).contains(TestPages.PAYLOAD));
        assertEquals(false, run("return document.title === 'acted'"));
    }

    @Test
    void speaksTheLanguageThatIsChosenAndGoesOnInIt() {
        open("/c/kinh-te?lang=vi");
        assertEquals("vi", language());
        browser.driver().findElement(By.linkText("English")).click();
        assertEquals("en", language());
        assertEquals(
                "Subscribe",
                browser.driver().findElement(By.cssSelector("#subscribe h2")).getText());
        browser.driver().findElement(By.cssSelector(".brand")).click();
        assertEquals("en", language());
        assertTrue(browser.driver().getCurrentUrl().endsWith("/?lang=en"));
        browser.driver().findElement(By.linkText("Tiếng Việt")).click();
        assertEquals("vi", language());
    }

    @Test
    void previewsWhatItOffersToEmbed() {
        open("/c/kinh-te");
        run("document.querySelector('#embed').scrollIntoView()");
        browser.waitFor("document.querySelector('loa-headlines').shadowRoot.querySelectorAll('li').length === 3");
        browser.waitFor("document.querySelector('.preview iframe').style.height !== ''");
        assertEquals(3L, run("return document.querySelectorAll('.preview > .loa-headlines li').length"));
    }

    @Test
    void offersLinesThatWorkAsTheyArePasted() {
        open("/c/kinh-te");
        List<?> lines =
                (List<?>) run("return [...document.querySelectorAll('#embed code')].map(code => code.textContent)");
        assertEquals(3, lines.size());
        assertTrue(lines.stream().noneMatch(line -> line.toString().contains("\n")));
        Object frame = run(
                "const parsed = new DOMParser().parseFromString(arguments[0], 'text/html').querySelector('iframe');"
                        + "return [parsed.getAttribute('src'), parsed.title]",
                lines.get(1));
        assertEquals(List.of("https://feeds.example.vn/embed/kinh-te?limit=5&theme=light", TestPages.PAYLOAD), frame);
    }

    @Test
    void copiesAnAddress() {
        browser.driver()
                .executeCdpCommand(
                        "Browser.grantPermissions",
                        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
        open("/c/kinh-te?lang=vi");
        browser.driver().findElement(By.cssSelector("#subscribe button")).click();
        browser.waitFor("document.querySelector('#subscribe button').textContent === 'Đã chép'");
        Object copied = browser.driver().executeAsyncScript("navigator.clipboard.readText().then(arguments[0])");
        assertEquals("https://feeds.example.vn/feeds/kinh-te.rss", copied);
    }

    @Test
    void doesNotJumpWhenPicturesCome() {
        open("/c/kinh-te");
        assertEquals(
                true, run("return [...document.images].every(image => image.getBoundingClientRect().height > 10)"));
    }

    private void open(String path) {
        browser.driver().get(server.address() + path);
    }

    private String language() {
        return (String) run("return document.documentElement.lang");
    }

    /** What the script returns, an empty text if that is nothing. */
    private Object run(String script, Object... arguments) {
        return Objects.requireNonNullElse(browser.driver().executeScript(script, arguments), "");
    }
}
