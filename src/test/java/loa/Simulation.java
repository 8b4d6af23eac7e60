package loa;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A portal that lives: it publishes, edits, moves, withdraws, is built anew and fails as it is told, and holds what is true
 * of each of its articles. Its pages carry noise that is other at every request.
 */
public final class Simulation implements AutoCloseable {

    public static final int LISTED = 15;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT).withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for an acknowledgement
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Story> stories = new ArrayList<>();
    private final Map<String, Story> addresses = new ConcurrentHashMap<>();
    private final AtomicInteger visits = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;
    private final AtomicInteger designs = new AtomicInteger();

    public Simulation() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** What becomes of every request. */
    public enum Mood {
        WELL,
        DOWN,
        /** Each address, the listings too, is answered with 404. */
        LOST,
        /** The listings are there and name nothing. */
        EMPTY
    }

    /** An article of the portal, as it truly is. */
    public static final class Story {

        private final int number;
        private final List<String> sections;
        private final Instant published;
        private final List<String> versions = new ArrayList<>();
        private final List<Instant> changes = new ArrayList<>();
        private volatile String path;
        private volatile String title;
        private volatile String text;
        private volatile Optional<Instant> deleted = Optional.empty();

        private Story(int number, List<String> sections, String path, String title, String text, Instant published) {
            this.number = number;
            this.sections = sections;
            this.path = path;
            this.title = title;
            this.text = text;
            this.published = published;
            versions.add(version(title, text));
            changes.add(published);
        }

        public int number() {
            return number;
        }

        public Instant published() {
            return published;
        }

        public String path() {
            return path;
        }

        public String title() {
            return title;
        }

        public String text() {
            return text;
        }

        public List<String> sections() {
            return sections;
        }

        /** When it was taken off the portal; empty while it is there. */
        public Optional<Instant> deleted() {
            return deleted;
        }

        /** Which of its versions this is, from 0 on; -1 if it never said so. */
        public int versionOf(String shownTitle, String shownText) {
            return versions.lastIndexOf(version(shownTitle, shownText));
        }

        /** The version that was there at this moment. */
        public int versionAt(Instant moment) {
            int last = 0;
            for (int i = 0; i < changes.size(); i++) {
                last = changes.get(i).isAfter(moment) ? last : i;
            }
            return last;
        }

        private static String version(String title, String text) {
            return title + "\n" + text;
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Publishes an article, the newest in its sections; portals give minutes. */
    public Story publish(List<String> sections, String path, String title, String text, Instant now) {
        Story story = new Story(stories.size(), sections, path, title, text, now.truncatedTo(ChronoUnit.MINUTES));
        stories.add(story);
        addresses.put(path, story);
        return story;
    }

    /** Corrects it in silence: the listing shows it only if the headline is another. */
    public void edit(Story story, String title, String text, Instant now) {
        story.title = title;
        story.text = text;
        story.versions.add(Story.version(title, text));
        story.changes.add(now);
    }

    /** Gives it another address; visitors of the old one are led there, or find nothing. */
    public void move(Story story, String path, boolean isLed) {
        if (!isLed) {
            addresses.remove(story.path);
        }
        story.path = path;
        addresses.put(path, story);
    }

    public void delete(Story story, Instant now) {
        story.deleted = Optional.of(now);
    }

    public void bringBack(Story story) {
        story.deleted = Optional.empty();
    }

    /** Other markup around the same articles. */
    public void redesign() {
        designs.incrementAndGet();
    }

    public void be(Mood now) {
        mood = now;
    }

    /** All articles that there ever were, the oldest first. */
    public List<Story> stories() {
        return List.copyOf(stories);
    }

    /** What the section's listing names, the newest first. */
    public List<Story> listed(String section) {
        List<Story> listed = new ArrayList<>();
        for (int i = stories.size() - 1; i >= 0 && listed.size() < LISTED; i--) {
            Story story = stories.get(i);
            if (story.sections.contains(section) && story.deleted.isEmpty()) {
                listed.add(story);
            }
        }
        return listed;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Story story = addresses.get(path);
        boolean isListing = path.startsWith("/muc/");
        if (mood == Mood.DOWN) {
            exchange.sendResponseHeaders(500, -1);
        } else if (isListing && mood != Mood.LOST) {
            send(exchange, listing(path.substring("/muc/".length())));
        } else if (mood == Mood.LOST || story == null || story.deleted.isPresent()) {
            exchange.sendResponseHeaders(404, -1);
        } else if (!story.path.equals(path)) {
            exchange.getResponseHeaders().set("Location", story.path);
            exchange.sendResponseHeaders(301, -1);
        } else {
            send(exchange, page(story));
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, String html) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private String listing(String section) {
        StringBuilder html =
                new StringBuilder("<!doctype html><title>Tin</title><p>Khách thăm: " + visits.incrementAndGet());
        if (mood != Mood.EMPTY) {
            for (Story story : listed(section)) {
                html.append("<h5 class=tin><a href='" + story.path + "?utm_source=" + section + "'>" + story.title
                        + "</a></h5>");
            }
        }
        return html.toString();
    }

    private String page(Story story) {
        int visit = visits.incrementAndGet();
        int design = designs.get();
        String wrapped = design % 2 == 0
                ? "<p>" + story.text + "</p>"
                : "<div class=m" + design + "><p style='text-align:justify'>" + story.text.replace(" và ", " \n và ")
                        + "</p></div>";
        return "<!doctype html><title>%s</title><div id=d%d><h4>%s</h4><span class=date>%s</span><div class=noidung>%s"
                        .formatted(story.title, design, story.title, DATE.format(story.published), wrapped)
                + "<p><a href='/phu-luc/%d'>Phụ lục</a></p><p>Lượt xem: %d</p></div></div>"
                        .formatted(story.number, visit);
    }
}
