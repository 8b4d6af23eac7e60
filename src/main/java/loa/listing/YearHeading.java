package loa.listing;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Text;
import org.jsoup.nodes.Element;

/** The heading above a part of a list that says nothing but the year, so that its entries say day and month alone. */
final class YearHeading {

    private static final int LEVELS = 3;
    private static final int MOST_BEFORE = 200;
    private static final int LONGEST = 20;
    private static final Pattern YEAR = Pattern.compile("(?iu)\\W*(?:năm |year )?((?:19|20)\\d\\d)\\W*");
    private static final Pattern HAS_YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern ENDS_IN_NUMBERS = Pattern.compile(".*\\d{1,2}[/.-]\\d{1,2}");

    private YearHeading() {}

    /** The year that the nearest heading above the entry is. */
    static Optional<String> above(Element entry) {
        Element at = entry;
        for (int level = 0; level < LEVELS && at != null; level++, at = at.parent()) {
            Optional<String> year = Stream.iterate(
                            at.previousElementSibling(), before -> before != null, Element::previousElementSibling)
                    .limit(MOST_BEFORE)
                    .flatMap(before -> year(before).stream())
                    .findFirst();
            if (year.isPresent()) {
                return year;
            }
        }
        return Optional.empty();
    }

    /** The date with the year behind it, unless it says one itself. */
    static String with(String year, String date) {
        return HAS_YEAR.matcher(date).find()
                ? date
                : date + (ENDS_IN_NUMBERS.matcher(date).matches() ? "/" : " ") + year;
    }

    private static Optional<String> year(Element heading) {
        if (heading.childrenSize() > 1) {
            return Optional.empty();
        }
        String text = Text.line(heading.text());
        return text.length() > LONGEST
                ? Optional.empty()
                : YEAR.matcher(text)
                        .results()
                        .findFirst()
                        .map(found -> found.group(1))
                        .filter(year -> YEAR.matcher(text).matches());
    }
}
