package loa.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.util.Set;
import loa.feed.Feeds;
import loa.language.CannotStart;
import loa.language.Phrase;
import loa.store.ArticleStore;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: the feeds for machines, pages for people, health for the operator, and the sample newsroom. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int MOST_CONNECTIONS = 4096;
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final Set<String> READING = Set.of("GET", "HEAD");

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
        config.http.compressionStrategy =
                CompressionStrategy.NONE; // documents are encoded once, when they are rendered
        config.jetty.modifyServer(server -> server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server)));
        files(config, "/", "/public");
        if (settings.sample()) {
            files(config, "/sample", "/sample");
        }
        config.routes.before(Server::onlyReading);
        FeedRoutes documents = new FeedRoutes(feeds);
        read(config, "/feeds.opml", documents::opml);
        read(config, "/feeds/{file}", documents::feed);
        read(config, "/feeds/{category}/archive/{file}", documents::archive);
        Pages pages = new Pages(feeds, store.articles());
        read(config, "/", pages::directory);
        read(config, "/c/{category}", pages::category);
        read(config, "/health/live", context -> context.result("live\n"));
        read(config, "/health/ready", context -> ready(context, store));
        config.routes.exception(Exception.class, (bug, context) -> failed(bug, context, store));
    }

    private static void files(JavalinConfig config, String path, String folder) {
        config.staticFiles.add(files -> {
            files.hostedPath = path;
            files.directory = folder;
            files.location = Location.CLASSPATH;
        });
    }

    private static void read(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, handler);
        config.routes.addHttpHandler(HandlerType.HEAD, path, handler);
    }

    /** Nothing here can be changed by a request: any other method is refused, its body unread. */
    private static void onlyReading(Context context) {
        String method = context.req().getMethod();
        if (READING.contains(method)) {
            return;
        }
        context.header("Allow", ALLOWED);
        if (method.equals("OPTIONS")) {
            context.header("Access-Control-Allow-Origin", "*");
            context.header("Access-Control-Allow-Methods", ALLOWED);
            context.header("Access-Control-Allow-Headers", "If-None-Match, If-Modified-Since, A-IM");
            context.status(HttpStatus.NO_CONTENT);
        } else {
            context.header("Connection", "close");
            context.status(HttpStatus.METHOD_NOT_ALLOWED).result("Method not allowed\n");
        }
        context.skipRemainingHandlers();
    }

    private static void ready(Context context, ArticleStore store) {
        if (store.isUsable()) {
            context.result("ready\n");
        } else {
            unavailable(context);
        }
    }

    static void notFound(Context context) {
        context.status(HttpStatus.NOT_FOUND).result("Not found\n");
    }

    private static void unavailable(Context context) {
        context.header("Retry-After", "120");
        context.status(HttpStatus.SERVICE_UNAVAILABLE).result("The store does not answer\n");
    }

    private static void failed(Exception unexpected, Context context, ArticleStore store) {
        LOG.error("{} {}", context.method(), context.path(), unexpected);
        if (store.isUsable()) {
            context.status(HttpStatus.INTERNAL_SERVER_ERROR).result("Internal server error\n");
        } else {
            unavailable(context);
        }
    }
}
