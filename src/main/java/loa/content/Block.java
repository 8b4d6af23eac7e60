package loa.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import loa.article.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** A run of text that nothing parts: a paragraph, a heading, a line between breaks. */
public final class Block {

    private static final int SHORTEST_PROSE = 60;
    private static final int SHORTEST_SENTENCE = 25;
    private static final Pattern HOME =
            Pattern.compile("(?i)(?:https?://[^/]+)?(?:/?|/(?:index|default|home)\\.\\w{2,5}|/(?:home|trang-chu)/?)");
    private static final String ENDS = ".!?…。！？।؟۔:;\"”»“’'」』)";

    final Region region;
    final List<TextNode> nodes = new ArrayList<>(2);
    private final StringBuilder raw = new StringBuilder();
    private @Nullable String line;
    private @Nullable String letters;
    private int units;
    private int linked;
    /** Whether other pages of the site show it, too. */
    private boolean common;

    Block(Region region) {
        this.region = region;
    }

    /** Whether it is a link to the site's first page, as its name at the top is. */
    boolean leadsHome() {
        return nodes.stream()
                .map(Block::target)
                .allMatch(target -> HOME.matcher(target).matches());
    }

    private static String target(TextNode text) {
        Element around = text.parentElement();
        Element link = around == null ? null : around.closest("a[href]");
        return link == null ? "no link" : link.attr("href");
    }

    void add(TextNode text, boolean inLink) {
        String whole = text.getWholeText();
        int counted = units(whole);
        nodes.add(text);
        raw.append(whole);
        units += counted;
        linked += inLink ? counted : 0;
    }

    String text() {
        if (line == null) {
            line = Text.line(raw.toString());
        }
        return line;
    }

    /** Its letters and digits alone, in lower case. */
    String letters() {
        if (letters == null) {
            letters = Text.letters(text());
        }
        return letters;
    }

    /** How much text this is: letters and digits, more for a sign that stands for a syllable or a word. */
    int units() {
        return units;
    }

    /** How much of it is in links. */
    int linked() {
        return linked;
    }

    /** How much running text this is: none if it is a heading, a caption, a list of links, a few words. */
    int prose() {
        if (isHeading() || common || region.caption) {
            return 0;
        }
        int free = units - linked;
        boolean isLong = free >= SHORTEST_PROSE && linked * 2 <= units;
        boolean isSentence = free >= SHORTEST_SENTENCE && linked * 3 <= units && endsSentence() && !isMostlyDigits();
        return isLong || isSentence ? free : 0;
    }

    /** Whether it is a line such as a date with its zone in parentheses. */
    private boolean isMostlyDigits() {
        int digits = 0;
        for (int i = 0; i < raw.length(); i++) {
            digits += Character.isDigit(raw.charAt(i)) ? 1 : 0;
        }
        return digits * 3 > units;
    }

    boolean isCommon() {
        return common;
    }

    void markCommon() {
        common = true;
    }

    boolean isHeading() {
        return region.isHeading();
    }

    /** Whether what it stands in is a heading, also one that holds more blocks. */
    boolean isInHeading() {
        return region.inHeading;
    }

    boolean isIn(String tag) {
        Region around = region;
        while (around != null && !around.element.nameIs(tag)) {
            around = around.parent;
        }
        return around != null;
    }

    boolean isBold() {
        return nodes.stream().allMatch(node -> node.isBlank() || isInBold(node));
    }

    private boolean isInBold(TextNode node) {
        for (Element at = node.parentElement(); at != null && at != region.element; at = at.parent()) {
            if (at.nameIs("b") || at.nameIs("strong")) {
                return true;
            }
        }
        return false;
    }

    boolean isLinked() {
        return linked * 2 > units;
    }

    boolean endsSentence() {
        int last = raw.length() - 1;
        while (last >= 0 && !isVisible(raw.charAt(last))) {
            last--;
        }
        return last >= 0 && ENDS.indexOf(raw.charAt(last)) >= 0;
    }

    private static boolean isVisible(char c) {
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT;
    }

    private static int units(String text) {
        int units = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                units += c >= 0x2E80 && c < 0xD7B0 ? 3 : 1;
            }
        }
        return units;
    }
}
