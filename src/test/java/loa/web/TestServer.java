package loa.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Category;
import loa.article.ParsedArticle;
import loa.feed.Feeds;
import loa.feed.Newsroom;
import loa.store.ArticleStore;
import loa.store.StoreSettings;

/** A server on a free port of this machine, with a store of its own; its clock goes on a minute with every article. */
final class TestServer implements AutoCloseable {

    static final Category ECONOMY =
            new Category("kinh-te", "Kinh tế", null, 500, true, List.of("kinh-te-cu", "thuong-mai"), false);
    static final Category HEALTH = new Category("y-te", "Y tế", null, 3, true, List.of(), false);
    static final Category ENDED = new Category("thoi-su", "Thời sự", null, 50, true, List.of("tin-nhanh"), true);
    static final Newsroom NEWSROOM = new Newsroom(
            "Tin Thoại Sơn",
            URI.create("https://feeds.example.vn"),
            "vi",
            null,
            null,
            List.of(ECONOMY, HEALTH, ENDED),
            Map.of());

    private static final Instant BEGINNING = Instant.parse("2026-03-01T23:30:05Z");
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final AtomicLong minutes = new AtomicLong();
    final ArticleStore store;
    final Feeds feeds;
    private final Duration idle;
    private final List<String> embedders;
    private Server server;
    private int port;

    private TestServer(Path folder, Duration idle, Newsroom newsroom, List<String> embedders) {
        InstantSource time = () -> BEGINNING.plus(Duration.ofMinutes(minutes.get()));
        store = ArticleStore.open(
                new StoreSettings(folder.resolve("loa.db"), "feeds.example.vn"), time.withZone(ZoneOffset.UTC));
        feeds = new Feeds(newsroom, store.articles(), 32 << 20);
        this.idle = idle;
        this.embedders = embedders;
        server = listen(0);
    }

    static TestServer start(Path folder) {
        return start(folder, IDLE);
    }

    /** One that ends connections on which nothing happens for so long. */
    static TestServer start(Path folder, Duration idle) {
        return new TestServer(folder, idle, NEWSROOM, List.of());
    }

    /** One for this newsroom. */
    static TestServer serving(Path folder, Newsroom newsroom) {
        return new TestServer(folder, IDLE, newsroom, List.of());
    }

    /** One whose headlines these sites may frame. */
    static TestServer embeddedBy(Path folder, List<String> embedders) {
        return new TestServer(folder, IDLE, NEWSROOM, embedders);
    }

    private Server listen(int port) {
        ServerSettings settings = new ServerSettings(port, "127.0.0.1", true, ZoneId.of("Asia/Tokyo"), embedders);
        return Server.start(settings, feeds, store, idle);
    }

    /** Stops listening, until {@link #back}. */
    void away() {
        port = server.port();
        server.close();
    }

    /** Listens again where it did. */
    void back() {
        server = listen(port);
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.port();
    }

    /** Puts a short article into the store, and sees to it that the feeds show it. */
    void keep(String title, String... categories) {
        keepBody(title, "<p>" + title + "</p>", categories);
    }

    void keepBody(String title, String html, String... categories) {
        URI link = URI.create("https://portal.example.vn/" + Integer.toHexString(title.hashCode()));
        keep(new ParsedArticle(
                "portal",
                title,
                link,
                title,
                null,
                new Body(html, html.replaceAll("<[^>]*>", "")),
                Byline.NONE,
                null,
                null,
                Set.of(categories)));
    }

    void keep(ParsedArticle parsed) {
        minutes.incrementAndGet();
        feeds.changed(store.put(parsed, parsed.title(), "").categories());
    }

    /** The answer to a GET with these header fields: name, value, name, value. */
    HttpResponse<byte[]> get(String path, String... fields) {
        return send("GET", path, fields);
    }

    HttpResponse<byte[]> head(String path, String... fields) {
        return send("HEAD", path, fields);
    }

    HttpResponse<byte[]> send(String method, String path, String... fields) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.noBody());
        IntStream.range(0, fields.length / 2).forEach(i -> request.header(fields[2 * i], fields[2 * i + 1]));
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new AssertionError(method + " " + path, failure);
        } catch (InterruptedException ending) {
            throw new AssertionError(ending);
        }
    }

    /** The answer, to the byte, to these lines and an empty one; the server must end the connection within seconds. */
    String raw(String... lines) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** The answer to a GET of exactly this target. */
    String target(String target, String... fields) throws IOException {
        String[] lines = new String[fields.length + 3];
        lines[0] = "GET " + target + " HTTP/1.1";
        lines[1] = "Host: 127.0.0.1";
        lines[2] = "Connection: close";
        System.arraycopy(fields, 0, lines, 3, fields.length);
        return raw(lines);
    }

    /** A connection on which reading fails after five seconds without a byte. */
    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(5000);
        return socket;
    }

    @Override
    public void close() {
        server.close();
        feeds.close();
        store.close();
    }
}
