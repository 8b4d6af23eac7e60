package loa.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import loa.article.Entry;
import loa.entry.Entries;
import loa.entry.Format;
import loa.entry.UnreadableException;
import loa.fetch.FetchResult;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.Fetcher;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.page.Trouble;
import loa.source.Reading.Read;
import loa.source.Reading.Unread;

/** A document that lists articles, with those that go on with it. */
final class DocumentCatalog implements Catalog {

    private final URI address;
    private final int pages;
    private final Fetcher fetcher;
    private final Desk desk;
    private final Reader reader;

    /** Reads a document of the kind that the source is of. */
    interface Reader {
        Entries read(Fetched fetched, Consumer<Trouble> troubles) throws UnreadableException;
    }

    /** @param pages how many documents are read at most */
    DocumentCatalog(URI address, int pages, Fetcher fetcher, Desk desk, Reader reader) {
        this.address = address;
        this.pages = pages;
        this.fetcher = fetcher;
        this.desk = desk;
        this.reader = reader;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public Reading<List<Entry>> entries(Optional<PageVersion> known, Consumer<Trouble> troubles) {
        FetchResult result = Inquiry.ask(fetcher, address, known);
        if (!(result instanceof Fetched first)) {
            return Inquiry.nothing(address, result, troubles);
        }
        try (Desk.Place place = desk.place(first)) {
            return entries(first, place, troubles);
        }
    }

    private Reading<List<Entry>> entries(Fetched first, Desk.Place place, Consumer<Trouble> troubles) {
        if (Format.of(first) == Format.HTML) {
            return Inquiry.page(address, first, troubles);
        }
        List<Entry> entries = new ArrayList<>();
        Optional<Entries> read = read(first, troubles);
        boolean isWhole = read.isPresent() && follow(first, read.get(), entries, place, troubles);
        if (read.isPresent() && entries.isEmpty()) {
            troubles.accept(new Trouble(address, new Phrase("it lists no article", "không liệt kê bài viết nào")));
        }
        return read.isPresent()
                ? new Read<>(entries, isWhole && !entries.isEmpty() ? Optional.of(first.version()) : Optional.empty())
                : new Unread<>(Optional.empty());
    }

    /** Adds what the document lists, and those after it; false if one of them could not be read. */
    private boolean follow(
            Fetched first, Entries read, List<Entry> entries, Desk.Place place, Consumer<Trouble> troubles) {
        entries.addAll(read.entries());
        Set<URI> asked = new HashSet<>(List.of(address, first.address()));
        Optional<URI> next = read.next();
        for (int page = 2; page <= pages && next.isPresent() && asked.add(next.get()); page++) {
            URI further = next.get();
            FetchResult result = place.leave(() -> fetcher.fetch(further));
            if (!(result instanceof Fetched fetched)) {
                Inquiry.nothing(further, result, troubles);
                return false;
            }
            Optional<Entries> more = read(fetched, troubles);
            if (more.isEmpty()) {
                return false;
            }
            entries.addAll(more.get().entries());
            next = more.filter(found -> !found.entries().isEmpty()).flatMap(Entries::next);
        }
        return true;
    }

    private Optional<Entries> read(Fetched fetched, Consumer<Trouble> troubles) {
        try {
            Entries read = reader.read(fetched, troubles);
            if (read.unusable() > 0) {
                troubles.accept(new Trouble(
                        fetched.address(),
                        Phrase.of(
                                "%d of its entries have no address or no words and were left out",
                                "%d mục không có địa chỉ hoặc không có chữ nào nên bị bỏ qua", read.unusable())));
            }
            return Optional.of(read);
        } catch (UnreadableException unreadable) {
            troubles.accept(new Trouble(fetched.address(), unreadable.reason()));
            return Optional.empty();
        }
    }
}
