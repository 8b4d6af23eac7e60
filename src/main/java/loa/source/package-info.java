/** What a source offers: its listings, its articles, and how both are read from HTML. */
@NullMarked
package loa.source;

import org.jspecify.annotations.NullMarked;
