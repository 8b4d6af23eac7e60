package loa.store;

import java.time.Duration;
import java.time.Instant;

/**
 * One run of a source, as history keeps it.
 *
 * @param listed articles that its listings named
 * @param troubles pages that could not be read
 */
public record SourceRun(
        Instant started, Duration took, SourceState state, int listed, int added, int updated, int troubles) {}
