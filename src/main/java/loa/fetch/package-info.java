/** HTTP towards the sources: polite, bounded, and guarded against addresses that are nobody's portal. */
@NullMarked
package loa.fetch;

import org.jspecify.annotations.NullMarked;
