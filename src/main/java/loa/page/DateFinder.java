package loa.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import loa.article.DateOrder;
import loa.article.ReadDate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the date that a page shows, where no selector says where it is: in a short text of its own near the title, never in
 * running text, in lists of other articles or on the clock in the page's header.
 */
public final class DateFinder {

    private DateFinder() {}

    /**
     * The date of publication that the scope shows: an entry of a listing, or a page.
     *
     * @param title the article's title, near which its date stands; null if it is not known
     * @param zone of dates that name none
     * @param fetched when the page was fetched, which is what some dates count back from
     */
    public static Optional<ReadDate> find(Element scope, @Nullable Element title, ZoneId zone, Instant fetched) {
        return all(scope, title, zone, fetched, DateOrder.DAY_FIRST).likeliest();
    }

    /** The dates that the scope shows, where it is known which number is the month. */
    public static ShownDates all(
            Element scope, @Nullable Element title, ZoneId zone, Instant fetched, DateOrder order) {
        ShownDates shown = new ShownDates(title, zone, fetched, order);
        scope.traverse(shown);
        return shown;
    }
}
