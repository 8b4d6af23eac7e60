package loa.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.util.OptionalInt;
import loa.feed.FeedFormat;
import loa.feed.Feeds;
import loa.feed.Rendered;
import loa.language.CannotStart;
import loa.language.Phrase;
import loa.store.ArticleStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: the feeds for machines, pages for people, health for the operator, and the sample newsroom. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Javalin javalin;

    private Server(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @throws CannotStart if the port is taken or the address is not this machine's
     */
    public static Server start(ServerSettings settings, Feeds feeds, ArticleStore store) {
        Javalin javalin = Javalin.create(config -> configure(config, settings, feeds, store));
        try {
            javalin.start(settings.bind(), settings.port());
        } catch (JavalinBindException taken) {
            javalin.stop();
            throw new CannotStart(Phrase.of(
                    "cannot listen on %s port %d; stop what is using it, or choose another with --port",
                    "không mở được %s cổng %d; hãy dừng chương trình đang dùng cổng đó, hoặc chọn cổng khác bằng --port",
                    settings.bind(),
                    settings.port()));
        }
        return new Server(javalin);
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, ServerSettings settings, Feeds feeds, ArticleStore store) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/public";
            files.location = Location.CLASSPATH;
        });
        if (settings.sample()) {
            config.staticFiles.add(files -> {
                files.hostedPath = "/sample";
                files.directory = "/sample";
                files.location = Location.CLASSPATH;
            });
        }
        Pages pages = new Pages(feeds, store);
        config.routes.get("/", pages::directory);
        config.routes.get("/c/{category}", pages::category);
        config.routes.get("/feeds.opml", context -> send(context, feeds.opml()));
        config.routes.get("/feeds/{file}", context -> feed(context, feeds));
        config.routes.get("/health/live", context -> context.result("live\n"));
        config.routes.get("/health/ready", context -> ready(context, store));
        config.routes.exception(Exception.class, Server::bug);
    }

    private static void feed(Context context, Feeds feeds) {
        String file = context.pathParam("file");
        int dot = file.lastIndexOf('.');
        String category = dot < 0 ? file : file.substring(0, dot);
        OptionalInt limit = Limit.of(context.queryParams("limit"));
        FeedFormat.of(file.substring(dot + 1))
                .flatMap(format -> limit.isPresent()
                        ? feeds.feed(category, format, limit.getAsInt())
                        : feeds.feed(category, format))
                .ifPresentOrElse(feed -> send(context, feed), () -> notFound(context));
    }

    private static void send(Context context, Rendered document) {
        context.contentType(document.mediaType() + "; charset=utf-8");
        context.header("ETag", document.etag());
        context.header("X-Content-Type-Options", "nosniff");
        context.result(document.body());
    }

    private static void ready(Context context, ArticleStore store) {
        if (store.isUsable()) {
            context.result("ready\n");
        } else {
            context.status(HttpStatus.SERVICE_UNAVAILABLE).result("the store does not answer\n");
        }
    }

    static void notFound(Context context) {
        context.status(HttpStatus.NOT_FOUND).result("Not found\n");
    }

    private static void bug(Exception unexpected, Context context) {
        LOG.error("{} {}", context.method(), context.path(), unexpected);
        context.status(HttpStatus.INTERNAL_SERVER_ERROR).result("Internal server error\n");
    }
}
