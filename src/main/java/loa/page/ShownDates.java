package loa.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import loa.article.DateOrder;
import loa.article.DateReader;
import loa.article.Precision;
import loa.article.ReadDate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Collects the dates of a page in one walk, and says which of them is the likeliest to be the article's. */
public final class ShownDates implements NodeVisitor {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 120;

    /** A text longer than this is read by people, and a date in it is part of what it tells. */
    private static final int RUNNING = 160;

    private static final Set<String> PARAGRAPHS = Set.of("p", "li", "blockquote", "figcaption", "h2", "h3", "td", "dd");

    /** How much text may stand between the title and its date. */
    private static final int FURTHEST_AFTER = 1500;

    private static final int FURTHEST_UNMARKED = 600;
    private static final int FURTHEST_BEFORE = 150;

    /** A page's clock stands before the title, and few articles' dates do. */
    private static final int COST_BEFORE = 250;

    /** So near behind the title stands nothing about other articles. */
    private static final int BESIDE = 400;

    private static final int MOST = 500;
    private static final char NO_BREAK = '\u00A0';

    private final @Nullable Element title;
    private final List<Element> aroundTitle;
    private final ZoneId zone;
    private final Instant fetched;
    private final DateOrder order;

    private final StringBuilder text = new StringBuilder();
    private final Deque<Integer> starts = new ArrayDeque<>();
    private final List<ShownDate> found = new ArrayList<>();
    private int titleStart;
    private int titleEnd;
    private int lastStart = -1;
    private int lastEnd = -1;

    ShownDates(@Nullable Element title, ZoneId zone, Instant fetched, DateOrder order) {
        this.order = order;
        this.title = title;
        this.aroundTitle = title == null ? List.of() : title.parents();
        this.zone = zone;
        this.fetched = fetched;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words && !words.isBlank()) {
            append(words.getWholeText());
        } else if (node instanceof Element element) {
            separate();
            starts.push(text.length());
            if (element == title) {
                titleStart = text.length();
                titleEnd = -1;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            int start = starts.pop();
            if (element == title) {
                titleEnd = text.length();
            } else if (!isAroundTitle(start) && !isInTitle()) {
                shown(element, start);
            }
            separate();
        }
    }

    /** The date of publication; before the title only where nearly nothing parts them. */
    public Optional<ReadDate> likeliest() {
        return likeliest(date -> true);
    }

    /** The likeliest of those that are this. */
    public Optional<ReadDate> likeliest(Predicate<ReadDate> wanted) {
        return found.stream()
                .filter(shown -> wanted.test(shown.date()))
                .filter(shown -> title == null || isNear(shown))
                .filter(shown -> isBeside(shown) || !isOfSomethingElse(shown))
                .min(Comparator.comparing(ShownDate::changed).thenComparing(this::cost))
                .map(likeliest -> declared(likeliest.date()).filter(wanted).orElse(likeliest.date()));
    }

    /** The time on that day which the markup says, wherever it stands. */
    private Optional<ReadDate> declared(ReadDate day) {
        return found.stream()
                .filter(shown -> shown.isDeclared() && tellsMore(shown.date(), day) && !tellsMore(day, shown.date()))
                .map(ShownDate::date)
                .findFirst();
    }

    private boolean isAroundTitle(int start) {
        return titleEnd > 0 && start <= titleStart;
    }

    private boolean isInTitle() {
        return titleEnd < 0;
    }

