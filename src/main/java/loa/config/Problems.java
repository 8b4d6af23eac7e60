package loa.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import loa.article.Text;
import loa.config.Node.Position;
import loa.language.Phrase;

/** Gathers what is wrong, so that all of it can be said at once. */
final class Problems {

    private static final int LONGEST_QUOTE = 60;

    private final List<Problem> found = new ArrayList<>();

    /**
     * Notes a problem, in both languages: what is wrong; what would be right.
     *
     * @param values what stands in the places of the sentences: phrases, numbers, or quotes from the file
     */
    void add(Position at, String english, String vietnamese, Object... values) {
        Phrase phrase = new Phrase(
                String.format(Locale.ROOT, english, in(Phrase::english, values)),
                String.format(Locale.ROOT, vietnamese, in(Phrase::vietnamese, values)));
        found.add(new Problem(at.line(), at.column(), phrase));
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    private static Object[] in(Function<Phrase, String> language, Object... values) {
        return Arrays.stream(values)
                .map(value -> value instanceof Phrase phrase
                        ? language.apply(phrase)
                        : value instanceof String quote ? Text.cut(Text.line(quote), LONGEST_QUOTE) : value)
                .toArray();
    }
}
