package loa.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import loa.article.Category;
import loa.feed.Newsroom;
import loa.fetch.FetchSettings;
import loa.source.SourceSettings;
import loa.store.Correction;
import loa.store.StoreSettings;
import loa.web.ServerSettings;
import org.jspecify.annotations.Nullable;

/** Reads the top level of feeds.yml. */
final class SettingsReader {

    private static final int LARGEST_LIMIT = 500;
    private static final Kind<Duration> DELAY = Kind.duration(Duration.ZERO, Duration.ofHours(1), "250ms");
    private static final String SQLITE = "jdbc:sqlite:";
    private static final Path DATA = Path.of("data");
    private static final String LOOPBACK = "127.0.0.1"; // validators take no localhost for the host of an enclosure
    private static final Set<String> ANY_INTERFACE = Set.of("0.0.0.0", "::");

    private static final Kind<URI> OWN_ADDRESS = Kind.of(
            "the web address of this server, such as `https://feeds.example.vn`, without `?` and `#`",
            "địa chỉ web của máy chủ này, ví dụ `https://feeds.example.vn`, không có `?` và `#`",
            text -> {
                if (text.contains("?") || text.contains("#")) {
                    throw new IllegalArgumentException(text);
                }
                return withoutSlash(Kind.WEBSITE.reading().apply(text));
            });

    private static final Kind<Path> SQLITE_FILE = Kind.of(
            "where the SQLite file lies, such as `jdbc:sqlite:data/loa.db`",
            "đường dẫn tới tệp SQLite, ví dụ `jdbc:sqlite:data/loa.db`",
            text -> {
                if (!text.matches(SQLITE + "(?!file:|:)[^?]*[^?/\\\\]")) {
                    throw new IllegalArgumentException(text);
                }
                return Path.of(text.substring(SQLITE.length())).normalize();
            });

    private final Problems problems;
    private final OptionalInt port;
    private final Path data;

    SettingsReader(Problems problems, OptionalInt port, Path data) {
        this.problems = problems;
        this.port = port;
        this.data = data;
    }

    /** The settings, with gaps where problems were noted. */
    Settings read(Section file) {
        file.require("title", "Tin tức");
        String title = file.value("title", Kind.TEXT).orElse("");
        Optional<URI> url = file.value("url", OWN_ADDRESS);
        String language = file.value("language", Kind.LANGUAGE).orElse("vi");
        ZoneId zone = file.value("timezone", Kind.ZONE).orElse(Settings.DEFAULT_ZONE);
        @Nullable String contact = file.value("contact", Kind.MAIL).orElse(null);
        @Nullable String rights = file.value("rights", Kind.TEXT).orElse(null);
        boolean sample = file.value("sample", Kind.FLAG).orElse(false);
        List<Category> categories = categories(file);
        ServerSettings server = server(file, sample, zone);
        boolean everywhere = ANY_INTERFACE.contains(server.bind());
        String hostHere = everywhere ? LOOPBACK : server.bind();
        URI here = at(hostHere, server);
        URI own = url.orElse(everywhere ? at("localhost", server) : here);
        SourceReader reader = new SourceReader(problems, zone, own, sample ? here : null, categories);
        List<SourceSettings> sources = sources(file, reader);
        StoreSettings store = new StoreSettings(store(file), own.getHost());
        FetchSettings fetch = fetch(
                file,
                userAgent(own, contact),
                sample ? List.of(hostHere) : List.of(),
                sites(sources),
                reader.withoutRobots());
        List<Correction> corrections = new OverridesReader(problems, zone, sources).read(file);
        file.refuseTheRest();
        Newsroom newsroom = new Newsroom(title, own, language, contact, rights, categories, paces(sources));
        return new Settings(newsroom, sources, server, store, fetch, corrections, zone);
    }

    private List<Category> categories(Section file) {
        file.require("categories", "{kinh-te: Kinh tế}");
        List<Category> categories = new ArrayList<>();
        Section section = file.section("categories", "kinh-te: Kinh tế");
        List<String> names = section.names();
        Kind<String> former = formerName(names);
        for (String name : names) {
            if (name.equals(Category.ALL)) {
                problems.add(
                        section.keyAt(name),
                        "`all` is the feed of all categories together; choose another name, such as `tin-chung`",
                        "`all` là tên nguồn tin gộp mọi chuyên mục; hãy chọn tên khác, ví dụ `tin-chung`");
            }
            categories.add(category(section, name, former));
        }
        return categories;
    }

