package loa.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import loa.article.Article;
import loa.article.Category;
import loa.article.Image;

/** Writes a feed as JSON Feed 1.1. */
final class JsonFeedWriter {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonFeedWriter() {}

    static byte[] write(Feed feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            write(feed, json);
        } catch (IOException never) {
            throw new IllegalStateException("memory can be written to", never);
        }
        return bytes.toByteArray();
    }

    private static void write(Feed feed, JsonGenerator json) throws IOException {
        Newsroom newsroom = feed.newsroom();
        json.writeStartObject();
        json.writeStringField("version", "https://jsonfeed.org/version/1.1");
        json.writeStringField("title", feed.title());
        json.writeStringField("home_page_url", newsroom.page(feed.category()).toString());
        json.writeStringField(
                "feed_url", newsroom.feed(feed.category(), FeedFormat.JSON).toString());
        if (feed.category().description() != null) {
            json.writeStringField("description", feed.category().description());
        }
        Optional<URI> next = feed.previous(FeedFormat.JSON);
        if (next.isPresent()) {
            json.writeStringField("next_url", next.get().toString());
        }
        json.writeStringField("icon", newsroom.icon().toString());
        json.writeStringField("favicon", newsroom.icon().toString());
        json.writeStringField("language", newsroom.language());
        authors(json, newsroom.title());
        json.writeArrayFieldStart("items");
        for (Article article : feed.articles()) {
            item(newsroom, feed.category(), article, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** An article as it is an item of the category's feed. */
    static void item(Newsroom newsroom, Category category, Article article, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", article.guid());
        json.writeStringField("url", article.link().toString());
        json.writeStringField("title", article.title());
        if (article.summary() != null) {
            json.writeStringField("summary", article.summary());
        }
        if (category.fullText()) {
            json.writeStringField("content_html", article.body());
        } else {
            json.writeStringField("content_text", article.excerpt());
        }
        if (article.image() != null) {
            json.writeStringField("image", article.image().address().toString());
        }
        json.writeStringField("date_published", DateTimeFormatter.ISO_INSTANT.format(article.published()));
        json.writeStringField("date_modified", DateTimeFormatter.ISO_INSTANT.format(article.updated()));
        if (article.byline().shown() != null) {
            authors(json, article.byline().shown());
        }
        json.writeArrayFieldStart("tags");
        for (String name : article.categories()) {
            json.writeString(newsroom.titleOf(name));
        }
        json.writeEndArray();
        if (article.image() != null && article.image().isMeasured()) {
            attachment(json, article.image());
        }
        json.writeEndObject();
    }

    /** The image once more, as readers of attachments find it in the other forms. */
    private static void attachment(JsonGenerator json, Image image) throws IOException {
        json.writeArrayFieldStart("attachments");
        json.writeStartObject();
        json.writeStringField("url", image.address().toString());
        json.writeStringField("mime_type", image.mediaType());
        json.writeNumberField("size_in_bytes", image.length());
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void authors(JsonGenerator json, String name) throws IOException {
        json.writeArrayFieldStart("authors");
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeEndObject();
        json.writeEndArray();
    }
}
