/** The HTTP server: the only place that knows Javalin. */
@NullMarked
package loa.web;

import org.jspecify.annotations.NullMarked;
