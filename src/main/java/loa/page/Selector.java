package loa.page;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** A CSS selector of the operator's, compiled. */
public final class Selector {

    private final String css;
    private final Evaluator evaluator;

    private Selector(String css, Evaluator evaluator) {
        this.css = css;
        this.evaluator = evaluator;
    }

    /**
     * Compiles the selector.
     *
     * @throws IllegalArgumentException if it is none; the message says what was not understood
     */
    public static Selector of(String css) {
        try {
            return new Selector(css, QueryParser.parse(css));
        } catch (IllegalStateException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
    }

    /** The elements below or at {@code scope} that it matches, in document order. */
    public List<Element> all(Element scope) {
        return scope.select(evaluator);
    }

    /** The first of them that shows any text. */
    public Optional<Element> first(Element scope) {
        return all(scope).stream().filter(Element::hasText).findFirst();
    }

    @Override
    public String toString() {
        return css;
    }
}
