package loa.store;

import java.time.Instant;
import loa.language.Phrase;

/**
 * A source came into another state.
 *
 * @param number in the order in which the states of all sources changed
 */
public record StateChange(long number, String source, SourceState state, Instant when, Phrase reason) {}
