package loa.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * @param rights who owns the articles, in a sentence
 * @param categories in the order in which they are listed, closed ones among them
 * @param paces how often each category is collected
 */
public record Newsroom(
        String title,
        URI url,
        String language,
        @Nullable String contact,
        @Nullable String rights,
        List<Category> categories,
        Map<String, Duration> paces) {

    private static final Duration SLOWEST = Duration.ofDays(1);

    public Newsroom {
        categories = List.copyOf(categories);
        paces = Map.copyOf(paces);
    }

    /** The category of this name, closed or not; {@code all} is one too. */
    public Optional<Category> category(String name) {
        return name.equals(Category.ALL)
                ? Optional.of(all())
                : categories.stream()
                        .filter(category -> category.name().equals(name))
                        .findFirst();
    }

    /** The title of a category that an article is in, its name where the category is no more. */
    String titleOf(String name) {
        return category(name).map(Category::title).orElse(name);
    }

    /** The category that had this name before. */
    public Optional<Category> renamed(String name) {
        return categories.stream()
                .filter(category -> category.was().contains(name))
                .findFirst();
    }

    /** The categories whose feeds go on. */
    public List<Category> open() {
        return categories.stream().filter(category -> !category.closed()).toList();
    }

    /** The feed of every category's articles. */
    public Category all() {
        return new Category(Category.ALL, title);
    }

    /** How often the category is collected; a day if nothing feeds it. */
    Duration pace(Category category) {
        return category.name().equals(Category.ALL)
                ? paces.values().stream().min(Comparator.naturalOrder()).orElse(SLOWEST)
                : paces.getOrDefault(category.name(), SLOWEST);
    }

    /** The address of a path on this server. */
    public URI at(String path) {
        return URI.create(url + path);
    }

    /** The address of its picture. */
    URI icon() {
        return at("/icon.png");
    }

    /** The address of the category's feed. */
    public URI feed(Category category, FeedFormat format) {
        return at("/feeds/" + category.name() + "." + format.extension());
    }

    /** The address of a document of the category's archive. */
    public URI archive(Category category, int number, FeedFormat format) {
        return at("/feeds/" + category.name() + "/archive/" + number + "." + format.extension());
    }

    /** The page for people that shows what the feed shows. */
    public URI page(Category category) {
        return category.name().equals(Category.ALL) ? at("/") : at("/c/" + category.name());
    }
}
