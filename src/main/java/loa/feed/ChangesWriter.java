package loa.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import loa.store.Change;

/** Writes what changed, in order, for programs that keep a copy of all articles. */
final class ChangesWriter {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private ChangesWriter() {}

    /**
     * A document.
     *
     * @param since the change up to which the asker knows all
     * @param more whether there are further changes after these
     */
    static byte[] write(Newsroom newsroom, long since, List<Change> changes, boolean more) {
        long cursor =
                changes.isEmpty() ? since : changes.get(changes.size() - 1).number();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("cursor", Long.toString(cursor));
            json.writeBooleanField("more", more);
            json.writeStringField(
                    "next_url", newsroom.at("/changes.json?since=" + cursor).toString());
            json.writeArrayFieldStart("changes");
            for (Change change : changes) {
                write(newsroom, change, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException never) {
            throw new IllegalStateException("memory can be written to", never);
        }
        return bytes.toByteArray();
    }

    private static void write(Newsroom newsroom, Change change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("change", change.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("id", change.guid());
        json.writeStringField("when", DateTimeFormatter.ISO_INSTANT.format(change.when()));
        if (change.article().isPresent()) {
            json.writeFieldName("item");
            JsonFeedWriter.item(
                    newsroom, newsroom.all(), Feed.publishable(change.article().get()), json);
        }
        json.writeEndObject();
    }
}
