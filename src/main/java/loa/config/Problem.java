package loa.config;

import loa.language.Phrase;

/** What is wrong at a place in feeds.yml, and what would be right. */
public record Problem(int line, int column, Phrase phrase) implements Comparable<Problem> {

    @Override
    public int compareTo(Problem other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
