/** Reads {@code feeds.yml} into the settings records of the features, and finds every problem in it with its line and column. */
@NullMarked
package loa.config;

import org.jspecify.annotations.NullMarked;
