/** What the officer reads, in Vietnamese and English. */
@NullMarked
package loa.language;

import org.jspecify.annotations.NullMarked;
