package loa.collect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import loa.article.Hash;
import loa.article.ParsedArticle;

/** Counts texts that come again and again under different titles: a notice in the place of articles. */
final class Sameness {

    private static final int REMEMBERED = 100;
    private static final int MOST = 2;
    private static final int SHORTEST = 40;

    /** What differs in one notice from page to page: the time, the number of the incident, the visitor's address. */
    private static final Pattern COUNTERS = Pattern.compile("[\\w.:/-]*\\d[\\w.:/-]*");

    private final Map<String, Integer> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether the text of this article came too often. */
    boolean isTooMuch(ParsedArticle article) {
        String text = article.body().text();
        return text.length() >= SHORTEST && seen.merge(Hash.of(text), 1, Integer::sum) > MOST;
    }

    /** The same for texts that are nearly the same; empty where there is too little of it to say. */
    static String of(ParsedArticle article) {
        String text = COUNTERS.matcher(article.body().text()).replaceAll("").replace(article.title(), "");
        return text.length() < SHORTEST ? "" : Hash.of(text);
    }
}
