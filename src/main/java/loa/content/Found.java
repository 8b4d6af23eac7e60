package loa.content;

import java.util.function.Function;
import loa.language.Phrase;

/**
 * What was found for a field of an article.
 *
 * @param evidence what on the page says so, in the officer's words: {@code og:title}, "the page's heading"
 */
record Found<T>(T value, Phrase evidence) {

    <R> Found<R> map(Function<T, R> change) {
        return new Found<>(change.apply(value), evidence);
    }
}
