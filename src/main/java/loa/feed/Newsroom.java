package loa.feed;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import loa.article.Category;
import org.jspecify.annotations.Nullable;

/**
 * Whose feeds these are.
 *
 * @param title what the feeds are called
 * @param url where readers reach this server, without a slash at the end; every link begins with it
 * @param language a BCP 47 tag
 * @param contact an e-mail address
 * @param categories in the order in which they are listed
 */
public record Newsroom(
        String title, URI url, String language, @Nullable String contact, List<Category> categories) {

    public Newsroom {
        categories = List.copyOf(categories);
    }

    /** The category of this name; {@code all} is one too. */
    public Optional<Category> category(String name) {
        return name.equals(Category.ALL)
                ? Optional.of(all())
                : categories.stream()
                        .filter(category -> category.name().equals(name))
                        .findFirst();
    }

    /** The feed of every category's articles. */
    public Category all() {
        return new Category(Category.ALL, title, null, Category.DEFAULT_LIMIT, true);
    }

    /** The address of a path on this server. */
    public URI at(String path) {
        return URI.create(url + path);
    }

    URI feed(Category category, FeedFormat format) {
        return at("/feeds/" + category.name() + "." + format.extension());
    }

    /** The page for people that shows what the feed shows. */
    public URI page(Category category) {
        return category.name().equals(Category.ALL) ? at("/") : at("/c/" + category.name());
    }
}
