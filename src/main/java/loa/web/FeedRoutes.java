package loa.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import loa.article.Category;
import loa.feed.FeedFormat;
import loa.feed.Feeds;
import loa.feed.Newsroom;
import loa.feed.Rendered;

/** Finds the feed document that an address names: exactly, renamed, closed, or not at all. */
final class FeedRoutes {

    private static final String NUMBER = "[1-9][0-9]{0,8}";

    private final Feeds feeds;
    private final Newsroom newsroom;

    FeedRoutes(Feeds feeds) {
        this.feeds = feeds;
        this.newsroom = feeds.newsroom();
    }

    /** The list of all feeds. */
    void opml(Context context) {
        Documents.send(context, feeds.opml());
    }

    /** {@code NAME.FORMAT}: a category's feed. */
    void feed(Context context) {
        File file = File.of(context.pathParam("file"));
        Optional<FeedFormat> format = FeedFormat.of(file.extension());
        OptionalInt limit = Limit.of(context.queryString());
        if (format.isEmpty()) {
            Server.notFound(context);
            return;
        }
        String suffix = "." + file.extension();
        find(context, file.name(), suffix, category -> {
            if (category.closed()) {
                context.status(HttpStatus.GONE).result("This feed has ended\n");
            } else if (isSomeoneBrowsing(context)) {
                context.header("Vary", Documents.VARY);
                context.redirect(newsroom.page(category).toString(), HttpStatus.SEE_OTHER);
            } else {
                send(context, category, format.get(), limit.orElse(category.limit()));
            }
        });
    }

    /** {@code NUMBER.FORMAT} of a category's archive, which stays when the feed has ended. */
    void archive(Context context) {
        File file = File.of(context.pathParam("file"));
        Optional<FeedFormat> format = FeedFormat.of(file.extension());
        if (format.isEmpty() || !file.name().matches(NUMBER)) {
            Server.notFound(context);
            return;
        }
        int number = Integer.parseInt(file.name());
        String suffix = "/archive/" + number + "." + file.extension();
        find(
                context,
                context.pathParam("category"),
                suffix,
                category -> feeds.archive(category, format.get(), number)
                        .ifPresentOrElse(
                                document -> Documents.send(context, document), () -> Server.notFound(context)));
    }

    private void find(Context context, String name, String suffix, Consumer<Category> found) {
        Optional<Category> category = newsroom.category(name);
        Optional<Category> renamed = newsroom.renamed(name);
        if (category.isPresent()) {
            found.accept(category.get());
        } else if (renamed.isPresent()) {
            String address =
                    newsroom.at("/feeds/" + renamed.get().name() + suffix).toString();
            OptionalInt limit = Limit.of(context.queryString());
            context.redirect(
                    limit.isPresent() ? address + "?limit=" + limit.getAsInt() : address, HttpStatus.MOVED_PERMANENTLY);
        } else {
            Server.notFound(context);
        }
    }

    private void send(Context context, Category category, FeedFormat format, int limit) {
        Rendered whole = feeds.feed(category, format, limit);
        EntityTags known = EntityTags.of(Documents.lines(context, "If-None-Match"));
        boolean isCurrent = whole.encodings().stream().map(whole::etag).anyMatch(known::contains);
        Optional<Rendered> difference = isCurrent || !Documents.wantsDifference(context)
                ? Optional.empty()
                : known.opaque().stream()
                        .flatMap(etag -> feeds.since(etag, category, format, limit).stream())
                        .findFirst();
        if (difference.isPresent()) {
            Documents.send(context, whole, difference.get());
        } else {
            Documents.send(context, whole);
        }
    }

    /** A browser that goes to a feed's address would show its source: people are led to the page, machines never. */
    private static boolean isSomeoneBrowsing(Context context) {
        return "document".equals(context.header("Sec-Fetch-Dest"))
                && "navigate".equals(context.header("Sec-Fetch-Mode"))
                && !context.queryParamMap().containsKey("raw");
    }

    /** A file's name before and after its last dot. */
    private record File(String name, String extension) {
        static File of(String file) {
            int dot = Math.max(0, file.lastIndexOf('.'));
            return new File(file.substring(0, dot), file.substring(Math.min(file.length(), dot + 1)));
        }
    }
}
