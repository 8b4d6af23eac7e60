package loa.content;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import loa.article.Text;
import loa.language.Phrase;
import loa.page.ScriptStrings;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The text of an article as a page tells it to machines, or keeps it for its own script to show. */
final class ToldBody {

    /** The fewest letters that are an article's text and no summary. */
    private static final int SHORTEST = 300;

    /** How many letters of a paragraph are looked for. */
    private static final int PROBE = 40;

    /** The share of what is told that the page shows at least; else the rest of it is not on the page. */
    private static final double LEAST_SHOWN = 0.5;

    /** The share of what the page shows that is told, if all of it was meant to be. */
    private static final double NEARLY_ALL = 0.85;

    private static final double MOST_LINKED = 0.3;

    private static final Pattern MARKUP = Pattern.compile("(?i)<(?:p|br|div)\\b[^>]*>");
    private static final Pattern LINES = Pattern.compile("\\s*\\n\\s*");
    private static final Evaluator HIDDEN = QueryParser.parse("[hidden], [style*=display]");

    private static final Phrase STRUCTURED = new Phrase("JSON-LD", "JSON-LD");
    static final Phrase STATE =
            new Phrase("what the page keeps for its script", "dữ liệu trang giữ cho mã script của nó");

    private final String text;
    private final String letters;

    private ToldBody(String text) {
        this.text = text;
        this.letters = Text.letters(
                text.indexOf('<') < 0 && text.indexOf('&') < 0
                        ? text
                        : Jsoup.parseBodyFragment(text).text());
    }

    /** The longest of these texts, if one is long enough. */
    static Optional<ToldBody> of(List<String> texts) {
        return texts.stream()
                .max(Comparator.comparingInt(String::length))
                .map(ToldBody::new)
                .filter(told -> told.letters.length() >= SHORTEST);
    }

    /** Shows what is hidden on the page though it is told, as behind a barrier that a script takes away. */
    void reveal(Document page) {
        for (Element hidden : page.select(HIDDEN)) {
            if (Layout.isHidden(hidden) && says(Text.letters(hidden.text()))) {
                hidden.removeAttr("hidden").removeAttr("style");
            }
        }
    }

    /** Whether it says this, or most of it: a paragraph's beginning, middle or end. */
    boolean says(String paragraph) {
        int length = paragraph.length();
        return length >= PROBE / 2
                && (letters.contains(paragraph.substring(0, Math.min(PROBE, length)))
                        || letters.contains(paragraph.substring(Math.max(0, length - PROBE)))
                        || letters.contains(paragraph.substring(
                                Math.max(0, length / 2 - PROBE / 2), Math.min(length, length / 2 + PROBE / 2))));
    }

    /** Whether it has nearly all of these paragraphs, so that others are not the article's. */
    boolean isWhole(List<Block> paragraphs) {
        int all = paragraphs.stream().mapToInt(Block::units).sum();
        int said = paragraphs.stream()
                .filter(block -> says(block.letters()))
                .mapToInt(Block::units)
                .sum();
        return said >= NEARLY_ALL * all;
    }

    /** Whether the page shows little of it. */
    boolean exceeds(Optional<Found<Element>> shown) {
        int length =
                shown.map(found -> Text.letters(found.value().text()).length()).orElse(0);
        return length < LEAST_SHOWN * letters.length();
    }

    Found<Element> found(Document page) {
        return new Found<>(element(page), STRUCTURED);
    }

    /** What the page's scripts hold of an article of which the page shows nothing, if they name its title, too. */
    static Optional<Found<Element>> kept(Document page, String title) {
        ScriptStrings scripts = ScriptStrings.in(page, SHORTEST);
        List<String> texts = scripts.found().stream()
                .filter(text -> MARKUP.matcher(text).find())
                .toList();
        return of(texts)
                .filter(told -> scripts.mention(title))
                .map(told -> told.element(page))
                .filter(article -> linked(article) < MOST_LINKED)
                .map(article -> new Found<>(article, STATE));
    }

    private static double linked(Element article) {
        int links = article.select("a").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return links / (double) Math.max(1, article.text().length());
    }

    private Element element(Document page) {
        Element article = MARKUP.matcher(text).find()
                ? Jsoup.parseBodyFragment(text, page.location()).body().tagName("div")
                : new Element("div");
        if (article.childNodeSize() == 0) {
            LINES.splitAsStream(text.strip())
                    .forEach(line -> article.appendElement("p").text(line));
        }
        article.remove();
        article.setBaseUri(page.location());
        return article;
    }
}
