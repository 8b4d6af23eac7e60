/** What an article's page tells of it: title, date, byline, lead, body, picture; and nothing else that stands there. */
@NullMarked
package loa.content;

import org.jspecify.annotations.NullMarked;
