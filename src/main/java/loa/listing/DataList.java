package loa.listing;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A list of articles in a page's data.
 *
 * @param evidence in which data
 * @param entries in its order, each address once
 */
record DataList(Evidence evidence, List<Entry> entries) {

    DataList {
        entries = List.copyOf(entries);
    }

    Set<URI> addresses() {
        return entries.stream().map(Entry::address).collect(Collectors.toSet());
    }

    boolean isTitled() {
        return entries.stream().noneMatch(entry -> entry.title().isEmpty());
    }

    /** Whether it tells enough of its articles to be a listing: names alone may be a menu's. */
    boolean isListing() {
        return isTitled()
                && (evidence == Evidence.STRUCTURED || entries.stream().allMatch(Entry::tells));
    }

    /** The entries as a page would show them, so that they are read as shown ones are. */
    List<Listed.Entry> shown(Document page) {
        Element list = Document.createShell(page.location()).body();
        return entries.stream().map(entry -> entry.shown(list)).toList();
    }

    /** What the data says of one article; an empty text where it says nothing. */
    record Entry(URI address, String title, String date, String summary, Optional<URI> image) {

        boolean tells() {
            return !date.isEmpty() || !summary.isEmpty();
        }

        private Listed.Entry shown(Element list) {
            Element scope = list.appendElement("article");
            Element link = scope.appendElement("h2").appendElement("a").attr("href", address.toString());
            link.text(title);
            if (!date.isEmpty()) {
                scope.appendElement("time").attr("datetime", date).text(date);
            }
            image.ifPresent(at -> scope.appendElement("img").attr("src", at.toString()));
            scope.appendElement("p").text(summary);
            return new Listed.Entry(scope, link, address, title);
        }
    }
}
