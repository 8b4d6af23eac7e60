/** When each source runs, and what became of it. */
@NullMarked
package loa.collect;

import org.jspecify.annotations.NullMarked;
