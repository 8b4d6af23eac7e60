/** What a source offers, fetched and read: its listings, and the articles that they name. */
@NullMarked
package loa.source;

import org.jspecify.annotations.NullMarked;
