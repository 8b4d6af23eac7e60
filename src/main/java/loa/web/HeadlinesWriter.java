package loa.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import loa.article.Category;
import loa.feed.Newsroom;

/** Writes headlines as JSON, for the script that shows them on other sites. */
final class HeadlinesWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private HeadlinesWriter() {}

    static byte[] write(Newsroom newsroom, Category category, List<Headline> headlines) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(written)) {
            json.writeStartObject();
            json.writeStringField("title", category.title());
            json.writeStringField("page", newsroom.page(category).toString());
            json.writeStringField("language", newsroom.language());
            json.writeArrayFieldStart("headlines");
            for (Headline headline : headlines) {
                json.writeStartObject();
                json.writeStringField("title", headline.title());
                json.writeStringField("link", headline.link());
                json.writeStringField("time", headline.time());
                json.writeStringField("shown", headline.shown());
                json.writeStringField("source", headline.source());
                json.writeStringField("home", headline.home());
                if (headline.image() != null) {
                    json.writeStringField("image", headline.image());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return written.toByteArray();
    }
}
