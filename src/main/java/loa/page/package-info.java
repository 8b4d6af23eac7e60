/** What any page of a site may show, an article's or a listing's: its text, dates, pictures and data. */
@NullMarked
package loa.page;

import org.jspecify.annotations.NullMarked;
