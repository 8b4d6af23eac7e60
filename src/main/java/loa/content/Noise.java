package loa.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import loa.article.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** What stands in the middle of an article's text on a portal's page and is not the article. */
final class Noise {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final int LONGEST_BAR = 120;
    private static final int LONGEST_HEADING = 60;

    /** Share bars, paging, comments and their like, by what their markup calls them. */
    private static final Evaluator BARS = QueryParser.parse(
            "[class*=share], [class*=social], [class*=addthis], [class*=pagination], [class*=phan-trang], [class*=print],"
                    + " .fb-like, .zalo-share-button, .rating, .tags");

    /** A line that is a control of the page. */
    private static final Pattern CONTROL = Pattern.compile(
            "\\W*(?:trở về|quay lại|về đầu trang|in trang|in bài viết|bản in|gửi email|gửi cho bạn bè|xem tiếp|chia sẻ(?: bài viết)?"
                    + "|facebook|twitter|zalo|like|share|(?:số )?lượt (?:xem|truy cập)\\W*[\\d.,]*|đọc bài viết|nghe bài viết)\\W*",
            FLAGS);

    /** The heading above links to other articles. */
    private static final Pattern OTHERS = Pattern.compile(
            "\\W*(?:(?:các |những )?(?:tin|bài|bài viết|tin tức|tin bài)(?: viết)? (?:khác|liên quan|cùng chuyên mục|cùng thể loại"
                    + "|mới hơn|cũ hơn|đã đưa|mới nhất)|(?:tin |bài )?cùng (?:chuyên )?mục|có thể bạn quan tâm|xem thêm)\\W*",
            FLAGS);

    private static final Pattern BEFORE_OTHERS = Pattern.compile(
            "\\W*(?:(?:mời )?(?:xem|đọc) (?:thêm|tiếp)|(?:tin|bài) liên quan|read more|see also)\\s*[:：].*", FLAGS);

    private Noise() {}

    /** Whether the line is a control of the page, or the heading above other articles. */
    static boolean isNoise(String line) {
        return CONTROL.matcher(line).matches() || OTHERS.matcher(line).matches();
    }

    /** Whether the line is the heading above other articles. */
    static boolean isOfOthers(String line) {
        return line.length() <= LONGEST_HEADING && OTHERS.matcher(line).matches();
    }

    /** Whether the line says of what it names that it is another article. */
    static boolean beginsWithOthers(String line) {
        return BEFORE_OTHERS.matcher(line).matches();
    }

    /** Removes it below the element. */
    static void remove(Element article) {
        article.select("script, style, noscript").remove();
        article.select(BARS).stream()
                .filter(bar -> bar != article && !Blocks.saysMoreThan(bar, LONGEST_BAR))
                .filter(bar -> Text.line(bar.text()).length() <= LONGEST_BAR)
                .forEach(Element::remove);
        for (TextNode text : article.selectNodes("::text", TextNode.class)) {
            if (text.getWholeText().length() > LONGEST_BAR) {
                continue;
            }
            String line = Text.line(text.getWholeText());
            if (CONTROL.matcher(line).matches()) {
                Blocks.widest(text, article).remove();
            } else if (OTHERS.matcher(line).matches()) {
                removeWithLinks(Blocks.widest(text, article));
            }
        }
    }

    /** Removes a heading and what follows it, as long as that is links and nothing else. */
    private static void removeWithLinks(Node heading) {
        List<Node> removed = new ArrayList<>(List.of(heading));
        boolean links = false;
        Node next = heading.nextSibling();
        while (next != null && isListOfLinks(next)) {
            links |= next instanceof Element element && element.selectFirst("a") != null;
            removed.add(next);
            next = next.nextSibling();
        }
        if (links || next == null) {
            removed.forEach(Node::remove);
        }
    }

    private static boolean isListOfLinks(Node node) {
        if (node instanceof Element element) {
            int all = Text.line(element.text()).length();
            int linked = element.select("a").stream()
                    .mapToInt(link -> Text.line(link.text()).length())
                    .sum();
            return linked * 2 >= all;
        }
        return !(node instanceof TextNode text)
                || Text.line(text.getWholeText()).length() <= 3;
    }
}
