package loa.config;

import java.util.ArrayList;
import java.util.List;
import loa.config.Node.Position;
import loa.language.Phrase;

/** Gathers what is wrong, so that all of it can be said at once. */
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Notes a problem, in both languages: what is wrong; what would be right. */
    void add(Position at, String english, String vietnamese, Object... values) {
        found.add(new Problem(at.line(), at.column(), Phrase.of(english, vietnamese, values)));
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
