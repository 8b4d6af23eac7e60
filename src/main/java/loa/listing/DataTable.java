package loa.listing;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import loa.article.Text;
import loa.article.WebLink;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Reads objects of one list as rows of a table, and finds by their values which of its columns are the addresses, titles,
 * dates, summaries and images of articles, whatever they are called.
 */
final class DataTable {

    private static final int FEWEST = 3;
    private static final int MOST_ROWS = 2 * Listed.MOST_ENTRIES;
    private static final int DEEPEST = 3;
    private static final int FEWEST_WORDS = 4;
    private static final int LONGEST_TITLE = 250;
    private static final int SHORTEST_SUMMARY = 40;
    private static final int LONGEST_SUMMARY = 1000;
    private static final int LONGEST_DATE = 40;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ADDRESS = Pattern.compile("(?:https?:/)?/[^\\s<>\"]+");
    private static final Pattern DATE = Pattern.compile(
            "(?:\\d{4}-\\d\\d-\\d\\d|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}).*|.*\\s\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}");
    private static final Pattern PICTURE = Pattern.compile("[^?]*\\.(?:jpe?g|png|webp|gif|avif)(?:\\?.*)?", FLAGS);

    private static final Pattern ANY = Pattern.compile(".*");
    private static final Pattern TITLES = Pattern.compile(".*(?:title|headline|name|tieu|ten).*", FLAGS);
    private static final Pattern ADDRESSES = Pattern.compile("(?:.*\\.)?(?:url|link|href|permalink)", FLAGS);
    private static final Pattern PUBLISHED = Pattern.compile(".*(?:publi|xuat|dang).*", FLAGS);
    private static final Pattern OTHER_DATES =
            Pattern.compile(".*(?:modif|updat|sua|capnhat|expir|end|event|start).*", FLAGS);

    /** Columns whose numbers may count seconds. */
    private static final Pattern COUNTED = Pattern.compile(
            ".*(?:date|time|ngay|publi|xuat|dang|created|posted|(?:^|[a-z_])[aA]t)$|.*(?:Date|Time|publi|xuat|dang).*");

    private final Document page;
    private final String host;

    DataTable(Document page) {
        this.page = page;
        this.host = WebLink.resolve(page.location(), page.location())
                .map(URI::getHost)
                .orElse("");
    }

    /** The articles of the site that the values of a list are; empty if they are anything else. */
    Optional<DataList> read(Evidence evidence, Collection<?> values) {
        List<Map<String, String>> rows = rows(values);
        boolean isMenu = rows.stream().anyMatch(row -> row.containsValue("SiteNavigationElement"));
        return isMenu || rows.size() < FEWEST
                ? Optional.empty()
                : column(rows, value -> article(value).isPresent(), ADDRESSES)
                        .map(address -> new DataList(evidence, entries(rows, address)))
                        .filter(list -> list.entries().size() >= FEWEST)
                        .filter(list -> evidence == Evidence.STRUCTURED || list.isTitled());
    }

    private List<DataList.Entry> entries(List<Map<String, String>> rows, String address) {
        Optional<String> title = column(rows, DataTable::isTitle, TITLES);
        Optional<String> date = column(
                        without(rows, name -> OTHER_DATES.matcher(name).matches()), DataTable::isDate, PUBLISHED)
                .or(() -> column(
                        without(rows, name -> !COUNTED.matcher(name).matches()), DataTable::isCounted, PUBLISHED));
        Optional<String> summary =
                column(without(rows, name -> title.equals(Optional.of(name))), DataTable::isSummary, ANY);
        Optional<String> image = column(rows, value -> PICTURE.matcher(value).matches(), ANY);
        Map<URI, DataList.Entry> entries = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            String name = value(row, title);
            Optional<URI> picture = WebLink.resolve(page.location(), value(row, image));
            article(row.getOrDefault(address, ""))
                    .filter(link -> title.isEmpty() || isTitle(name))
                    .map(link -> new DataList.Entry(link, name, date(row, date), value(row, summary), picture))
                    .ifPresent(entry -> entries.putIfAbsent(entry.address(), entry));
        }
        return List.copyOf(entries.values());
    }

    private static List<Map<String, String>> rows(Collection<?> values) {
        List<Map<String, String>> rows = new ArrayList<>();
        values.stream().limit(MOST_ROWS).forEach(value -> {
            Map<String, String> row = new LinkedHashMap<>();
            flatten("", value, 0, row);
            rows.add(row);
        });
        return rows;
    }

    /** What an object holds is its own; of a list that it holds the first counts. */
    private static void flatten(String name, Object value, int depth, Map<String, String> row) {
        if (value instanceof String text && !text.isBlank()) {
            row.putIfAbsent(name, text.length() > LONGEST_SUMMARY ? "" : plain(text));
        } else if (value instanceof List<?> list && !list.isEmpty() && depth > 0) {
            flatten(name, list.get(0), depth, row);
        } else if (value instanceof Map<?, ?> map && depth < DEEPEST) {
            String prefix = name.isEmpty() ? "" : name + ".";
            map.forEach((key, inside) -> flatten(prefix + key, inside, depth + 1, row));
        }
    }

    private static String plain(String text) {
        return Text.line(
                text.indexOf('&') < 0 && text.indexOf('<') < 0
                        ? text
                        : Jsoup.parseBodyFragment(text).text());
    }

    /** The column most of whose values are of the kind, each another; a telling name decides between several. */
    private static Optional<String> column(List<Map<String, String>> rows, Predicate<String> kind, Pattern telling) {
        Map<String, Set<String>> columns = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            row.forEach((name, value) -> {
                if (kind.test(value)) {
                    columns.computeIfAbsent(name, ignored -> new LinkedHashSet<>())
                            .add(value);
                }
            });
        }
        return columns.entrySet().stream()
                .filter(column -> column.getValue().size() * 3 >= rows.size() * 2)
                .map(Map.Entry::getKey)
                .max(Comparator.comparing((String name) -> telling.matcher(name).matches())
                        .thenComparing(name -> -name.length()));
    }

    private Optional<URI> article(String value) {
        return Optional.of(value)
                .filter(text -> ADDRESS.matcher(text).matches()
                        && !PICTURE.matcher(text).matches())
                .flatMap(text -> PageLinks.address(page, text))
                .filter(address ->
                        address.getHost().equals(host) && UrlShape.of(address).isArticle());
    }

    private static boolean isTitle(String value) {
        return value.length() <= LONGEST_TITLE && isText(value);
    }

    private static boolean isSummary(String value) {
        return value.length() >= SHORTEST_SUMMARY && isText(value);
    }

    private static boolean isText(String value) {
        return value.split(" ", FEWEST_WORDS).length == FEWEST_WORDS
                && !isDate(value)
                && !ADDRESS.matcher(value).matches();
    }

    /** The date as text: counted ones as an instant. */
    private static String date(Map<String, String> row, Optional<String> column) {
        String value = value(row, column);
        return Epoch.read(value).map(Instant::toString).orElse(value);
    }

    private static boolean isCounted(String value) {
        return Epoch.read(value).isPresent();
    }

    private static boolean isDate(String value) {
        return value.length() <= LONGEST_DATE && DATE.matcher(value).matches();
    }

    private static List<Map<String, String>> without(List<Map<String, String>> rows, Predicate<String> column) {
        List<Map<String, String>> rest = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, String> kept = new LinkedHashMap<>(row);
            kept.keySet().removeIf(column);
            rest.add(kept);
        }
        return rest;
    }

    private static String value(Map<String, String> row, Optional<String> column) {
        return column.map(name -> row.getOrDefault(name, "")).orElse("");
    }
}
