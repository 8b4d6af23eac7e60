package loa.listing;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.article.Text;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Collects the headlines of a page. */
final class LinkTitles {

    /** A short text on so many addresses names what is offered of each article, not the article. */
    private static final int TOO_OFTEN = 3;

    private static final int SHORT = 16;
    private static final int SHORTEST = 8;

    private static final Evaluator UNLINKED =
            QueryParser.parse("h1, h2, h3, h4, h5, h6, [class*=title], [class*=tieu], b, strong");

    private LinkTitles() {}

    /** The best headline of each address, wherever on the page it stands. */
    static Map<URI, LinkTitle> of(List<Anchor> anchors) {
        Map<URI, LinkTitle> headlines = new HashMap<>();
        for (Anchor anchor : anchors) {
            LinkTitle.of(anchor).ifPresent(headline -> headlines.merge(anchor.address(), headline, LinkTitle::better));
        }
        Map<String, Integer> counts = new HashMap<>();
        headlines.values().forEach(headline -> counts.merge(headline.text(), 1, Integer::sum));
        headlines
                .values()
                .removeIf(headline ->
                        headline.text().length() <= SHORT && counts.getOrDefault(headline.text(), 0) >= TOO_OFTEN);
        return headlines;
    }

    /** Adds the headings of entries whose only link says to read on. */
    static void addHeadings(Map<URI, LinkTitle> headlines, List<LinkGroup> unnamed) {
        for (LinkGroup group : unnamed) {
            if (group.members().size() > 1) {
                group.members()
                        .forEach(member -> heading(member.entry())
                                .ifPresent(heading ->
                                        headlines.putIfAbsent(member.anchor().address(), heading)));
            }
        }
    }

    private static Optional<LinkTitle> heading(Element entry) {
        return Optional.ofNullable(entry.selectFirst(UNLINKED))
                .filter(heading -> heading.closest("a") == null && heading.selectFirst("a") == null)
                .map(heading -> Text.line(heading.text()))
                .filter(text -> text.length() >= SHORTEST)
                .map(LinkTitle::heading);
    }
}
