package loa.listing;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Text;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** What the attributes of an entry keep for a script to show: {@code data-date}, {@code data-summary}. */
final class EntryAttributes {

    private static final int MOST_ELEMENTS = 30;
    private static final int SHORTEST_SUMMARY = 40;
    private static final int LONGEST = 1000;

    private static final Pattern DATES = Pattern.compile(
            "data-(?:[a-z]+-)?(?:date|time|datetime|timestamp|published|publish(?:ed)?-?(?:at|on|date|time)|created(?:-?at)?|ngay|ngay-?dang)");
    private static final Pattern SUMMARIES =
            Pattern.compile("data-(?:[a-z]+-)?(?:summary|desc|description|excerpt|sapo|lead|intro|tom-?tat|mo-?ta)");

    private EntryAttributes() {}

    /** The values that may be its date, an instant where they count one. */
    static Stream<String> dates(Element scope) {
        return values(scope, DATES)
                .map(value -> Epoch.read(value).map(Object::toString).orElse(value));
    }

    static Optional<String> summary(Element scope) {
        return values(scope, SUMMARIES)
                .map(Text::line)
                .filter(text -> text.length() >= SHORTEST_SUMMARY)
                .findFirst();
    }

    private static Stream<String> values(Element scope, Pattern names) {
        return scope.stream()
                .limit(MOST_ELEMENTS)
                .filter(element -> element.attributesSize() > 0)
                .flatMap(element -> element.attributes().asList().stream())
                .filter(attribute -> names.matcher(attribute.getKey()).matches())
                .map(Attribute::getValue)
                .filter(value -> value.length() <= LONGEST);
    }
}
