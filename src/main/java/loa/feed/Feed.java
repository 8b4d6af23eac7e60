package loa.feed;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import loa.article.Article;
import loa.article.Byline;
import loa.article.Category;
import loa.article.Text;
import loa.store.Withdrawal;
import org.jspecify.annotations.Nullable;

/**
 * What a feed document says, before it takes a form: the subscription document of a category, or one of the documents of
 * its archive (RFC 5005).
 *
 * @param category whose feed it is
 * @param place which of the category's documents it is
 * @param updated when its content last changed
 * @param articles the newest first
 * @param withdrawn what subscribers should forget
 */
record Feed(
        Newsroom newsroom,
        Category category,
        Place place,
        Instant updated,
        List<Article> articles,
        List<Withdrawal> withdrawn) {

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z"); // RFC 822 and RFC 3339: four digits

    /** Whatever the store holds, all that comes out is text that XML and JSON can carry, and dates that they can. */
    Feed {
        articles = articles.stream().map(Feed::publishable).toList();
        withdrawn = List.copyOf(withdrawn);
    }

    /** What subscribers see in their list: distinct among the newsroom's feeds. */
    String title() {
        return category.name().equals(Category.ALL) ? newsroom.title() : category.title() + " - " + newsroom.title();
    }

    String description() {
        return category.description() == null ? title() : category.description();
    }

    /** The title of a category that an article is in, its name where the category is no more. */
    String titleOf(String categoryName) {
        return newsroom.titleOf(categoryName);
    }

    /** The document's own address. */
    URI self(FeedFormat format) {
        if (place.isArchive()) {
            return archive(place.number(), format);
        }
        URI current = current(format);
        return place.limit() < category.limit() ? URI.create(current + "?limit=" + place.limit()) : current;
    }

    /** The address of the subscription document. */
    URI current(FeedFormat format) {
        return newsroom.feed(category, format);
    }

    /** The archive document with what the category got before this. */
    Optional<URI> previous(FeedFormat format) {
        int number = place.isArchive() ? place.number() - 1 : place.archives();
        return number < 1 ? Optional.empty() : Optional.of(archive(number, format));
    }

    /** The archive document with what the category got after this. */
    Optional<URI> next(FeedFormat format) {
        return place.isFull() ? Optional.of(archive(place.number() + 1, format)) : Optional.empty();
    }

    /** Where the document and its neighbours are, by relation (RFC 4287 and RFC 5005), in this order. */
    Map<String, URI> links(FeedFormat format) {
        Map<String, URI> links = new LinkedHashMap<>();
        links.put("self", self(format));
        if (place.isArchive()) {
            links.put("current", current(format));
        }
        previous(format).ifPresent(archive -> links.put("prev-archive", archive));
        next(format).ifPresent(archive -> links.put("next-archive", archive));
        return links;
    }

    /** The numbers of the changes that the document shows. */
    List<Long> changes() {
        return changes(articles, withdrawn).boxed().toList();
    }

    /** The number of the last of them, 0 if there is none. */
    long lastChange() {
        return lastChange(articles, withdrawn);
    }

    static long lastChange(List<Article> articles, List<Withdrawal> withdrawn) {
        return changes(articles, withdrawn).max().orElse(0);
    }

    /**
     * The same document with only what changed after the change of this number, and the oldest articles, as many as were
     * withdrawn: they may have come in their place.
     */
    Feed since(long change) {
        List<Withdrawal> gone =
                withdrawn.stream().filter(one -> one.changed() > change).toList();
        int kept = Math.max(0, articles.size() - gone.size());
        List<Article> news = Stream.concat(
                        articles.stream().limit(kept).filter(article -> article.changed() > change),
                        articles.stream().skip(kept))
                .toList();
        return new Feed(newsroom, category, place, updated, news, gone);
    }

    private static LongStream changes(List<Article> articles, List<Withdrawal> withdrawn) {
        return LongStream.concat(
                articles.stream().mapToLong(Article::changed),
                withdrawn.stream().mapToLong(Withdrawal::changed));
    }

    private URI archive(int number, FeedFormat format) {
        return newsroom.archive(category, number, format);
    }

    /** The article as text that XML and JSON can carry, with dates that they can. */
    static Article publishable(Article article) {
        Byline byline = article.byline();
        return new Article(
                article.id(),
                Text.clean(article.guid()),
                article.link(),
                Text.clean(article.title()),
                cleanOrNull(article.summary()),
                Text.clean(article.body()),
                new Byline(cleanOrNull(byline.author()), cleanOrNull(byline.credit())),
                article.image(),
                within(article.published()),
                within(article.updated()),
                article.changed(),
                article.categories());
    }

    private static @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : Text.clean(text);
    }

    private static Instant within(Instant date) {
        return date.isBefore(FIRST) ? FIRST : date.isAfter(LAST) ? LAST : date;
    }

    /**
     * Which document of a category it is.
     *
     * @param number of the archive document, 0 for the subscription document
     * @param limit articles that the subscription document holds at most
     * @param archives how many archive documents hold what the subscription document does not show; 0 if it shows all
     * @param isFull whether no article will be added to this archive document: readers may keep it for ever
     */
    record Place(int number, int limit, int archives, boolean isFull) {

        static Place subscription(int limit, int archives) {
            return new Place(0, limit, archives, false);
        }

        static Place archive(int number, boolean isFull) {
            return new Place(number, 0, 0, isFull);
        }

        boolean isArchive() {
            return number > 0;
        }
    }
}
