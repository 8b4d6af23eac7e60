package loa.listing;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells parts that stand beside a page's content, by what their markup calls them: menus, side columns, footers. */
final class Regions {

    private static final Set<String> TAGS = Set.of("nav", "footer", "aside", "select", "marquee");
    private static final Set<String> ROLES =
            Set.of("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "menubar");
    private static final Set<String> CONTENT = Set.of("main", "article", "section");

    private static final Set<String> NAMES = Set.of(
            "menu",
            "submenu",
            "mainmenu",
            "nav",
            "navbar",
            "navigation",
            "topnav",
            "sidebar",
            "aside",
            "footer",
            "header",
            "banner",
            "topbar",
            "breadcrumb",
            "breadcrumbs",
            "share",
            "social",
            "pagination",
            "paging",
            "pager",
            "phantrang",
            "related",
            "lienquan",
            "comment",
            "comments",
            "login",
            "dangnhap",
            "ads",
            "adv",
            "advertisement",
            "quangcao",
            "popular",
            "mostread",
            "mostviewed",
            "docnhieu",
            "xemnhieu",
            "tinxemnhieu",
            "lienket",
            "weblink",
            "weblinks",
            "copyright",
            "calendar",
            "offcanvas",
            "modal",
            "popup",
            "marquee",
            "ticker",
            "newsletter",
            "subscribe",
            "tagcloud",
            "chantrang",
            "trending",
            "widget",
            "danhmuc",
            "thongbao",
            "tinnong",
            "hotnews",
            "vanban",
            "right",
            "phai");

    private static final Pattern PARTS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private final IdentityHashMap<Element, Boolean> known = new IdentityHashMap<>();

    /** Whether the element, or one around it below {@code limit}, stands beside the content. */
    boolean isBeside(Element element, @Nullable Element limit) {
        for (Element at = element; at != null && at != limit && !isRoot(at); at = at.parent()) {
            if (known.computeIfAbsent(at, Regions::isAside)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is so beyond doubt: by its tag, not by a name. */
    static boolean isSurelyBeside(Element element) {
        for (Element at = element; at != null && !isRoot(at); at = at.parent()) {
            if (TAGS.contains(at.normalName()) || ROLES.contains(at.attr("role")) || isPageHeader(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing of a page's own stands there: some have it in their header, but in no menu or footer. */
    static boolean isNoContent(Element element) {
        for (Element at = element; at != null && !isRoot(at); at = at.parent()) {
            if (TAGS.contains(at.normalName()) || ROLES.contains(at.attr("role"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRoot(Element element) {
        return element.normalName().equals("body") || element.normalName().equals("form");
    }

    private static boolean isAside(Element element) {
        return TAGS.contains(element.normalName())
                || ROLES.contains(element.attr("role"))
                || isPageHeader(element)
                || isNamedAside(element.className())
                || isNamedAside(element.id());
    }

    private static boolean isPageHeader(Element element) {
        if (!element.normalName().equals("header")) {
            return false;
        }
        for (Element at = element.parent(); at != null; at = at.parent()) {
            if (CONTENT.contains(at.normalName())) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of the words, or two in a row, name such a part: {@code xem-nhieu}, {@code menuTop}. */
    static boolean isNamedAside(String names) {
        if (names.isEmpty()) {
            return false;
        }
        boolean isBuilt = names.contains("elementor"); // there everything is a widget
        String before = "";
        for (String part : PARTS.split(names)) {
            String word = part.toLowerCase(Locale.ROOT);
            if (isBuilt && word.equals("widget")) {
                continue;
            }
            if (NAMES.contains(word) || NAMES.contains(before + word) || word.endsWith("menu")) {
                return true;
            }
            before = word;
        }
        return false;
    }
}
