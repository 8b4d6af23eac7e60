package loa.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import loa.article.Article;
import loa.article.Category;
import loa.feed.Newsroom;
import loa.feed.Rendered;
import loa.feed.Renditions;
import loa.store.Articles;

/** The pages for people: all feeds, what is in each, and what was in it before. */
final class Pages {

    private static final int HEADLINES = 3;
    private static final String NUMBER = "[1-9][0-9]{0,8}";
    private static final String TYPE = "text/html";
    private static final String VARY = "Accept-Encoding, Accept-Language";

    /** Pictures are the portals', a frame and what a script asks for are previews of our own; nothing else is let in. */
    private static final String POLICY =
            "default-src 'none'; img-src http: https:; style-src 'self'; script-src 'self'; "
                    + "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Newsroom newsroom;
    private final Articles articles;
    private final Renditions renditions;
    private final ZoneId zone;

    Pages(Newsroom newsroom, Articles articles, Renditions renditions, ZoneId zone) {
        this.newsroom = newsroom;
        this.articles = articles;
        this.renditions = renditions;
        this.zone = zone;
    }

    /** All feeds, each with its latest headlines. */
    void directory(Context context) {
        send(context, "/", newsroom.all(), "directory", () -> {
            Map<Category, List<Article>> headlines = new LinkedHashMap<>();
            newsroom.open().forEach(category -> headlines.put(category, articles.newest(category.name(), HEADLINES)));
            List<Category> ended =
                    newsroom.categories().stream().filter(Category::closed).toList();
            return Map.of("headlines", headlines, "ended", ended);
        });
    }

    /** What the category's feed holds, after the articles that the operator wants first. */
    void category(Context context) {
        find(
                context,
                "",
                category -> send(context, pathOf(category), category, "category", () -> {
                    Set<Article> shown = new LinkedHashSet<>(articles.pinned(category.name()));
                    shown.addAll(articles.newest(category.name(), category.limit()));
                    int filed = articles.filed(category.name());
                    return Map.of(
                            "category",
                            category,
                            "articles",
                            shown,
                            "headlines",
                            preview(shown),
                            "older",
                            filed > shown.size()
                                    ? lastArchive(filed)
                                    : 0); // from its end: some of old may have come late
                }));
    }

    /** A document of the category's archive, as it is in its feed. */
    void archive(Context context) {
        String number = context.pathParam("number");
        if (!number.matches(NUMBER)) {
            Server.notFound(context);
            return;
        }
        find(context, "/archive/" + number, category -> {
            int wanted = Integer.parseInt(number);
            int last = lastArchive(articles.filed(category.name()));
            if (wanted > last) {
                Server.notFound(context);
                return;
            }
            String path = pathOf(category) + "/archive/" + number;
            send(
                    context,
                    path,
                    category,
                    "archive",
                    () -> Map.of(
                            "category",
                            category,
                            "articles",
                            articles.archived(category.name(), wanted),
                            "number",
                            wanted,
                            "isLast",
                            wanted == last));
        });
    }

    /** How the sources are; nothing of it is kept. */
    void status(Context context, String cacheControl, Map<String, Object> values) {
        Visit visit = Visit.of(context, "/status", newsroom, zone);
        answer(context, visit, Rendered.of(fill("status", visit, values), TYPE, 0, Instant.EPOCH), cacheControl);
    }

    private void find(Context context, String suffix, Consumer<Category> found) {
        String name = context.pathParam("category");
        Optional<Category> category = newsroom.categories().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        Optional<Category> renamed = newsroom.renamed(name);
        if (category.isPresent()) {
            found.accept(category.get());
        } else if (renamed.isPresent()) {
            context.redirect(newsroom.page(renamed.get()) + suffix, HttpStatus.MOVED_PERMANENTLY);
        } else {
            Server.notFound(context);
        }
    }

    private void send(
            Context context, String path, Category category, String template, Supplier<Map<String, Object>> values) {
        Visit visit = Visit.of(context, path, newsroom, zone);
        Object key = List.of(path, visit.language(), visit.isChosen());
        Rendered page = renditions.document(key, category, TYPE, () -> fill(template, visit, values.get()));
        answer(context, visit, page, Documents.CACHE_CONTROL);
    }

    private static byte[] fill(String template, Visit visit, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("visit", visit);
        return Templates.fill(template, all);
    }

    private static void answer(Context context, Visit visit, Rendered page, String cacheControl) {
        context.header("Content-Security-Policy", POLICY);
        context.header("Content-Language", visit.language().toLanguageTag());
        Documents.send(context, page, cacheControl, VARY);
    }

    private List<Headline> preview(Set<Article> shown) {
        Times times = new Times(zone, Locale.forLanguageTag(newsroom.language()));
        return shown.stream()
                .limit(HEADLINES)
                .map(article -> Headline.of(article, times))
                .toList();
    }

    private static String pathOf(Category category) {
        return "/c/" + category.name();
    }

    /** The number of the archive document that takes the last of so many articles; 0 if there are none. */
    private static int lastArchive(int articles) {
        return articles <= 0 ? 0 : (articles - 1) / Articles.ARCHIVED + 1;
    }
}
