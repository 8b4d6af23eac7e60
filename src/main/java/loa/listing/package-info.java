/** What a listing page lists: the links that are its articles, in order, and the pages that follow it. */
@NullMarked
package loa.listing;

import org.jspecify.annotations.NullMarked;
