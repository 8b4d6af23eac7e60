package loa.listing;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.DateOrder;
import loa.article.DateReader;
import loa.article.ReadDate;
import loa.article.Text;
import loa.page.DateFinder;
import loa.page.DateLike;
import loa.page.Images;
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

    private static final Evaluator LINKS = QueryParser.parse("a[href]");

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i)[^/]*(?:no[-_]?(?:image|photo|img|pic|thumb)|placeholder|default[-_]?(?:image|img|thumb|news)?\\.|blank\\.|spacer|khong[-_]?(?:co[-_]?)?(?:anh|hinh))[^/]*$");

    private EntryReader() {}

    /** The date where it is marked as one, else the first that stands in a short text of its own. */
    static Optional<ReadDate> published(Listed.Entry entry, ZoneId zone, Instant fetched, DateOrder order) {
        Optional<ReadDate> kept = first(EntryAttributes.dates(entry.scope()), zone, fetched, order);
        Optional<String> year = YearHeading.above(entry.scope());
        if (kept.isPresent() || year.isPresent()) {
            Stream<String> lines = dates(entry.scope()).map(line -> YearHeading.with(year.orElse(""), line));
            return kept.or(() -> first(lines, zone, fetched, order));
        }
        Optional<ReadDate> printed = first(dates(entry.scope()), zone, fetched, order);
        return order == DateOrder.MONTH_FIRST
                ? printed
                : DateFinder.find(entry.scope(), entry.link(), zone, fetched).or(() -> printed);
    }

    private static Optional<ReadDate> first(Stream<String> lines, ZoneId zone, Instant fetched, DateOrder order) {
        return lines.flatMap(line -> DateReader.read(line, zone, fetched, order).stream())
                .findFirst();
    }

    /** The short texts in the entry that show dates. */
    static Stream<String> dates(Element scope) {
        return scope.selectNodes("::text", TextNode.class).stream()
                .filter(text -> text.getWholeText().length() <= LONGEST_DATE)
                .map(text -> Text.line(text.getWholeText()))
                .filter(DateLike::isIn);
    }

    /** The first text of some length that is neither the headline nor a date. */
    static Optional<String> summary(Element scope, String title) {
        Stream<String> marked = scope.select(SUMMARIES).stream().map(EntryReader::withoutReadOn);
        Stream<String> plain = scope.select("*").stream().map(element -> Text.line(element.ownText()));
        return Stream.concat(marked, plain)
                .filter(text -> text.length() >= SHORTEST_SUMMARY && !text.contains(title) && !isPartOf(title, text))
                .filter(text -> !DateLike.isOnly(text))
                .findFirst()
                .or(() -> EntryAttributes.summary(scope));
    }

    /** The text of the element without a link at its end that says to read on. */
    private static String withoutReadOn(Element element) {
        String text = Text.line(element.text());
        Element last = element.select(LINKS).last();
        String end = last == null ? "" : Text.line(last.text());
        return !end.isEmpty() && text.endsWith(end) && LinkTitle.saysNothing(end)
                ? text.substring(0, text.length() - end.length()).strip()
                : text;
    }

    private static boolean isPartOf(String title, String text) {
        return title.contains(LinkTitle.uncut(text));
    }

    /** The pictures that are neither icons nor what stands where there is none. */
    static Stream<URI> images(Element scope) {
        return Images.large(scope)
                .filter(image -> !PLACEHOLDER.matcher(image.getRawPath()).find());
    }
}
