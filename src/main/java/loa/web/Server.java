package loa.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import loa.feed.Changes;
import loa.feed.Feeds;
import loa.feed.Renditions;
import loa.language.CannotStart;
import loa.language.Phrase;
import loa.store.ArticleStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: the feeds for machines, pages for people, health for the operator, and the sample newsroom. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int MOST_CONNECTIONS = 4096;
    private static final long DIRECT_BYTES = 16L * 1024 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final List<String> PUBLIC =
            List.of("style.css", "copy.js", "icon.png", "embed.js", "embed.css", "frame.js");
    private static final long RENDITION_BYTES = 8L * 1024 * 1024;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** What every answer says. */
    static final List<HttpField> HEADERS = List.of(
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Content-Security-Policy", "frame-ancestors 'none'"),
            new PreEncodedHttpField("Access-Control-Allow-Origin", "*"),
            new PreEncodedHttpField("Access-Control-Expose-Headers", "ETag, IM"));

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
        return start(settings, feeds, store, IDLE);
    }

    static Server start(ServerSettings settings, Feeds feeds, ArticleStore store, Duration idle) {
        DirectMemory memory = new DirectMemory(DIRECT_BYTES);
        Javalin javalin = Javalin.create(config -> {
            listen(config, settings, idle, new ReadyFeeds(feeds, memory));
            answer(config, settings, feeds, store, memory);
        });
        try {
            javalin.start();
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

    /** The port that it listens on: the system's choice where the settings say 0. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void listen(JavalinConfig config, ServerSettings settings, Duration idle, ReadyFeeds first) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.addConnector((server, http) -> {
            http.setUriCompliance(UriCompliance.RFC3986);
            ServerConnector connector = new ServerConnector(server, new RepeatedRequests(http));
            connector.setHost(settings.bind());
            connector.setPort(settings.port());
            connector.setIdleTimeout(idle.toMillis());
            return connector;
        });
        config.jetty.modifyServer(server -> {
            server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
            server.setHandler(first); // Javalin puts itself behind it
        });
    }

    private static void answer(
            JavalinConfig config, ServerSettings settings, Feeds feeds, ArticleStore store, DirectMemory memory) {
        config.http.compressionStrategy =
                CompressionStrategy.NONE; // documents are encoded once, when they are rendered
        config.http.defaultContentType = "text/plain; charset=utf-8";
        config.http.asyncTimeout = LONGEST_ANSWER.toMillis();
        config.router.ignoreTrailingSlashes = false;
        config.routes.before(Server::onlyReading);
        FeedRoutes documents = new FeedRoutes(feeds);
        read(config, "/feeds.opml", documents::opml);
        read(config, "/feeds/{file}", documents::feed);
        read(config, "/feeds/{category}/archive/{file}", documents::archive);
        ChangeRoutes changes = new ChangeRoutes(new Changes(feeds.newsroom(), store.articles()));
        read(config, "/changes.json", changes::changes);
        Renditions renditions = new Renditions(store.articles(), RENDITION_BYTES);
        Times times = new Times(
                settings.zone(), Locale.forLanguageTag(feeds.newsroom().language()));
        EmbedRoutes embeds =
                new EmbedRoutes(feeds.newsroom(), store.articles(), renditions, times, settings.embedders());
        read(config, "/embed/{file}", embeds::embed);
        Pages pages = new Pages(feeds.newsroom(), store.articles(), renditions, settings.zone());
        read(config, "/", pages::directory);
        read(config, "/c/{category}", pages::category);
        read(config, "/c/{category}/archive/{number}", pages::archive);
        StatusRoutes status = new StatusRoutes(store.health(), feeds.newsroom(), pages, memory);
        read(config, "/status", status::page);
        read(config, "/status.json", status::json);
        read(config, "/status.atom", status::atom);
        read(config, "/health/live", context -> health(context, "live", true));
        read(config, "/health/ready", context -> health(context, "ready", store.isUsable()));
        Files files = new Files();
        PUBLIC.forEach(name -> read(config, "/" + name, context -> files.send(context, "/public/" + name)));
        if (settings.sample()) {
            read(config, "/sample", context -> files.send(context, "/sample"));
            read(config, "/sample/", context -> files.send(context, "/sample/"));
            read(config, "/sample/<path>", context -> files.send(context, "/sample/" + context.pathParam("path")));
        }
        config.routes.exception(HttpResponseException.class, Server::refused);
        config.routes.exception(Exception.class, (unexpected, context) -> failed(unexpected, context, store));
    }

    private static void read(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, handler);
        config.routes.addHttpHandler(HandlerType.HEAD, path, handler);
    }

    /** Nothing here can be changed by a request: any other method is refused, its body unread. */
    private static void onlyReading(Context context) {
        HEADERS.forEach(header -> context.header(header.getName(), header.getValue()));
        String method = context.req().getMethod();
        if (READING.contains(method)) {
            return;
        }
        context.header("Allow", ALLOWED);
        if (method.equals("OPTIONS")) {
            context.header("Access-Control-Allow-Methods", ALLOWED);
            context.header("Access-Control-Max-Age", "86400");
            context.header("Access-Control-Allow-Headers", "If-None-Match, If-Modified-Since, A-IM");
            context.status(HttpStatus.NO_CONTENT);
            context.res().setContentType(null);
        } else {
            context.header("Connection", "close");
            context.status(HttpStatus.METHOD_NOT_ALLOWED).result("Method not allowed\n");
        }
        context.skipRemainingHandlers();
    }

    private static void health(Context context, String answer, boolean good) {
        context.header("Cache-Control", "no-store");
        if (good) {
            context.result(answer + "\n");
        } else {
            unavailable(context);
        }
    }

    static void notFound(Context context) {
        context.status(HttpStatus.NOT_FOUND).result("Not found\n");
    }

    private static void refused(HttpResponseException refusal, Context context) {
        if (refusal.getStatus() == HttpStatus.NOT_FOUND.getCode()) {
            notFound(context);
        } else {
            context.status(refusal.getStatus()).result(refusal.getMessage() + "\n");
        }
    }

    private static void unavailable(Context context) {
        context.header("Retry-After", "120");
        context.status(HttpStatus.SERVICE_UNAVAILABLE).result("The store does not answer\n");
    }

    private static void failed(Exception unexpected, Context context, ArticleStore store) {
        if (store.isUsable()) {
            LOG.error("{} {}", context.method(), context.path(), unexpected);
            context.status(HttpStatus.INTERNAL_SERVER_ERROR).result("Internal server error\n");
        } else {
            LOG.warn("{} {}: the store does not answer", context.method(), context.path());
            unavailable(context);
        }
    }
}
