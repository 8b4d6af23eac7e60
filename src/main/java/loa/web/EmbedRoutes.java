package loa.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.article.Category;
import loa.feed.Newsroom;
import loa.feed.Rendered;
import loa.feed.Renditions;
import loa.store.Articles;

/**
 * A category's headlines for other sites: a page to put into a frame ({@code NAME}), a list to put into a page on its
 * server ({@code NAME.html}), and the data of the element that {@code embed.js} defines ({@code NAME.json}).
 */
final class EmbedRoutes {

    private static final String VARY = "Accept-Encoding";
    private static final String POLICY =
            "default-src 'none'; img-src http: https:; style-src 'self'; script-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors ";

    private final Newsroom newsroom;
    private final Articles articles;
    private final Renditions renditions;
    private final Times times;
    private final String policy;

    /**
     * @param embedders the sites that may frame it, as Content-Security-Policy names them; none: all may
     */
    EmbedRoutes(Newsroom newsroom, Articles articles, Renditions renditions, Times times, List<String> embedders) {
        this.newsroom = newsroom;
        this.articles = articles;
        this.renditions = renditions;
        this.times = times;
        this.policy = POLICY + (embedders.isEmpty() ? "*" : "'self' " + String.join(" ", embedders));
    }

    void embed(Context context) {
        String file = context.pathParam("file");
        int dot = file.contains(".") ? file.lastIndexOf('.') : file.length();
        String name = file.substring(0, dot);
        Optional<Form> form = Form.of(file.substring(dot));
        Optional<Category> category = newsroom.category(name);
        Optional<Category> renamed = newsroom.renamed(name);
        if (form.isEmpty() || (category.isEmpty() && renamed.isEmpty())) {
            Server.notFound(context);
            return;
        }
        Embed embed = Embed.of(context.queryString(), form.get().limit);
        if (category.isPresent()) {
            send(context, category.get(), form.get(), embed);
        } else {
            String path = "/embed/" + renamed.get().name() + form.get().suffix + embed.query();
            context.redirect(newsroom.at(path).toString(), HttpStatus.MOVED_PERMANENTLY);
        }
    }

    /** A category that has ended has no headlines, and says so to programs and people. */
    private void send(Context context, Category category, Form form, Embed embed) {
        Object key = List.of(category.name(), form, form.essence(embed));
        Rendered document = renditions.document(key, category, form.mediaType, () -> content(category, form, embed));
        context.status(category.closed() ? HttpStatus.GONE : HttpStatus.OK);
        context.header("Content-Security-Policy", policy);
        Documents.send(context, document, Documents.CACHE_CONTROL, VARY);
    }

    private byte[] content(Category category, Form form, Embed embed) {
        List<Headline> headlines = category.closed() ? List.of() : headlines(category, embed.limit());
        return form == Form.DATA
                ? HeadlinesWriter.write(newsroom, category, headlines)
                : Templates.fill(
                        form.template,
                        Map.of(
                                "newsroom", newsroom,
                                "category", category,
                                "headlines", headlines,
                                "theme", embed.theme(),
                                "images", embed.images()));
    }

    private List<Headline> headlines(Category category, int limit) {
        return articles.newest(category.name(), limit).stream()
                .map(article -> Headline.of(article, times))
                .toList();
    }

    /** In which form the headlines are asked for. */
    private enum Form {
        PAGE("", "text/html", "embed", Embed.USUAL),
        LIST(".html", "text/html", "fragment", Embed.USUAL),
        DATA(".json", "application/json", "", Embed.MOST); // one document for all elements, however many each shows

        private final String suffix;
        private final String mediaType;
        private final String template;
        private final int limit;

        Form(String suffix, String mediaType, String template, int limit) {
            this.suffix = suffix;
            this.mediaType = mediaType;
            this.template = template;
            this.limit = limit;
        }

        static Optional<Form> of(String suffix) {
            return Arrays.stream(values())
                    .filter(form -> form.suffix.equals(suffix))
                    .findFirst();
        }

        /** What of it changes a document in this form. */
        Embed essence(Embed embed) {
            return new Embed(embed.limit(), this == PAGE ? embed.theme() : Embed.AUTO, this != DATA && embed.images());
        }
    }
}
