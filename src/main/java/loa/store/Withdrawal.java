package loa.store;

import java.time.Instant;

/**
 * An article that is no longer published, known by its identity alone.
 *
 * @param changed the number of this change among all changes of all articles
 */
public record Withdrawal(String guid, Instant when, long changed) {}
