package loa.page;

import java.util.ArrayList;
import java.util.List;
import loa.article.Text;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The long strings in a page's own scripts, whatever they are a part of: JSON, assignments, calls. */
public final class ScriptStrings {

    private static final int MOST = 200;

    /** How often a string stands in another one. */
    private static final int DEEPEST = 2;

    private static final Evaluator SCRIPTS = QueryParser.parse("script:not([src]):not([type*=ld+json])");

    /** The fewest letters that are nothing else by chance. */
    private static final int SHORTEST_MENTION = 15;

    private final int shortest;
    private final List<Element> scripts;
    private final List<String> found = new ArrayList<>();

    private ScriptStrings(List<Element> scripts, int shortest) {
        this.scripts = scripts;
        this.shortest = shortest;
    }

    /** Those of at least so many characters, and those in them. */
    public static ScriptStrings in(Document page, int shortest) {
        ScriptStrings strings = new ScriptStrings(page.select(SCRIPTS), shortest);
        strings.scripts.forEach(script -> strings.read(script.data(), 0));
        return strings;
    }

    /** The strings, in the order of the page. */
    public List<String> found() {
        return found;
    }

    /** Whether the scripts have this line somewhere, whatever stands between its letters. */
    public boolean mention(String line) {
        String letters = Text.letters(line);
        return letters.length() >= SHORTEST_MENTION
                && scripts.stream()
                        .map(Element::data)
                        .anyMatch(code ->
                                Text.letters(unescaped(code, 0, code.length())).contains(letters));
    }

    private void read(String code, int depth) {
        int start = code.indexOf('"');
        while (start >= 0 && found.size() < MOST) {
            int end = end(code, start + 1);
            boolean isString = end < code.length() && code.charAt(end) == '"';
            if (isString && end - start > shortest) {
                String value = unescaped(code, start + 1, end);
                found.add(value);
                if (depth < DEEPEST) {
                    read(value, depth + 1);
                }
            }
            start = code.indexOf('"', isString ? end + 1 : end);
        }
    }

    /** The quote that ends the string, or the line if none does. */
    private static int end(String code, int start) {
        int at = start;
        while (at < code.length() && code.charAt(at) != '"' && code.charAt(at) != '\n') {
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, code.length());
    }

    private static String unescaped(String code, int start, int end) {
        StringBuilder value = new StringBuilder(end - start);
        for (int at = start; at < end; at++) {
            char c = code.charAt(at);
            if (c != '\\' || at + 1 >= end) {
                value.append(c);
                continue;
            }
            char escaped = code.charAt(++at);
            int unit = escaped == 'u' && at + 4 < end ? unit(code, at + 1) : -1;
            value.append(unit >= 0 ? (char) unit : character(escaped));
            at += unit >= 0 ? 4 : 0;
        }
        return value.toString();
    }

    private static int unit(String code, int at) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(code.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static char character(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r', 'b', 'f' -> ' ';
            default -> escaped;
        };
    }
}
