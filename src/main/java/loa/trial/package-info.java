/** Trying a site out: what would be taken from its pages, and how feeds.yml would say so. */
@NullMarked
package loa.trial;

import org.jspecify.annotations.NullMarked;
