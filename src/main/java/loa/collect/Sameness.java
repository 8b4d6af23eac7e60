package loa.collect;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import loa.article.Hash;
import loa.article.ParsedArticle;

/**
 * Tells texts that come again and again under different titles: a notice in the place of articles. What comes under one title
 * is a duty roster or the like, of which there is a new one every week.
 */
final class Sameness {

    private static final int REMEMBERED = 100;
    private static final int MOST = 2;
    private static final int SHORTEST = 40;

    /** What differs in one notice from page to page: the time, the number of the incident, the visitor's address. */
    private static final Pattern COUNTERS = Pattern.compile("[\\w.:/-]*\\d[\\w.:/-]*");

    private final Map<String, Set<String>> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Set<String>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Whether the text of this article came under too many titles. */
    boolean isTooMuch(Finding finding) {
        String text = finding.article().body().text();
        if (text.length() < SHORTEST) {
            return false;
        }
        Set<String> titles = seen.computeIfAbsent(Hash.of(text), first -> new HashSet<>());
        titles.add(title(finding));
        return titles.size() > MOST;
    }

    /** Under how many titles these are listed. */
    static int titles(Collection<Finding> findings) {
        return (int) findings.stream().map(Sameness::title).distinct().count();
    }

    private static String title(Finding finding) {
        return COUNTERS.matcher(finding.candidate().title().toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    /** The same for texts that are nearly the same; empty where there is too little of it to say. */
    static String of(ParsedArticle article) {
        String text = COUNTERS.matcher(article.body().text()).replaceAll("").replace(article.title(), "");
        return text.length() < SHORTEST ? "" : Hash.of(text);
    }
}
