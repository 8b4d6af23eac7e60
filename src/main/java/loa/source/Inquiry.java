package loa.source;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import loa.fetch.FetchResult;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.FetchResult.NotModified;
import loa.fetch.Fetcher;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.listing.OwnFeeds;
import loa.page.PageParser;
import loa.page.Trouble;
import loa.source.Reading.Replaced;
import loa.source.Reading.Unchanged;
import loa.source.Reading.Unread;
import org.jsoup.nodes.Document;

/** Asks a site for documents, and says what it means that none came. */
final class Inquiry {

    private Inquiry() {}

    /** @param known as which the document was read before, if that is to be enough */
    static FetchResult ask(Fetcher fetcher, URI address, Optional<PageVersion> known) {
        return known.map(version -> fetcher.fetch(address, version)).orElseGet(() -> fetcher.fetch(address));
    }

    /** No document came: because there is nothing new, or for a reason, which is reported. */
    static <T> Reading<T> nothing(URI address, FetchResult result, Consumer<Trouble> troubles) {
        if (result instanceof NotModified unchanged) {
            return new Unchanged<>(unchanged.version());
        }
        FetchFailed failed = (FetchFailed) result;
        URI place = failed.reason().isOfTheSite() ? address.resolve("/") : address;
        troubles.accept(new Trouble(place, failed.phrase()));
        return new Unread<>(Optional.of(failed.reason()));
    }

    /** Another page came; that is reported. */
    static <T> Reading<T> replaced(URI address, Impostor impostor, Consumer<Trouble> troubles) {
        Phrase what = impostor.phrase();
        troubles.accept(new Trouble(address, what));
        return new Replaced<>(what);
    }

    /** A web page has come: one to log in or the like, or the address was never right. */
    static <T> Reading<T> page(URI address, Fetched fetched, Consumer<Trouble> troubles) {
        Optional<Document> page = PageParser.parse(fetched, troubles);
        Optional<Impostor> impostor = page.flatMap(it -> Impostor.ofListing(it, address, address.resolve("/")));
        if (impostor.isPresent()) {
            return replaced(address, impostor.get(), troubles);
        }
        String feeds = page.stream()
                .flatMap(it -> OwnFeeds.of(it).stream())
                .map(feed -> "`feed: " + feed + "`")
                .collect(Collectors.joining(", "));
        troubles.accept(new Trouble(
                address,
                feeds.isEmpty()
                        ? Phrase.of(
                                "a web page has come; write `html: %s` to read it as one, or correct the address",
                                "đây là một trang web; hãy viết `html: %s` để đọc như trang web, hoặc sửa lại địa chỉ",
                                address)
                        : Phrase.of(
                                "a web page has come; its feed is another: write %s",
                                "đây là một trang web; nguồn tin của trang ở địa chỉ khác: hãy viết %s", feeds)));
        return new Unread<>(Optional.empty());
    }
}
