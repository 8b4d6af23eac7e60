package loa.web;

import java.net.URI;
import loa.article.Article;
import org.jspecify.annotations.Nullable;

/**
 * An article in a line: what is shown of it where there is little room.
 *
 * @param time when it was published, for programs
 * @param shown the same for people
 * @param source the site that has it, and with {@code home} where that is
 * @param image its lead image
 */
public record Headline(
        String title,
        String link,
        String time,
        String shown,
        String source,
        String home,
        @Nullable String image) {

    public static Headline of(Article article, Times times) {
        URI link = article.link();
        return new Headline(
                article.title(),
                link.toString(),
                times.exact(article.published()),
                times.shown(article.published()),
                link.getRawAuthority().replaceFirst("^www\\.", ""),
                link.getScheme() + "://" + link.getRawAuthority() + "/",
                article.image() == null ? null : article.image().address().toString());
    }
}
