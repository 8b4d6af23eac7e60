package loa.source;

import java.util.Optional;
import java.util.function.Function;
import loa.fetch.FetchResult.Reason;
import loa.fetch.PageVersion;
import loa.language.Phrase;

/** What became of reading a page: something, the word that it is as it was, nothing, or another page. */
public sealed interface Reading<T> {

    /**
     * This is on the page.
     *
     * @param version to ask with next time; empty if not all that belongs to the page could be read
     */
    record Read<T>(T content, Optional<PageVersion> version) implements Reading<T> {}

    /** The page is as it was. */
    record Unchanged<T>(PageVersion version) implements Reading<T> {}

    /**
     * Nothing could be read; the trouble was reported.
     *
     * @param reason why nothing came; empty if what came could not be read
     */
    record Unread<T>(Optional<Reason> reason) implements Reading<T> {}

    /**
     * Another page was in its place, such as one to log in; that was reported.
     *
     * @param what it was
     */
    record Replaced<T>(Phrase what) implements Reading<T> {}

    /** The same of what is made of the content, if there is one. */
    default <U> Reading<U> map(Function<T, U> making) {
        if (this instanceof Read<T> read) {
            return new Read<>(making.apply(read.content), read.version);
        } else if (this instanceof Unchanged<T> unchanged) {
            return new Unchanged<>(unchanged.version);
        } else if (this instanceof Replaced<T> replaced) {
            return new Replaced<>(replaced.what);
        }
        return new Unread<>(((Unread<T>) this).reason);
    }
}
