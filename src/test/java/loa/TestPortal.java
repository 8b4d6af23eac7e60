package loa;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import loa.article.Hash;
import org.jspecify.annotations.Nullable;

/** A portal on this machine: serves the files of a folder, and in their place whatever a test puts at a path. */
public final class TestPortal implements AutoCloseable {

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "png", "image/png", "jpg", "image/jpeg", "gif", "image/gif");

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for an acknowledgement
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path folder;
    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger notModified = new AtomicInteger();
    private volatile boolean validators;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Site site = (asked, form) -> null;

    private TestPortal(HttpServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** A portal that serves this folder. */
    public static TestPortal serving(Path folder) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            TestPortal portal = new TestPortal(server, folder);
            server.createContext("/", portal::answer);
            server.setExecutor(portal.threads);
            server.start();
            return portal;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The root address without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Serves this page at the path from now on. */
    public TestPortal put(String path, String html) {
        pages.put(path, html.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Lets the site answer first; what it does not know comes from the folder. */
    public TestPortal answering(Site site) {
        this.site = site;
        return this;
    }

    /** Answers this path with the status and no content from now on. */
    public TestPortal fail(String path, int status) {
        statuses.put(path, status);
        return this;
    }

    /** Answers the path as it did before it failed. */
    public TestPortal mend(String path) {
        statuses.remove(path);
        return this;
    }

    /** Sends validators from now on, and 304 to whoever has what they name. */
    public TestPortal withValidators() {
        validators = true;
        return this;
    }

    /** How many of the answers so far were 304. */
    public int notModified() {
        return notModified.get();
    }

    /** The paths asked for so far, with their queries. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void forgetRequests() {
        notModified.set(0);
        requests.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        requests.add(asked.toString());
        String path = asked.getPath();
        String elsewhere = site.redirect(asked);
        if (elsewhere != null) {
            exchange.getResponseHeaders().set("Location", elsewhere);
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
            return;
        }
        byte[] body = statuses.containsKey(path) ? null : site.answer(asked, form(exchange));
        body = body == null && !statuses.containsKey(path) ? body(path) : body;
        String tag = body == null ? "" : "\"" + Hash.of(body) + "\"";
        if (validators && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            notModified.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else if (body == null) {
            exchange.sendResponseHeaders(statuses.getOrDefault(path, 404), -1);
        } else {
            String extension = path.substring(path.lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(extension, "text/html"));
            if (validators) {
                exchange.getResponseHeaders().set("ETag", tag);
            }
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
        exchange.close();
    }

    private static String form(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private byte @Nullable [] body(String path) throws IOException {
        if (pages.containsKey(path)) {
            return pages.get(path);
        }
        Path file = folder.resolve(path.substring(1));
        Path found = Files.isDirectory(file) ? file.resolve("index.html") : file;
        return Files.isRegularFile(found) ? Files.readAllBytes(found) : null;
    }

    /** Makes pages when they are asked for. */
    public interface Site {

        /** The page at this path and query, given what was posted, which is empty if nothing was; null if there is none. */
        byte @Nullable [] answer(URI asked, String form);

        /** Where visitors of this address are led for good; null if nowhere. */
        default @Nullable String redirect(URI asked) {
            return null;
        }
    }
}
