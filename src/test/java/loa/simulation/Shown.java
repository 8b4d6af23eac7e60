package loa.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import loa.article.Article;

/** An article as a reader gets it. */
record Shown(String id, URI link, String title, String html, Instant published, Instant updated) {

    static Shown of(Article article) {
        return new Shown(
                article.guid(),
                article.link(),
                article.title(),
                article.body(),
                article.published(),
                article.updated());
    }

    /** Of a JSON feed's item. */
    static Shown of(JsonNode item) {
        Instant published = Instant.parse(item.get("date_published").asText());
        return new Shown(
                item.get("id").asText(),
                URI.create(item.get("url").asText()),
                item.get("title").asText(),
                item.get("content_html").asText(),
                published,
                item.has("date_modified")
                        ? Instant.parse(item.get("date_modified").asText())
                        : published);
    }
}
