package loa.source;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import loa.article.DateReader;
import loa.article.Text;
import org.jsoup.nodes.Element;

/** Finds the date that a page shows where no selector says where it is: in a short text of its own. */
final class DateFinder {

    private static final int LONGEST = 80;
    private static final String MARKED =
            "time, [class*=date], [class*=ngay], [class*=time], [id*=date], [id*=ngay], [id*=time]";

    private DateFinder() {}

    /** The first marked date in the scope, in {@code zone} where it names none. */
    static Optional<Instant> find(Element scope, ZoneId zone) {
        return scope.select(MARKED).stream()
                .flatMap(element -> read(element, zone).stream())
                .findFirst();
    }

    /** The date in this element: its machine-readable one first. */
    static Optional<Instant> read(Element element, ZoneId zone) {
        String text = Text.line(element.text());
        return DateReader.read(element.attr("datetime"), zone)
                .or(() -> text.length() > LONGEST ? Optional.empty() : DateReader.read(text, zone));
    }
}