    /** A name of former times leads to one category, and is none's name now. */
    private static Kind<String> formerName(List<String> names) {
        Set<String> taken = new HashSet<>(names);
        taken.add(Category.ALL);
        return Kind.of(
                "a name that the category once had and none has now, such as `tin-cu`",
                "tên cũ của chuyên mục mà nay không chuyên mục nào dùng, ví dụ `tin-cu`",
                text -> {
                    if (!Section.isName(text) || !taken.add(text)) {
                        throw new IllegalArgumentException(text);
                    }
                    return text;
                });
    }

    private static Category category(Section categories, String name, Kind<String> former) {
        if (!categories.isSection(name)) {
            String title = categories.value(name, Kind.TEXT).orElse(name);
            return new Category(name, title);
        }
        Section section = categories.section(name, "title: Kinh tế");
        section.require("title", "Kinh tế");
        Category category = new Category(
                name,
                section.value("title", Kind.TEXT).orElse(name),
                section.value("description", Kind.TEXT).orElse(null),
                section.value("limit", Kind.number(1, LARGEST_LIMIT)).orElse(Category.DEFAULT_LIMIT),
                section.value("full-text", Kind.FLAG).orElse(true),
                section.values("was", former),
                section.value("closed", Kind.FLAG).orElse(false));
        section.refuseTheRest();
        return category;
    }

    /** How often each category may get articles: as often as the fastest of its sources is collected. */
    private static Map<String, Duration> paces(List<SourceSettings> sources) {
        Map<String, Duration> paces = new HashMap<>();
        for (SourceSettings source : sources) {
            source.categories()
                    .forEach(category -> paces.merge(
                            category, source.every(), (one, other) -> one.compareTo(other) < 0 ? one : other));
        }
        return paces;
    }

    private static List<SourceSettings> sources(Section file, SourceReader reader) {
        String example = "portal: {html: https://portal.example.vn/, category: kinh-te}";
        file.require("sources", "{" + example + "}");
        List<SourceSettings> sources = new ArrayList<>();
        Section section = file.section("sources", example);
        for (String name : section.names()) {
            Section source = section.section(name, "html: https://portal.example.vn/");
            if (!source.isEmpty()) {
                reader.read(name, source).ifPresent(sources::add);
            }
        }
        return sources;
    }

    private ServerSettings server(Section file, boolean sample, ZoneId zone) {
        Section section = file.section("server", "port: 7070");
        int filePort = section.value("port", Kind.PORT).orElse(ServerSettings.DEFAULT_PORT);
        String bind = section.value("bind", Kind.INTERFACE).orElse(ServerSettings.DEFAULT_BIND);
        section.refuseTheRest();
        return new ServerSettings(port.orElse(filePort), bind, sample, zone, embedders(file));
    }

    private static List<String> embedders(Section file) {
        Section section = file.section("embed", "allow: [https://tinh.example.vn]");
        List<String> sites = section.someValues("allow", Kind.SITE);
        section.refuseTheRest();
        return sites;
    }

    private static URI at(String host, ServerSettings server) {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port());
    }

    private Path store(Section file) {
        Path path = file.value("store", SQLITE_FILE).orElse(DATA.resolve("loa.db"));
        return path.startsWith(DATA) ? data.resolve(DATA.relativize(path)) : path;
    }

    /** Every address that the officer gave. */
    private static Set<URI> sites(List<SourceSettings> sources) {
        return sources.stream().flatMap(source -> source.addresses().stream()).collect(Collectors.toSet());
    }

    private static FetchSettings fetch(
            Section file, String userAgent, List<String> alsoPrivate, Set<URI> sites, Set<URI> withoutRobots) {
        Section section = file.section("network", "delay: 250ms");
        List<String> allowPrivate = new ArrayList<>(section.values("allow-private", Kind.HOST_OR_BLOCK));
        allowPrivate.addAll(alsoPrivate);
        Duration delay = section.value("delay", DELAY).orElse(FetchSettings.DEFAULT_DELAY);
        section.refuseTheRest();
        return new FetchSettings(userAgent, allowPrivate, delay, sites, withoutRobots);
    }

    private static String userAgent(URI url, @Nullable String contact) {
        return "Loa/1.0 (+" + url + (contact == null ? "" : "; " + contact) + ")";
    }

    private static URI withoutSlash(URI url) {
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }
}
