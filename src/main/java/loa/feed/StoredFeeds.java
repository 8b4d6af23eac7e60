package loa.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import loa.article.Article;
import loa.article.Category;
import loa.store.Articles;
import loa.store.Withdrawal;

/** What the documents of each category say, as the store has it now. */
final class StoredFeeds {

    private static final int WITHDRAWN = 50;

    private final Newsroom newsroom;
    private final Articles articles;

    StoredFeeds(Newsroom newsroom, Articles articles) {
        this.newsroom = newsroom;
        this.articles = articles;
    }

    /** The category's newest articles, and what subscribers should forget. */
    Feed subscription(Category category, int limit) {
        Instant latest = articles.revision(category.name()).changed(); // before the articles: never newer than they are
        List<Withdrawal> before = articles.withdrawn(category.name(), WITHDRAWN);
        List<Article> newest = articles.newest(category.name(), limit);
        long last = Feed.lastChange(newest, before);
        List<Withdrawal> withdrawn = articles.withdrawn(category.name(), WITHDRAWN).stream()
                .filter(gone -> gone.changed() <= last) // a later one may hide an article that is not shown yet
                .toList();
        Instant updated = last == 0 ? Instant.EPOCH : articles.changedAt(last).orElse(latest);
        boolean complete = newest.size() + withdrawn.size() >= articles.filed(category.name());
        int archives = complete ? 0 : archives(category);
        return new Feed(newsroom, category, Feed.Place.subscription(limit, archives), updated, newest, withdrawn);
    }

    /** A document of the category's archive. */
    Feed archive(Category category, int number) {
        boolean full = number < archives(category);
        List<Article> archived = articles.archived(category.name(), number);
        Instant updated = archived.stream()
                .map(Article::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Feed(newsroom, category, Feed.Place.archive(number, full), updated, archived, List.of());
    }

    /** How many documents the category's archive has; the last takes the next articles, and may be empty still. */
    int archives(Category category) {
        return articles.filed(category.name()) / Articles.ARCHIVED + 1;
    }
}
