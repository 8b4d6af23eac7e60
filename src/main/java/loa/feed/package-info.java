/** What readers get: RSS, Atom, JSON Feed and OPML, rendered once and kept as bytes. */
@NullMarked
package loa.feed;

import org.jspecify.annotations.NullMarked;
