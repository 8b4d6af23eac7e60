package loa.entry;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Mends what portals often do wrong in XML and what has one meaning only: characters that XML forbids, ampersands that begin
 * no reference, HTML's names of characters, and what stands before the document. Everything else stays broken.
 */
final class Mending {

    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** Left alone are sections of plain characters; all else that an ampersand may begin. */
    private static final Pattern AMPERSAND = Pattern.compile("(?s)<!\\[CDATA\\[.*?]]>"
            + "|&(?:#(?<decimal>\\d{1,8});|#[xX](?<hexadecimal>\\p{XDigit}{1,6});|(?<name>[A-Za-z]\\w{1,31});)?");

    private static final Pattern OF_XML = Pattern.compile("amp|lt|gt|quot|apos");

    private Mending() {}

    static String mend(String xml) {
        String clean =
                FORBIDDEN.matcher(xml.substring(Math.max(0, xml.indexOf('<')))).replaceAll("");
        return AMPERSAND.matcher(clean).replaceAll(found -> Matcher.quoteReplacement(mended(found.group(), found)));
    }

    private static String mended(String written, MatchResult found) {
        if (!written.startsWith("&")) {
            return written;
        } else if (found.group(1) != null) {
            return isAllowed(Integer.parseInt(found.group(1))) ? written : "";
        } else if (found.group(2) != null) {
            return isAllowed(Integer.parseInt(found.group(2), 16)) ? written : "";
        } else if (found.group(3) != null && OF_XML.matcher(found.group(3)).matches()) {
            return written;
        }
        String character = Parser.unescapeEntities(written, true);
        return character.equals(written)
                ? "&amp;" + written.substring(1)
                : character.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static boolean isAllowed(int codePoint) {
        return Character.isValidCodePoint(codePoint)
                && !FORBIDDEN.matcher(Character.toString(codePoint)).find();
    }
}
