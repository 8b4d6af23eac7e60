/** Articles as feeds, interfaces, sitemaps and files give them: read from their formats into one. */
@NullMarked
package loa.entry;

import org.jspecify.annotations.NullMarked;
