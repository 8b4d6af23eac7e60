/** Keeps what was collected, for ever, in SQLite. */
@NullMarked
package loa.store;

import org.jspecify.annotations.NullMarked;
