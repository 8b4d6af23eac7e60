package loa.store;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import loa.article.Byline;
import loa.article.Image;
import loa.article.ParsedArticle;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says of one article, over what its portal says; null where nothing.
 *
 * @param id its guid or its address
 * @param keys if it is an address: what each source would know the article by, by the source's name
 * @param withdraw whether it is published no more
 * @param pin whether it stands first on the pages for people, and is withdrawn by nobody but the operator
 */
public record Correction(
        String id,
        Map<String, String> keys,
        boolean withdraw,
        boolean pin,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String author,
        @Nullable URI image,
        @Nullable Instant published) {

    public Correction {
        keys = Map.copyOf(keys);
    }

    /** What readers get of what the portal says. */
    ParsedArticle applied(ParsedArticle said) {
        Image picture = image == null
                        || (said.image() != null && image.equals(said.image().address()))
                ? said.image()
                : Image.at(image);
        return new ParsedArticle(
                said.source(),
                said.key(),
                said.link(),
                Objects.requireNonNullElse(title, said.title()),
                summary == null ? said.summary() : summary,
                said.body(),
                author == null
                        ? said.byline()
                        : new Byline(author, said.byline().credit()),
                picture,
                said.published(),
                said.categories());
    }
}
