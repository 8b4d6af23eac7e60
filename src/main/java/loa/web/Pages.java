package loa.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import loa.article.Article;
import loa.article.Category;
import loa.feed.Feeds;
import loa.feed.Newsroom;
import loa.store.Articles;

/** The pages for people. */
final class Pages {

    private static final int HEADLINES = 3;
    private static final String TYPE = "text/html; charset=utf-8";

    private final Newsroom newsroom;
    private final Articles articles;

    Pages(Feeds feeds, Articles articles) {
        this.newsroom = feeds.newsroom();
        this.articles = articles;
    }

    /** All feeds, each with its latest headlines. */
    void directory(Context context) {
        Map<Category, List<Article>> headlines = new LinkedHashMap<>();
        newsroom.open().forEach(category -> headlines.put(category, articles.newest(category.name(), HEADLINES)));
        render(context, "directory", Map.of("headlines", headlines));
    }

    /** What the category's feed holds. */
    void category(Context context) {
        newsroom.categories().stream()
                .filter(category -> category.name().equals(context.pathParam("category")))
                .findFirst()
                .ifPresentOrElse(
                        category -> render(
                                context, "category", Map.of("category", category, "articles", pinnedFirst(category))),
                        () -> newsroom.renamed(context.pathParam("category"))
                                .ifPresentOrElse(
                                        category -> context.redirect(
                                                newsroom.page(category).toString(), HttpStatus.MOVED_PERMANENTLY),
                                        () -> Server.notFound(context)));
    }

    /** What the feed shows, after the articles that the operator wants first. */
    private Set<Article> pinnedFirst(Category category) {
        Set<Article> shown = new LinkedHashSet<>(articles.pinned(category.name()));
        shown.addAll(articles.newest(category.name(), category.limit()));
        return shown;
    }

    private void render(Context context, String template, Map<String, Object> values) {
        render(context, template, Documents.CACHE_CONTROL, values);
    }

    void render(Context context, String template, String cacheControl, Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("newsroom", newsroom);
        all.put("language", language(context));
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; img-src * data:; style-src 'self'; frame-ancestors 'none'");
        context.header("Cache-Control", cacheControl);
        context.header("Vary", "Accept-Language");
        Representation.of(TYPE, Templates.fill(template, all)).answer(context);
    }

    /** English for who asks for it before Vietnamese, Vietnamese for everyone else. */
    private static Locale language(Context context) {
        String asked = context.header("Accept-Language");
        try {
            return asked != null
                            && "en".equals(Locale.lookupTag(Locale.LanguageRange.parse(asked), List.of("vi", "en")))
                    ? Locale.ENGLISH
                    : Locale.forLanguageTag("vi");
        } catch (IllegalArgumentException malformed) {
            return Locale.forLanguageTag("vi");
        }
    }
}
