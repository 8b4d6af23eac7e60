package loa.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.page.JsonLd;
import loa.page.JsonTree;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The lists of articles in a page's data: in its JSON-LD, and in what it holds for its own script to show. */
final class DataLists {

    private static final int MOST_THINGS = 20_000;
    private static final Evaluator SCRIPTS =
            QueryParser.parse("script:not([src]):not([type*=ld+json]):not([type=module])");

    /** Where an inline script assigns what the server rendered from. */
    private static final Pattern STATE =
            Pattern.compile("\\b__[A-Z][A-Z_]{2,40}__[\"']?\\]?\\s{0,9}=\\s{0,9}(?=[\\[{])");

    private final List<DataList> lists;

    private DataLists(List<DataList> lists) {
        this.lists = lists;
    }

    static DataLists of(Document page) {
        DataTable table = new DataTable(page);
        Stream<DataList> structured =
                structured(page).flatMap(things -> table.read(Evidence.STRUCTURED, things).stream());
        Stream<DataList> state = state(page).flatMap(things -> table.read(Evidence.STATE, things).stream());
        return new DataLists(Stream.concat(structured, state).toList());
    }

    /** Every address that some list names. */
    Set<URI> addresses() {
        return lists.stream().flatMap(list -> list.addresses().stream()).collect(Collectors.toSet());
    }

    /** The data that name most of these addresses. */
    Set<Evidence> confirming(Set<URI> addresses) {
        Set<Evidence> confirming = EnumSet.noneOf(Evidence.class);
        for (DataList list : lists) {
            Set<URI> both = new HashSet<>(addresses);
            both.retainAll(list.addresses());
            if (both.size() * 2 > addresses.size()) {
                confirming.add(list.evidence());
            }
        }
        return confirming;
    }

    /** The list that is most likely what the page would show. */
    Optional<DataList> listing() {
        return lists.stream()
                .filter(DataList::isListing)
                .max(Comparator.comparing((DataList list) -> list.evidence() == Evidence.STRUCTURED)
                        .thenComparing(list -> list.entries().size()));
    }

    private static Stream<List<?>> structured(Document page) {
        JsonLd json = JsonLd.of(page.getElementsByTag("script").stream());
        List<List<?>> lists = new ArrayList<>();
        for (Map<String, Object> list : json.lists()) {
            lists.add(json.values(list.get("itemListElement")).toList());
        }
        lists.add(json.articles());
        return lists.stream();
    }

    private static Stream<List<?>> state(Document page) {
        return page.select(SCRIPTS).stream()
                .flatMap(script -> json(script)
                        .map(json -> JsonTree.read(json, MOST_THINGS))
                        .map(roots -> isPayload(script) ? List.of(Payload.of(roots.get(0))) : roots)
                        .stream())
                .flatMap(roots -> JsonTree.lists(roots).stream());
    }

    private static boolean isPayload(Element script) {
        return script.id().startsWith("__NUXT_DATA__");
    }

    private static Optional<String> json(Element script) {
        String text = script.data();
        if (script.attr("type").endsWith("json")) {
            return Optional.of(text);
        }
        Matcher state = STATE.matcher(text);
        return state.find() ? Optional.of(text.substring(state.end())) : Optional.empty();
    }
}
