package loa.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import loa.article.Category;
import loa.config.Node.Position;
import loa.config.Node.Scalar;
import loa.feed.Newsroom;
import loa.fetch.AddressBlock;
import loa.fetch.FetchSettings;
import loa.source.HtmlSourceSettings;
import loa.store.StoreSettings;
import loa.web.ServerSettings;
import org.jspecify.annotations.Nullable;

/** Reads the top level of feeds.yml. */
final class SettingsReader {

    private static final int LARGEST_LIMIT = 500;
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String DATA = "data/";

    private final Problems problems;
    private final OptionalInt port;
    private final Path data;

    SettingsReader(Problems problems, OptionalInt port, Path data) {
        this.problems = problems;
        this.port = port;
        this.data = data;
    }

    /** The settings; empty, or with gaps, where problems were noted. */
    Optional<Settings> read(Section file) {
        file.require("title", "Tin tức");
        String title = file.text("title").orElse("");
        String language = file.language("language").orElse("vi");
        ZoneId zone = file.zone("timezone").orElse(ZoneId.of("Asia/Ho_Chi_Minh"));
        @Nullable String contact = contact(file);
        boolean sample = file.flag("sample").orElse(false);
        List<Category> categories = categories(file);
        ServerSettings server = server(file, sample);
        URI own = URI.create("http://localhost:" + server.port());
        URI url = file.address("url").map(SettingsReader::withoutSlash).orElse(own);
        List<HtmlSourceSettings> sources = sources(file, zone, own, categories);
        StoreSettings store = new StoreSettings(store(file), url.getHost());
        FetchSettings fetch = fetch(file, userAgent(url, contact), sample);
        file.refuseTheRest();
        return Optional.of(
                new Settings(new Newsroom(title, url, language, contact, categories), sources, server, store, fetch));
    }

    private @Nullable String contact(Section file) {
        return file.parsed(
                        "contact",
                        "an e-mail address such as `banbientap@example.vn`",
                        "một địa chỉ thư điện tử như `banbientap@example.vn`",
                        text -> {
                            if (!text.matches("[!-~&&[^@<>()]]+@[\\w.-]+")) {
                                throw new IllegalArgumentException("no name@host");
                            }
                            return text;
                        })
                .orElse(null);
    }

    private List<Category> categories(Section file) {
        file.require("categories", "{kinh-te: Kinh tế}");
        List<Category> categories = new ArrayList<>();
        file.section("categories")
                .ifPresent(section -> section.names().forEach((name, at) -> {
                    if (name.equals(Category.ALL)) {
                        problems.add(
                                at,
                                "`all` is the feed of all categories; choose another name",
                                "`all` là tên của nguồn tin chung; hãy chọn tên khác");
                    } else {
                        categories.add(category(section, name));
                    }
                }));
        return categories;
    }

    private static Category category(Section categories, String name) {
        if (!categories.isSection(name)) {
            return new Category(name, categories.text(name).orElse(name), null, Category.DEFAULT_LIMIT, true);
        }
        Section section = categories.section(name).orElseThrow();
        section.require("title", "Kinh tế");
        Category category = new Category(
                name,
                section.text("title").orElse(name),
                section.text("description").orElse(null),
                section.number("limit", 1, LARGEST_LIMIT).orElse(Category.DEFAULT_LIMIT),
                section.flag("full-text").orElse(true));
        section.refuseTheRest();
        return category;
    }

    private List<HtmlSourceSettings> sources(Section file, ZoneId zone, URI own, List<Category> categories) {
        file.require("sources", "{portal: {html: https://portal.example.vn/, category: kinh-te}}");
        List<HtmlSourceSettings> sources = new ArrayList<>();
        SourceReader reader = new SourceReader(problems, zone, own, categories);
        file.section("sources").ifPresent(section -> {
            Map<String, Position> names = section.names();
            names.keySet()
                    .forEach(name -> section.section(name)
                            .flatMap(source -> reader.read(name, source))
                            .ifPresent(sources::add));
        });
        return sources;
    }

    private ServerSettings server(Section file, boolean sample) {
        Optional<Section> section = file.section("server");
        int filePort =
                section.flatMap(server -> server.number("port", 1, 65535)).orElse(ServerSettings.DEFAULT_PORT);
        String bind = section.flatMap(server -> server.text("bind")).orElse(ServerSettings.DEFAULT_BIND);
        section.ifPresent(Section::refuseTheRest);
        return new ServerSettings(port.orElse(filePort), bind, sample);
    }

    private Path store(Section file) {
        Optional<Scalar> store =
                file.scalars("store", "`jdbc:sqlite:data/loa.db`", "`jdbc:sqlite:data/loa.db`").stream()
                        .findFirst();
        if (store.isPresent() && !store.get().text().startsWith(SQLITE)) {
            problems.add(
                    store.get().at(),
                    "`%s` is no store of this version; write `jdbc:sqlite:data/loa.db`",
                    "phiên bản này không dùng được kho `%s`; hãy viết `jdbc:sqlite:data/loa.db`",
                    store.get().text());
        }
        String path = store.map(Scalar::text)
                .filter(text -> text.startsWith(SQLITE) && text.length() > SQLITE.length())
                .map(text -> text.substring(SQLITE.length()))
                .orElse(DATA + "loa.db");
        return path.startsWith(DATA) ? data.resolve(path.substring(DATA.length())) : Path.of(path);
    }

    private FetchSettings fetch(Section file, String userAgent, boolean sample) {
        Optional<Section> section = file.section("network");
        List<String> allowPrivate = new ArrayList<>(section.map(network -> network.parsedList(
                        "allow-private",
                        "hosts or address blocks, such as `[10.0.0.0/8, portal.local]`",
                        "tên máy hoặc dải địa chỉ, ví dụ `[10.0.0.0/8, portal.local]`",
                        SettingsReader::hostOrBlock))
                .orElse(List.of()));
        if (sample) {
            allowPrivate.add("localhost"); // the sample newsroom is on this server
        }
        Duration delay = section.flatMap(network -> network.duration("delay", Duration.ZERO))
                .orElse(Duration.ofMillis(250));
        section.ifPresent(Section::refuseTheRest);
        return new FetchSettings(userAgent, allowPrivate, delay);
    }

    private static String hostOrBlock(String text) {
        if (AddressBlock.parse(text).isEmpty() && !text.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
            throw new IllegalArgumentException("neither a host nor a CIDR");
        }
        return text;
    }

    private static String userAgent(URI url, @Nullable String contact) {
        return "Loa/1.0 (+" + url + (contact == null ? "" : "; " + contact) + ")";
    }

    private static URI withoutSlash(URI url) {
        return URI.create(url.toString().replaceFirst("/+$", ""));
    }
}
