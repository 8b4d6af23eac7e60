package loa.listing;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Whether a page lists articles or is one. */
public enum PageKind {
    LISTING,
    ARTICLE;

    private static final Evaluator BLOCKS =
            QueryParser.parse("p, div, td, li, section, article, font, span, blockquote");
    private static final Evaluator TYPE = QueryParser.parse("meta[property=og:type]");
    private static final Evaluator ARTICLE_BODY = QueryParser.parse("[itemprop=articleBody], [itemtype$=NewsArticle]");
    private static final int RUNNING_TEXT = 90;
    private static final int ENOUGH_TEXT = 600;
    private static final int ENOUGH_OF_AN_ARTICLE = 250;

    /** What stands around one link and is longer is an article with a link in it. */
    private static final int LONGEST_SUMMARY = 700;

    private static final int LETTERS_OF_AN_IDEOGRAPH = 3;

    /** A listing shows most of its words in its entries; an article outside of all links. */
    public static PageKind of(Document page, Listed listed) {
        int told = running(page);
        int summaries = listed.entries().stream()
                .mapToInt(entry -> running(entry.scope()))
                .filter(length -> length <= LONGEST_SUMMARY)
                .sum();
        int titles = listed.entries().stream()
                .mapToInt(entry -> entry.title().length())
                .sum();
        int enough = Math.max(ENOUGH_TEXT, summaries + titles);
        int own = told - summaries - titles;
        boolean bare = summaries == 0 && told > ENOUGH_OF_AN_ARTICLE; // an article above the headlines of others
        boolean says = saysArticle(page) && (own > ENOUGH_OF_AN_ARTICLE || told > enough);
        return listed.entries().size() < 2 || own > enough || bare || says ? ARTICLE : LISTING;
    }

    private static boolean saysArticle(Document page) {
        Element type = page.selectFirst(TYPE);
        return (type != null && type.attr("content").contains("article")) || page.selectFirst(ARTICLE_BODY) != null;
    }

    /** How many letters stand in texts that are long enough to be read, outside of links. */
    private static int running(Element scope) {
        return scope.select(BLOCKS).stream()
                .filter(block -> !block.normalName().equals("span") || !isInLink(block))
                .mapToInt(block -> letters(block.ownText()))
                .filter(length -> length >= RUNNING_TEXT)
                .sum();
    }

    /** An ideograph says as much as several letters. */
    private static int letters(String text) {
        int ideographs = (int) text.chars()
                .filter(c -> Character.isIdeographic(c) || (c >= 0x3040 && c < 0x3100))
                .count();
        return text.length() + (LETTERS_OF_AN_IDEOGRAPH - 1) * ideographs;
    }

    private static boolean isInLink(Element element) {
        Element parent = element.parent();
        return parent != null && parent.normalName().equals("a");
    }
}
