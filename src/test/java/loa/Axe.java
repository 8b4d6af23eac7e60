package loa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.JavascriptExecutor;

/** What axe-core finds wrong for people with disabilities on the page that is open, by the rules of WCAG 2.2 AA. */
public final class Axe {

    private static final String SCRIPT = script();

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            const options = {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations'], iframes: false};
            axe.run(document, options).then(
                found => done(found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' ' + node.target + ' ' + node.html))),
                failure => done(['axe itself: ' + failure]));
            """;

    private Axe() {}

    /** Each rule with what breaks it; pages in frames are not looked at. */
    public static List<String> violations(JavascriptExecutor browser) {
        browser.executeScript(SCRIPT);
        List<?> found = (List<?>) Objects.requireNonNull(browser.executeAsyncScript(RUN));
        return found.stream().map(Object::toString).toList();
    }

    private static String script() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