    private void append(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c <= ' ' || c == NO_BREAK) {
                separate();
            } else {
                text.append(c);
            }
        }
    }

    private void separate() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private void shown(Element element, int start) {
        int length = text.length() - start;
        if (length > RUNNING && isParagraph(element)) {
            found.removeIf(shown -> shown.start() >= start && !shown.isDeclared());
        } else if (length <= LONGEST && found.size() < MOST) {
            read(element, start);
        }
    }

    /** What holds blocks is no paragraph but a place for them, such as a cell of a table that lays out the page. */
    private static boolean isParagraph(Element element) {
        return PARAGRAPHS.contains(element.normalName())
                && element.children().stream().noneMatch(Element::isBlock);
    }

    private void read(Element element, int start) {
        String machine = ShownDate.forMachines(element);
        boolean again = start == lastStart && text.length() == lastEnd;
        lastStart = start;
        lastEnd = text.length();
        if (isFar(start) && !ShownDate.isDeclared(element)) {
            return;
        }
        String words = again ? "" : text.substring(start);
        if (machine.isEmpty() && (words.length() < SHORTEST || !hasDigit(words))) {
            return;
        }
        Optional<ReadDate> printed = DateReader.read(words, zone, fetched, order);
        Optional<ReadDate> date = machine.isEmpty()
                ? printed
                : DateReader.read(machine, zone, fetched)
                        .map(read -> checked(read, printed))
                        .or(() -> printed);
        date.map(read -> ShownDate.of(element, read, start, text.length(), words))
                .filter(shown -> !machine.isEmpty() || shown.isDeclared() || shown.isMarked() || shown.isBare(words))
                .ifPresent(this::add);
    }

    /** What the markup says, unless it is the printed wall clock mistaken for Greenwich's, or less than what is printed. */
    private ReadDate checked(ReadDate machine, Optional<ReadDate> printed) {
        return printed.filter(shown -> !shown.relative())
                .filter(shown -> shown.at()
                                .atZone(zone)
                                .toLocalDateTime()
                                .equals(machine.at().atZone(ZoneOffset.UTC).toLocalDateTime())
                        || (shown.precision().compareTo(machine.precision()) < 0 && sameDay(shown, machine)))
                .orElse(machine);
    }

    /** A date around others says what they are: the same, its parts, or something else. */
    private void add(ShownDate around) {
        List<ShownDate> inside =
                found.stream().filter(shown -> shown.start() >= around.start()).toList();
        boolean known = inside.stream().anyMatch(shown -> tellsMore(shown.date(), around.date()));
        if (inside.stream().anyMatch(shown -> shown.changed() && sameDay(shown.date(), around.date()))) {
            return;
        }
        found.removeAll(inside);
        inside.stream()
                .filter(shown -> known || shown.isDeclared())
                .map(shown -> around.changed() || !tellsMore(shown.date(), around.date()) ? shown.asChange() : shown)
                .forEach(found::add);
        if (!known) {
            found.add(around);
        }
    }

    private boolean isOfSomethingElse(ShownDate shown) {
        return shown.isElsewhere(aroundTitle) || (shown.start() >= titleStart && shown.isOfLinkedArticle(aroundTitle));
    }

    private boolean isBeside(ShownDate shown) {
        return title != null && shown.start() >= titleEnd && shown.start() - titleEnd <= BESIDE;
    }

    /** Whether nothing that begins here can be near the title, nor hold what is. */
    private boolean isFar(int start) {
        return titleEnd > 0 && start - titleEnd > FURTHEST_AFTER + LONGEST;
    }

    private boolean isNear(ShownDate shown) {
        if (shown.start() >= titleStart) {
            int furthest = shown.isMarked() ? FURTHEST_AFTER : FURTHEST_UNMARKED;
            return shown.isDeclared() || shown.start() - titleEnd <= furthest;
        }
        boolean clock = shown.date().precision() == Precision.DAY
                && day(shown.date()).equals(fetched.atZone(zone).toLocalDate());
        return !clock && (shown.isDeclared() || titleStart - shown.end() <= FURTHEST_BEFORE);
    }

    private int cost(ShownDate shown) {
        int distance = shown.start() >= titleStart ? shown.start() - titleEnd : titleStart - shown.end() + COST_BEFORE;
        return distance + (shown.isDeclared() ? 0 : shown.isMarked() ? 100 : 300);
    }

    private boolean tellsMore(ReadDate part, ReadDate whole) {
        boolean fixed = whole.relative() && !part.relative();
        return fixed || (sameDay(part, whole) && part.precision().compareTo(whole.precision()) <= 0);
    }

    private boolean sameDay(ReadDate one, ReadDate other) {
        return day(one).equals(day(other));
    }

    private LocalDate day(ReadDate date) {
        return date.at().atZone(zone).toLocalDate();
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
