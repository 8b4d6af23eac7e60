package loa.article;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as a source shows it now; {@link Article} is what became of it in the store.
 *
 * @param source the name of the source in feeds.yml
 * @param key what the source knows the article by, unique in the source
 * @param link where people read it
 * @param title plain text on one line, never empty
 * @param summary plain text on one line
 * @param published as the source dates it, null if it does not say
 * @param alsoAt what the source knows by other addresses that its page gives as its own, or to which visitors were led; a
 *     claim that may be false
 */
public record ParsedArticle(
        String source,
        String key,
        URI link,
        String title,
        @Nullable String summary,
        Body body,
        Byline byline,
        @Nullable Image image,
        @Nullable Instant published,
        Set<String> categories,
        Set<String> alsoAt) {

    public ParsedArticle {
        if (title.isEmpty() || categories.isEmpty()) {
            throw new IllegalArgumentException("an article has a title and a category: " + link);
        }
        categories = Set.copyOf(categories);
        alsoAt = Set.copyOf(alsoAt);
    }

    /** One that claims no other address. */
    public ParsedArticle(
            String source,
            String key,
            URI link,
            String title,
            @Nullable String summary,
            Body body,
            Byline byline,
            @Nullable Image image,
            @Nullable Instant published,
            Set<String> categories) {
        this(source, key, link, title, summary, body, byline, image, published, categories, Set.of());
    }

    /** The same article with this image. */
    public ParsedArticle with(Image measured) {
        return new ParsedArticle(
                source, key, link, title, summary, body, byline, measured, published, categories, alsoAt);
    }

    /** The same article, which claims these addresses too. */
    public ParsedArticle alsoAt(Set<String> others) {
        return new ParsedArticle(source, key, link, title, summary, body, byline, image, published, categories, others);
    }

    /** The same article, known by this key at this address. */
    public ParsedArticle at(String otherKey, URI otherLink) {
        return new ParsedArticle(
                source, otherKey, otherLink, title, summary, body, byline, image, published, categories, alsoAt);
    }

    /** A hash of what a reader would call the article: its text, title, byline and image; not its markup or its host. */
    public String contentHash() {
        String picture = image == null ? null : image.name(link);
        return Hash.of(title, summary, body.text(), byline.author(), byline.credit(), picture);
    }
}
