package loa.entry;

import java.util.regex.Pattern;
import loa.article.Text;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Texts of feeds, which say HTML where plain text is due and the reverse. */
final class Wording {

    private static final int LONGEST_TITLE = 300;

    /** Tags that a headline may have been dressed with; any other is part of what it says. */
    private static final Pattern DRESS =
            Pattern.compile("(?i)</?(?:a|abbr|b|big|br|em|font|i|p|small|span|strong|sub|sup|u)(?:\\s[^<>]*)?/?>");

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\n\\s*");

    /** Markup that was escaped once more than it should have been. */
    private static final Pattern ESCAPED_TAG =
            Pattern.compile("(?i)&lt;/?(?:a|b|br|div|em|i|img|li|ol|p|span|strong|table|ul)(?:\\s|/|&gt;)");

    private Wording() {}

    /** A headline that says it is plain text: dress and references in it are HTML's all the same, for most writers escape twice. */
    static String title(String written) {
        return line(
                Parser.unescapeEntities(DRESS.matcher(written).replaceAll(" ").strip(), false));
    }

    /** A headline that is plain text. */
    static String titleOfText(String text) {
        return line(text);
    }

    /** A headline that says it is HTML; if nothing of it can be read, what it is written with. */
    static String titleOfHtml(String written) {
        String read = line(Jsoup.parseBodyFragment(written).text());
        return read.isEmpty() ? title(written) : read;
    }

    /** What stands for the headline that an entry lacks: how its text begins. */
    static String titleOf(String html) {
        return Text.cut(Text.line(Jsoup.parseBodyFragment(html).text()), LONGEST_TITLE / 3);
    }

    /** HTML as it was meant. */
    static String html(String written) {
        String once = written.indexOf('<') < 0 && ESCAPED_TAG.matcher(written).find()
                ? Parser.unescapeEntities(written, false)
                : written;
        return once.indexOf('<') < 0 ? paragraphs(once) : once;
    }

    /** Plain text as HTML. */
    static String htmlOfText(String text) {
        return paragraphs(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private static String paragraphs(String escaped) {
        String text = escaped.strip();
        return text.isEmpty() ? "" : "<p>" + LINE_BREAKS.matcher(text).replaceAll("</p><p>") + "</p>";
    }

    private static String line(String text) {
        return Text.cut(Text.line(text), LONGEST_TITLE);
    }
}
