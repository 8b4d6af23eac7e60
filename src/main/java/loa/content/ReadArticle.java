package loa.content;

import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import loa.article.Body;
import loa.article.ParsedArticle;
import loa.article.Text;
import loa.language.Phrase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page gave: the article, and what on the page says each part of it.
 *
 * @param evidence of the fields that were found
 * @param offset in which the page gives the date; null if it does not say
 */
public record ReadArticle(
        ParsedArticle article,
        Map<Field, Phrase> evidence,
        @Nullable ZoneOffset offset) {

    public ReadArticle {
        evidence = evidence.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(evidence));
    }

    /** The running text: the body without the captions of its pictures and tables. */
    public String text() {
        Body body = article.body();
        if (!body.html().contains("caption>")) {
            return body.text();
        }
        Element content = Jsoup.parseBodyFragment(body.html()).body();
        content.select("figcaption, caption").remove();
        return Text.line(content.text());
    }
}
