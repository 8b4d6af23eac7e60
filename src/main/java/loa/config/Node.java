package loa.config;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A value in feeds.yml, with the line and column where it begins, counted from 1. */
sealed interface Node {

    Position at();

    /** A line and column of the file. */
    record Position(int line, int column) implements Comparable<Position> {

        private static final Comparator<Position> ORDER =
                Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    /** A word, number or sentence on one line, as it is written; {@code null} or nothing at all is the empty text. */
    record Scalar(Position at, String text) implements Node {}

    /** A list. */
    record Sequence(Position at, List<Node> items) implements Node {}

    /** Keys with values, in the order of the file. */
    record Mapping(Position at, Map<String, Entry> entries) implements Node {}

    /** A reference to a value elsewhere: refused where it was read, and nobody need complain again. */
    record Alias(Position at) implements Node {}

    /** A value, and where its key stands. */
    record Entry(Position key, Node value) {}
}
