package loa.content;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import loa.article.DateOrder;
import loa.article.DateReader;
import loa.article.Precision;
import loa.article.ReadDate;
import loa.language.Phrase;
import loa.page.DateFinder;
import loa.page.Selector;
import loa.page.ShownDates;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds when an article was published: where the operator says, else as the page's data has it, else as the page shows it,
 * and that reconciled with what the listing shows.
 */
final class PublishedFinder {

    private static final Phrase LISTED = new Phrase("the listing", "trang danh sách");
    private static final Phrase SHOWN = new Phrase("a date on the page", "ngày ghi trên trang");

    private final Document page;
    private final Instant fetched;
    private final ZoneId zone;
    private final ArticleSelectors selectors;
    private final Supplier<DateOrder> order;

    /**
     * @param fetched when the page was fetched
     * @param order says which number is the month in the dates that the page shows, if that matters
     */
    PublishedFinder(Document page, Instant fetched, Site site, Supplier<DateOrder> order) {
        this.order = order;
        this.page = page;
        this.fetched = fetched;
        this.zone = site.zone();
        this.selectors = site.selectors();
    }

    /**
     * The date with what says so.
     *
     * @param title near which the page shows its date; null if it is not known
     */
    Optional<Found<Instant>> find(Claims data, @Nullable Element title, @Nullable ReadDate listing) {
        Optional<ReadDate> listed = Optional.ofNullable(listing);
        Optional<Found<ReadDate>> selected =
                Optional.ofNullable(selectors.published()).flatMap(this::selected);
        Optional<Found<ReadDate>> found = selectors.published() == null ? found(data, title, listed) : selected;
        Optional<ReadDate> date = selected.isPresent()
                ? selected.map(Found::value)
                : ReadDate.reconcile(listed, found.map(Found::value), fetched);
        Phrase evidence = found.filter(there -> date.equals(Optional.of(there.value())))
                .map(Found::evidence)
                .orElse(LISTED);
        return date.map(known -> new Found<>(known.at(), evidence));
    }

    /** The date for machines, or the one shown if there is none or the other says the day alone. */
    private Optional<Found<ReadDate>> found(Claims data, @Nullable Element title, Optional<ReadDate> listed) {
        Optional<Found<ReadDate>> claimed = ClaimedDate.find(
                data.dates(),
                zone,
                fetched,
                date -> listed.filter(date::isSameMinute).isPresent() || isShown(date, title));
        if (claimed.isPresent() && isTime(claimed.get().value())) {
            return claimed;
        }
        DateOrder printed = order.get();
        ShownDates dates = DateFinder.all(page, title, zone, fetched, printed);
        Optional<ReadDate> shown = claimed.isEmpty()
                ? dates.likeliest().map(date -> inListedOrder(date, printed, listed))
                : dates.likeliest(
                        date -> isTime(date) && date.isOnDayOf(claimed.get().value(), zone));
        return shown.map(date -> new Found<>(date, SHOWN)).or(() -> claimed);
    }

    /** Whether a page in Vietnamese, which is written where its clocks are, shows this time. */
    private boolean isShown(ReadDate date, @Nullable Element title) {
        Element html = page.firstElementChild();
        return html != null
                && html.attr("lang").startsWith("vi")
                && DateFinder.all(page, title, zone, fetched, order.get())
                        .likeliest(date::isSameMinute)
                        .isPresent();
    }

    private static boolean isTime(ReadDate date) {
        return date.precision().compareTo(Precision.DAY) < 0;
    }

    /** With day and month exchanged, if that is the day that the listing says, which has more dates to judge by. */
    private ReadDate inListedOrder(ReadDate shown, DateOrder printed, Optional<ReadDate> listed) {
        return listed.filter(date -> printed == DateOrder.DAY_FIRST && !shown.relative())
                .flatMap(date -> shown.exchanged(zone).filter(other -> other.isOnDayOf(date, zone)))
                .orElse(shown);
    }

    private Optional<Found<ReadDate>> selected(Selector selector) {
        return selector.all(page).stream()
                .flatMap(element -> date(element).stream())
                .findFirst()
                .map(date -> new Found<>(date, new Phrase("`" + selector + "`", "`" + selector + "`")));
    }

    private Optional<ReadDate> date(Element element) {
        Optional<ReadDate> formatted = Optional.ofNullable(selectors.format())
                .flatMap(format -> format.read(element.text(), zone))
                .map(instant -> new ReadDate(instant, Precision.MINUTE, false));
        return formatted
                .or(() -> DateReader.read(element.attr("datetime"), zone, fetched))
                .or(() -> DateReader.read(element.text(), zone, fetched));
    }
}
