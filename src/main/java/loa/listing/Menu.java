package loa.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import loa.article.WebLink;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the sections of a portal in the menu of a page: the first part beside the content with several short links. */
public final class Menu {

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_MEAN = 34;
    private static final int FEWEST = 2;

    /** Entries of a menu that are no news. */
    private static final Pattern NO_SECTION = Pattern.compile(
            "(?:giới thiệu|liên hệ|trang chủ|văn bản|thủ tục|dịch vụ công|sơ đồ|đăng nhập|hỏi đáp|góp ý|thư viện|hình ảnh|video|rss"
                    + "|english|home|about|contact|login|search|documents)(?!\\p{L}).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern INDEX = Pattern.compile("/(?:index|default|home|trang-chu)?(?:\\.[a-z]+)?/?$");
    private static final Pattern ROOT = Pattern.compile("|" + INDEX.pattern().replace("$", ""));
    private static final Pattern HOME =
            Pattern.compile("trang chủ|trang nhất|trang đầu|home", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Regions regions = new Regions();
    private final Optional<String> host;
    private final List<LinkGroup> groups;

    private Menu(Document page) {
        this.host = WebLink.resolve(page.location(), page.location()).map(URI::getHost);
        this.groups = new LinkGroups(new Shapes())
                .of(PageLinks.of(page)).stream().filter(this::isMenu).toList();
    }

    /** The sections in the order of the menu, each address once; whether each is a listing its own page tells. */
    public static List<PortalSection> sections(Document page) {
        return new Menu(page).sections();
    }

    /** Whether this is where the site begins: at its root, or where its menu's first entry says so. */
    public static boolean isOfHome(Document page) {
        Optional<URI> itself = WebLink.resolve(page.location(), page.location());
        return itself.filter(address -> ROOT.matcher(address.getRawPath()).matches())
                        .isPresent()
                || PageLinks.of(page).stream()
                        .filter(link -> HOME.matcher(link.text()).matches())
                        .anyMatch(link ->
                                itself.map(Menu::withoutIndex).equals(Optional.of(withoutIndex(link.address()))));
    }

    private static String withoutIndex(URI address) {
        return INDEX.matcher(address.toString()).replaceFirst("/");
    }

    private List<PortalSection> sections() {
        return groups.stream()
                .filter(group -> sections(group).size() >= FEWEST)
                .findFirst()
                .map(this::withSubmenus)
                .orElse(List.of());
    }

    private List<PortalSection> withSubmenus(LinkGroup menu) {
        Map<URI, PortalSection> sections = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> group == menu || isBeside(Ancestry.common(menu.place(), group.place())))
                .forEach(group -> sections(group).forEach(sections::putIfAbsent));
        return new ArrayList<>(sections.values());
    }

    private boolean isMenu(LinkGroup group) {
        double mean = group.members().stream()
                .mapToInt(member -> member.anchor().text().length())
                .average()
                .orElse(0);
        return mean > 0 && mean <= LONGEST_MEAN && isBeside(group.place());
    }

    private boolean isBeside(Element place) {
        return Regions.isSurelyBeside(place) || regions.isBeside(place, null);
    }

    private Map<URI, PortalSection> sections(LinkGroup group) {
        Map<URI, PortalSection> sections = new LinkedHashMap<>();
        for (LinkGroup.Member member : group.members()) {
            String title = member.anchor().text();
            URI address = member.anchor().address();
            boolean isSection = !title.isEmpty()
                    && title.length() <= LONGEST_TITLE
                    && host.filter(address.getHost()::equals).isPresent()
                    && !NO_SECTION.matcher(title).matches();
            if (isSection) {
                sections.putIfAbsent(address, new PortalSection(title, address));
            }
        }
        return sections;
    }
}
