package loa.listing;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loa.article.Text;
import loa.page.DateLike;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Decides which groups belong to the listing beside its main one: a lead story, a second column, older headlines. */
final class LinkJoin {

    private static final int LONGEST_HEADING = 60;
    private static final int HEADING_DISTANCE = 3;
    private static final double LIKE_TITLES = 0.45;
    private static final Evaluator PICTURE = QueryParser.parse("img");
    private static final Evaluator TITLED = QueryParser.parse("a[href]");

    /** A heading under which a listing goes on. */
    private static final Pattern GOES_ON = Pattern.compile(
            "\\W*(?:(?:các |những )?(?:tin|bài|bài viết|tin tức|tin bài)(?: viết)? (?:khác|mới|mới nhất|cũ hơn|đã đưa|tiếp theo)"
                    + "|tin tiếp theo|latest.*|more (?:news|stories|posts)|older.*|other (?:news|stories))\\W*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** How much of the page's width an element has, where its markup says so. */
    private static final Pattern GRID =
            Pattern.compile("(?:^|\\s)(?:col(?:-\\w\\w)?-|span|grid_|large-|medium-)(\\d{1,2})(?:\\s|$)");

    private final Document page;
    private final Map<URI, LinkTitle> headlines;
    private final Regions regions;
    private final LinkGroup main;
    private final Element container;
    private final Set<URI> addresses;
    private final Set<UrlShape> shapes;
    private final double titles;

    LinkJoin(Document page, LinkGroup main, Map<URI, LinkTitle> headlines, Regions regions) {
        this.page = page;
        this.headlines = headlines;
        this.regions = regions;
        this.main = main;
        this.container = main.container();
        this.addresses = main.addresses();
        this.shapes = addresses.stream().map(UrlShape::of).collect(Collectors.toSet());
        this.titles = titleLength(main);
    }

    boolean belongs(LinkGroup group) {
        Element common = Ancestry.common(container, group.container());
        return !addresses.containsAll(group.addresses())
                && isAddressedAlike(group)
                && isTitledAlike(group)
                && isInContent(common)
                && !regions.isBeside(holder(group, common), common)
                && isAsWide(group, common)
                && (!isBefore(group) || showsMore(group, common))
                && !hasOtherHeading(group, common);
    }

    /** Everything around the group's entries below the common element; entries may be called anything. */
    private static Element holder(LinkGroup group, Element common) {
        Element holder = group.place();
        return holder == common || Ancestry.common(holder, common) != common ? common : holder;
    }

    /** A lead story is more than a line that runs over the page: it has a picture, a date, or is a heading. */
    private boolean showsMore(LinkGroup group, Element common) {
        Element branch = Ancestry.branch(common, group.members().get(0).anchor().element());
        LinkTitle headline = headlines.get(group.members().get(0).anchor().address());
        return (headline != null && headline.isHeading())
                || branch.selectFirst(PICTURE) != null
                || DateLike.isIn(branch.text());
    }

    private boolean isAddressedAlike(LinkGroup group) {
        long alike = group.members().stream()
                .filter(member -> shapes.contains(UrlShape.of(member.anchor().address())))
                .count();
        return alike * 3 >= group.members().size() * 2L;
    }

    private boolean isTitledAlike(LinkGroup group) {
        return titleLength(group) >= titles * LIKE_TITLES;
    }

    private double titleLength(LinkGroup group) {
        return group.members().stream()
                .map(member -> headlines.get(member.anchor().address()))
                .mapToInt(headline -> headline == null ? 0 : headline.text().length())
                .average()
                .orElse(0);
    }

    /** Where the page marks its content, nothing outside of it belongs. */
    private boolean isInContent(Element common) {
        for (Element at = container; at != null && at != common; at = at.parent()) {
            if (at.normalName().equals("main") || at.attr("role").equals("main")) {
                return false;
            }
        }
        return true;
    }

    /** Side columns are narrower than the content. */
    private boolean isAsWide(LinkGroup group, Element common) {
        int ours = width(Ancestry.branch(common, container));
        int theirs = width(Ancestry.branch(common, group.members().get(0).entry()));
        return ours <= 0 || theirs <= 0 || theirs * 3 >= ours * 2 || holdsOneEntry(group);
    }

    private static boolean holdsOneEntry(LinkGroup group) {
        return group.members().size() == 1;
    }

    private static int width(Element element) {
        String width = element.attr("width");
        if (width.matches("\\d{1,4}%?")) {
            return Integer.parseInt(width.replace("%", ""));
        }
        Matcher grid = GRID.matcher(element.className());
        return grid.find() ? Integer.parseInt(grid.group(1)) : 0;
    }

    /** Whether a heading of its own says that this is something else. */
    private boolean hasOtherHeading(LinkGroup group, Element common) {
        String heading = heading(group, common);
        if (heading == null || GOES_ON.matcher(heading).matches()) {
            return false;
        }
        String ours = heading(main, common);
        boolean isOneList = ours == null || GOES_ON.matcher(ours).matches();
        boolean namesPage = page.title().toLowerCase(Locale.ROOT).contains(heading.toLowerCase(Locale.ROOT));
        return !(isBefore(group) && (namesPage || isOneList));
    }

    private boolean isBefore(LinkGroup group) {
        Element common = Ancestry.common(container, group.members().get(0).entry());
        Element ours = Ancestry.branch(common, main.members().get(0).entry());
        Element theirs = Ancestry.branch(common, group.members().get(0).entry());
        return theirs.elementSiblingIndex() < ours.elementSiblingIndex();
    }

    /** The short text above the group's first entry, below the common element. */
    private @Nullable String heading(LinkGroup group, Element common) {
        for (Element at = group.members().get(0).entry(); at != null && at != common; at = at.parent()) {
            Element before = at.previousElementSibling();
            for (int i = 0; i < HEADING_DISTANCE && before != null; i++, before = before.previousElementSibling()) {
                String text = Text.line(before.text());
                if (holdsArticle(before)) {
                    break;
                }
                if (text.length() > 1 && text.length() <= LONGEST_HEADING && !DateLike.isIn(text)) {
                    return text;
                }
            }
        }
        return null;
    }

    private boolean holdsArticle(Element element) {
        Set<String> texts = new HashSet<>();
        element.select(TITLED).forEach(link -> texts.add(Text.line(link.text())));
        return !texts.isEmpty() && texts.stream().anyMatch(text -> text.length() >= titles * LIKE_TITLES);
    }
}
