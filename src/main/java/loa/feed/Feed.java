package loa.feed;

import java.time.Instant;
import java.util.List;
import loa.article.Article;
import loa.article.Category;

/**
 * What a feed says, before it takes a form.
 *
 * @param category whose feed it is
 * @param updated when its content last changed
 * @param articles the newest first
 */
record Feed(Newsroom newsroom, Category category, Instant updated, List<Article> articles) {

    Feed {
        articles = List.copyOf(articles);
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
        return newsroom.category(categoryName).map(Category::title).orElse(categoryName);
    }
}
