package loa.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.UnhandledAlertException;

/**
 * What is published does nothing in a browser: no script, no request but for its pictures, no navigation. Each line of
 * {@code payloads.jsonl} is one attempt and says what it tries; {@code -Dpayloads=FOLDER} adds the {@code .jsonl} files there.
 */
@ExtendWith(Browser.Lent.class)
class SanitizerInBrowserTest {

    private static final Path OWN = Path.of("src/test/resources/sanitizer/payloads.jsonl");
    private static final String PAGE = "http://reader.test/article";
    private static final int TOGETHER = 25;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Notes whatever a script could do before the page can do it. */
    private static final String WATCH = """
            window.seen = [];
            for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval', 'fetch', 'loa'])
                window[name] = () => { window.seen.push(name); };
            addEventListener('error', event => event.target === window && window.seen.push('error ' + event.message), true);
            addEventListener('unhandledrejection', event => window.seen.push('rejection ' + event.reason));
            """;

    /** What the page has done and holds when loaded, when touched, and when a reader has copied its markup about. */
    private static final String JUDGE = """
            const done = arguments[arguments.length - 1];
            window.seen ??= ['another page'];
            const active = 'script,style,link,meta,base,iframe,frame,frameset,object,embed,applet,form,input,button,select,textarea,'
                + 'svg,math,template,noscript,video,audio,portal,marquee,dialog,plaintext,xmp,title';
            const look = when => {
                for (const element of document.body.querySelectorAll('*')) {
                    if (element.matches(active)) window.seen.push(when + ' ' + element.tagName);
                    for (const attribute of element.attributes)
                        if (/^on|^style$|^srcdoc$|^formaction$|^id$|^name$|^xlink:/i.test(attribute.name))
                            window.seen.push(when + ' ' + attribute.name);
                    for (const name of ['href', 'src', 'action', 'data'])
                        if (element.hasAttribute(name) && !/^https?:[/][/]/.test(element.getAttribute(name)))
                            window.seen.push(when + ' ' + name + ' ' + element.getAttribute(name));
                    for (const type of ['mouseover', 'focus', 'pointerdown', 'animationend', 'toggle', 'error', 'load'])
                        element.dispatchEvent(new Event(type));
                }
            };
            if (document.querySelectorAll('body > section').length !== arguments[0]) window.seen.push('sections');
            look('loaded');
            document.body.innerHTML = document.body.innerHTML;
            look('copied');
            const twice = document.createElement('div');
            twice.innerHTML = document.body.innerHTML;
            document.body.replaceChildren(twice);
            setTimeout(() => { look('moved'); done(window.seen); }, 5);
            """;

    private final Browser browser;

    SanitizerInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void publishesNothingThatActs() throws IOException {
        List<Attempt> attempts = attempts();
        assertTrue(attempts.size() >= 150, "attempts: " + attempts.size());
        List<String> acting = new ArrayList<>();
        for (int i = 0; i < attempts.size(); i += TOGETHER) {
            acting.addAll(acting(attempts.subList(i, Math.min(attempts.size(), i + TOGETHER))));
        }
        assertEquals(List.of(), acting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>loa()</script>",
                "<script>noSuchThing.x()</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)>",
                "<iframe src=http://evil.test/></iframe>",
                "<iframe srcdoc='<script>parent.loa()</script>'></iframe>",
                "<link rel=stylesheet href=http://evil.test/x.css>",
                "<style>@import 'http://evil.test/y.css';</style>",
                "<p style='background:url(http://evil.test/b.png)'>x",
                "<meta http-equiv=refresh content='0;url=http://evil.test/'>",
                "<object data=http://evil.test/></object>",
                "<a href='java&#9;script:alert(1)'>x</a>",
                "<p onmouseover=alert(1)>x</p>",
                "<base href=http://evil.test/>",
                "<form action=http://evil.test/><button>x</button></form>",
                "<video src=http://evil.test/v></video>"
            })
    void seesWhatActs(String payload) {
        assertNotEquals(List.of(), deeds(payload, 0));
    }

    @Test
    void seesNothingInAPlainPage() {
        assertEquals(List.of(), deeds("<h2>Lúa</h2><p>được <a href=\"https://xa.vn/\">mùa</a></p>", 0));
    }

    @Test
    void saysOfEachAttemptWhatItTries() throws IOException {
        Set<String> ids = new HashSet<>();
        for (String line : Files.readAllLines(OWN)) {
            JsonNode attempt = JSON.readTree(line);
            assertTrue(ids.add(attempt.get("id").asText()), line);
            assertTrue(attempt.get("reason").asText().length() >= 10, line);
        }
    }

    /** Which of these act: none if nothing happens when they are shown on one page, each in its place. */
    private List<String> acting(List<Attempt> attempts) {
        String together = attempts.stream()
                .map(attempt -> "<section>" + attempt.clean() + "</section>")
                .collect(Collectors.joining());
        if (deeds(together, attempts.size()).isEmpty()) {
            return List.of();
        }
        return attempts.stream()
                .map(attempt -> attempt.id() + ": " + deeds(attempt.clean(), 0) + " by " + attempt.clean())
                .filter(deeds -> !deeds.contains(": [] by "))
                .toList();
    }

    /** What happens when a browser is shown this article, which has so many sections. */
    private List<String> deeds(String html, int sections) {
        browser.wire()
                .put(
                        PAGE,
                        "<!doctype html><meta charset=utf-8><title>Loa</title><script>" + WATCH + "</script><body>"
                                + html);
        browser.wire().requests();
        List<String> deeds = new ArrayList<>();
        try {
            browser.driver().get(PAGE);
            List<?> seen = (List<?>) Objects.requireNonNull(browser.driver().executeAsyncScript(JUDGE, sections));
            seen.forEach(deed -> deeds.add(deed.toString()));
            if (!PAGE.equals(browser.driver().getCurrentUrl())) {
                deeds.add("navigation");
            }
        } catch (UnhandledAlertException dialog) {
            deeds.add("dialog");
        }
        browser.console().stream()
                .filter(line -> !line.contains("Failed to load resource"))
                .forEach(deeds::add);
        Set<String> expected = pictures(html);
        browser.wire().requests().stream()
                .filter(request -> !expected.contains(request))
                .forEach(deeds::add);
        return deeds;
    }

    /** The page itself, its icon, and the pictures that may be published, which the browser tries by TLS too. */
    private static Set<String> pictures(String html) {
        Set<String> addresses = new HashSet<>(Set.of(PAGE, "http://reader.test/favicon.ico"));
        for (Element image : Jsoup.parse(html).select("img[src]")) {
            URI address = URI.create(image.attr("src").replaceFirst("#.*", ""));
            addresses.add(address.toString());
            addresses.add(address.getHost() + ":443");
        }
        return addresses;
    }

    private static List<Attempt> attempts() throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        for (Path file : files()) {
            for (String line : Files.readAllLines(file)) {
                JsonNode attempt = JSON.readTree(line);
                String payload = attempt.get("payload").asText();
                Element content =
                        Jsoup.parse(payload, "https://portal.test/tin/1.html").body();
                attempts.add(new Attempt(
                        attempt.get("id").asText(), Sanitizer.clean(content).html()));
            }
        }
        return attempts;
    }

    private static List<Path> files() throws IOException {
        String folder = System.getProperty("payloads");
        if (folder == null) {
            return List.of(OWN);
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return Stream.concat(
                            Stream.of(OWN),
                            files.filter(file -> file.toString().endsWith(".jsonl"))
                                    .sorted())
                    .toList();
        }
    }

    /** What is published of one payload. */
    private record Attempt(String id, String clean) {}
}
