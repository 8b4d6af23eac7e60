package loa.store;

import java.time.Instant;

/** How often something changed, and when it last did. */
public record Revision(long number, Instant changed) {

    /** Nothing was ever kept. */
    public static final Revision NONE = new Revision(0, Instant.EPOCH);
}
