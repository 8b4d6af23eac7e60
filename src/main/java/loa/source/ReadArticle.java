package loa.source;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import loa.article.ParsedArticle;
import loa.language.Phrase;

/**
 * What a page gave: the article, and what on the page says each part of it.
 *
 * @param evidence of the fields that were found
 * @param text the running text: the body without the captions of its pictures and tables
 */
public record ReadArticle(ParsedArticle article, String text, Map<Field, Phrase> evidence) {

    public ReadArticle {
        evidence = evidence.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(evidence));
    }
}
