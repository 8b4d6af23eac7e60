package loa.store;

import java.time.Instant;
import java.util.Optional;
import loa.language.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * How a source is, since when, and why.
 *
 * @param lastSuccess null if there was none yet
 * @param next when it is tried again, null if that is not known
 * @param failures how many runs in a row failed or were held
 * @param isAccepted whether the operator wants the next run taken as it is
 * @param articles how many of its articles are kept
 * @param lastRun empty if there was none yet
 */
public record SourceHealth(
        String source,
        SourceState state,
        Instant since,
        Phrase reason,
        @Nullable Instant lastSuccess,
        @Nullable Instant next,
        int failures,
        boolean isAccepted,
        long articles,
        Optional<SourceRun> lastRun) {}
