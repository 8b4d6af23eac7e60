/** What an article is: its text, dates, byline, links, identity and the HTML that may be published of it. */
@NullMarked
package loa.article;

import org.jspecify.annotations.NullMarked;
