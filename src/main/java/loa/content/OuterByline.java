package loa.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Byline;
import loa.article.Text;
import loa.page.DateLike;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Finds who wrote an article in lines of their own outside of its text: behind its end, or between title and text. */
final class OuterByline {

    private static final int MOST_LINES = 2;
    private static final int LONGEST = 80;
    private static final int STYLED_LEVELS = 2;
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_PICTURES = 3;

    private static final Pattern RIGHT = Pattern.compile("(?i)text-align\\s*:\\s*right");
    private static final Pattern NAMED = Pattern.compile(
            "(?i).*(?:author|byline|tac-?_?gia|nguoi-?_?viet|but-?_?danh|signature|chu-?_?ky|source|nguon).*");

    private OuterByline() {}

    /** What the lines right behind the article's text say, as far as they are set as signatures. */
    static Byline behind(Layout layout, Region article) {
        List<Block> blocks = layout.blocks();
        int end = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isText = article.sparse ? BodyFinder.isText(block) : block.prose() > 0;
            end = article.holds(block.region) && !block.region.out && isText ? i + 1 : end;
        }
        while (end < blocks.size()
                && article.holds(blocks.get(end).region)
                && blocks.get(end).isLinked()) {
            end++; // documents that belong to the article
        }
        Byline byline = Byline.NONE;
        for (Block block : blocks.subList(end, Math.min(end + MOST_LINES, blocks.size()))) {
            Optional<Byline> line = signature(block, article).filter(found -> isSigned(block, found));
            if (line.isEmpty() || byline.clashesWith(line.get())) {
                break;
            }
            byline = byline.with(line.get());
        }
        return byline;
    }

    /** What the lines between the title and the text say: a medium, or a whole name in the line of the date. */
    static Byline above(Layout layout, Region article, Predicate<Block> isTitle) {
        List<Block> lines = layout.blocks().stream()
                .dropWhile(block -> !isTitle.test(block))
                .takeWhile(block -> !article.holds(block.region) || block.region.out || block.prose() == 0)
                .filter(block -> block.units() <= LONGEST && !block.isLinked() && !block.region.caption)
                .toList();
        Optional<Byline> medium = lines.stream()
                .flatMap(block -> Stream.concat(
                        Stream.of(block.text()), block.nodes.stream().map(TextNode::getWholeText)))
                .flatMap(line -> Byline.signature(line).stream())
                .filter(byline -> byline.credit() != null)
                .findFirst();
        return medium.or(() -> lines.stream()
                        .filter(block -> block.nodes.stream().anyMatch(node -> DateLike.isIn(node.getWholeText())))
                        .flatMap(block -> block.nodes.stream())
                        .flatMap(node -> wholeName(node).stream())
                        .findFirst())
                .orElse(Byline.NONE);
    }

    /** The name that the text is: of several words, for two may be a section's. */
    private static Optional<Byline> wholeName(TextNode text) {
        String line = Text.line(text.getWholeText());
        Element around = text.parentElement();
        boolean isShort = line.split(" ", -1).length < FEWEST_WORDS && !Byline.isDesk(line);
        return isShort || around == null || around.closest("a") != null
                ? Optional.empty()
                : Byline.signature(line)
                        .filter(byline -> line.equals(byline.author()) && (Byline.isDesk(line) || !isCapitals(line)));
    }

    private static boolean isCapitals(String line) {
        return line.equals(line.toUpperCase(Locale.ROOT));
    }

    private static Optional<Byline> signature(Block block, Region article) {
        if (block.units() > LONGEST || block.isLinked() || block.isCommon() || block.isHeading()) {
            return Optional.empty();
        }
        return Byline.signature(block.text())
                .or(() -> article.pictures < FEWEST_PICTURES ? Optional.empty() : Byline.ofPictures(block.text()));
    }

    /** Whether more than capitals tell that it is a name: a label, or how it is set or called. */
    private static boolean isSigned(Block block, Byline byline) {
        return byline.credit() != null
                || !block.text().equals(byline.author())
                || Byline.isDesk(block.text())
                || block.isBold()
                || around(block.region.element).anyMatch(OuterByline::isSetAside);
    }

    private static Stream<Element> around(Element element) {
        return Stream.iterate(element, at -> at != null, Element::parent).limit(STYLED_LEVELS);
    }

    private static boolean isSetAside(Element element) {
        return element.attr("align").equalsIgnoreCase("right")
                || RIGHT.matcher(element.attr("style")).find()
                || NAMED.matcher(element.className()).matches();
    }
}
