package loa.source;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import loa.fetch.FetchResult;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.NotModified;
import loa.fetch.Fetcher;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.page.Trouble;
import loa.source.Reading.Replaced;
import loa.source.Reading.Unchanged;
import loa.source.Reading.Unread;

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
}
