package loa.source;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the headlines of a page. */
final class Headlines {

    /** A short text on so many addresses names what is offered of each article, not the article. */
    private static final int TOO_OFTEN = 3;

    private static final int SHORT = 16;

    private Headlines() {}

    /** The best headline of each address, wherever on the page it stands. */
    static Map<URI, Headline> of(List<Anchor> anchors) {
        Map<URI, Headline> headlines = new HashMap<>();
        for (Anchor anchor : anchors) {
            Headline.of(anchor).ifPresent(headline -> headlines.merge(anchor.address(), headline, Headline::better));
        }
        Map<String, Integer> counts = new HashMap<>();
        headlines.values().forEach(headline -> counts.merge(headline.text(), 1, Integer::sum));
        headlines
                .values()
                .removeIf(headline -> headline.text().length() <= SHORT && counts.get(headline.text()) >= TOO_OFTEN);
        return headlines;
    }
}
