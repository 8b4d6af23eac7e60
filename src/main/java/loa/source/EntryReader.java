package loa.source;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import loa.article.DateReader;
import loa.article.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Reads what a listing shows of one article beside its headline. */
final class EntryReader {

    private static final int SHORTEST_SUMMARY = 40;
    private static final int LONGEST_DATE = 80;
    private static final Evaluator SUMMARIES = QueryParser.parse(
            "p, .sapo, [class*=desc], [class*=summary], [class*=lead], [class*=tom-tat], [class*=trich]");

    private EntryReader() {}

    /** The date where it is marked as one, else the first that stands in a short text of its own. */
    static Optional<Instant> published(Element scope, ZoneId zone) {
        return DateFinder.find(scope, zone)
                .or(() -> scope.selectNodes("::text", TextNode.class).stream()
                        .map(text -> Text.line(text.getWholeText()))
                        .filter(line -> line.length() <= LONGEST_DATE && DateLike.isIn(line))
                        .flatMap(line -> DateReader.read(line, zone).stream())
                        .findFirst());
    }

    /** The first text of some length that is neither the headline nor a date. */
    static Optional<String> summary(Element scope, String title) {
        Stream<String> marked = scope.select(SUMMARIES).stream().map(element -> Text.line(element.text()));
        Stream<String> plain = scope.select("*").stream().map(element -> Text.line(element.ownText()));
        return Stream.concat(marked, plain)
                .filter(text -> text.length() >= SHORTEST_SUMMARY && !text.contains(title) && !title.contains(text))
                .filter(text -> !DateLike.isOnly(text))
                .findFirst();
    }

    static Optional<URI> image(Element scope) {
        return Images.lead(scope);
    }
}
