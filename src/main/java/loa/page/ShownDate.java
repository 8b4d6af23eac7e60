package loa.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import loa.article.DateReader;
import loa.article.ReadDate;
import org.jsoup.nodes.Element;

/**
 * A date in a text of its own on a page.
 *
 * @param start where in the page's text it begins
 * @param changed whether it is that of a later change
 */
record ShownDate(Element element, ReadDate date, int start, int end, boolean changed) {

    private static final Pattern MARK = Pattern.compile(
            "date|time|ngay|thoi-?gian|publish|posted|pub|meta|byline|datum|fecha|stamp", Pattern.CASE_INSENSITIVE);

    private static final Pattern CHANGE =
            Pattern.compile("modif|updated|last-?update|cap-?nhat", Pattern.CASE_INSENSITIVE);

    /** Parts of a page that are about other articles, or about none. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "relate[dn]|lien-?quan|side-?bar|recommend|tin-?khac|other-|popular|trend|most-?(?:read|view)|latest|newest|comments?"
                    + "|footer|menu|nav(?:bar|igation)|top-?bar|ticker|teaser|more-(?:news|stories)|read-?more|carousel"
                    + "|event|weather|clock|copyright",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> TAGS_ELSEWHERE = Set.of("nav", "footer", "aside", "form", "select", "button");
    private static final int HIGHEST = 30;
    private static final int MOST_LETTERS = 40;

    private static final int ENTRY_LEVELS = 3;
    private static final int ENTRY_PARTS = 6;
    private static final int LONGEST_ENTRY = 500;
    private static final int SHORTEST_HEADLINE = 20;

    static ShownDate of(Element element, ReadDate date, int start, int end, String text) {
        boolean changed =
                DateReader.isOfChange(text) || CHANGE.matcher(names(element)).find();
        return new ShownDate(element, date, start, end, changed);
    }

    ShownDate asChange() {
        return new ShownDate(element, date, start, end, true);
    }

    /** Whether the markup says that this is when the article was published. */
    boolean isDeclared() {
        return isDeclared(element);
    }

    static boolean isDeclared(Element element) {
        return element.attr("itemprop").contains("datePublished")
                || element.hasAttr("pubdate")
                || (isAbbreviated(element) && element.hasClass("published"));
    }

    /** What the markup says for machines; empty if nothing. */
    static String forMachines(Element element) {
        return isAbbreviated(element) ? element.attr("title") : element.attr("datetime");
    }

    /** As hAtom has it: the instant as the tooltip of what people read. */
    private static boolean isAbbreviated(Element element) {
        return element.nameIs("abbr") && element.hasAttr("title");
    }

    /** Whether the markup says that this is a date. */
    boolean isMarked() {
        Element parent = element.parent();
        return element.normalName().equals("time")
                || MARK.matcher(names(element)).find()
                || (parent != null && MARK.matcher(names(parent)).find());
    }

    /** Whether hardly anything but the date stands here. */
    boolean isBare(String text) {
        return text.chars().filter(Character::isLetter).count() <= MOST_LETTERS;
    }

    /** Whether it stands in a part of the page that does not hold the title and is not about the article. */
    boolean isElsewhere(List<Element> aroundTitle) {
        Element around = element;
        for (int height = 0; around != null && height < HIGHEST && !aroundTitle.contains(around); height++) {
            if (TAGS_ELSEWHERE.contains(around.normalName())
                    || ELSEWHERE.matcher(names(around)).find()) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    /** Whether it stands in a small part of the page beside a link whose words are long enough for a headline. */
    boolean isOfLinkedArticle(List<Element> aroundTitle) {
        Element around = element;
        for (int height = 0; height <= ENTRY_LEVELS && around != null && !aroundTitle.contains(around); height++) {
            if (around.childrenSize() > ENTRY_PARTS || around.text().length() > LONGEST_ENTRY) {
                return false;
            } else if (around.select("a[href]").stream()
                    .anyMatch(link -> link.text().length() >= SHORTEST_HEADLINE)) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }

    private static String names(Element element) {
        return element.className() + ' ' + element.id();
    }
}
