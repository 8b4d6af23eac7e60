/** Loa: collects the articles of a newsroom that has no feeds and publishes them as RSS, Atom and JSON Feed. */
@NullMarked
package loa;

import org.jspecify.annotations.NullMarked;
