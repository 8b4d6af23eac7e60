package loa.trial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import loa.article.Entry;
import loa.article.ParsedArticle;
import loa.content.Field;
import loa.content.ReadArticle;
import loa.language.Phrase;
import loa.listing.PortalSection;
import loa.page.Trouble;
import loa.source.SinglePage;
import org.jspecify.annotations.Nullable;

/** Writes what would be taken from pages for programs to read. */
public final class TriedJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private TriedJson() {}

    /** One object: {@code kind}, {@code listed}, {@code articles}, {@code sections}, {@code feeds}, {@code posts}, {@code troubles}, {@code yaml}. */
    public static void write(Tried tried, ZoneId zone, Writer output) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(output).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("url", tried.address().toString());
            json.writeStringField("kind", kind(tried));
            json.writeArrayFieldStart("listed");
            for (SinglePage.Link link : tried.page().map(SinglePage::listed).orElse(List.of())) {
                listed(link.address(), link.title(), link.published(), zone, json);
            }
            for (Entry entry : tried.list().map(TriedList::entries).orElse(List.of())) {
                listed(entry.link(), entry.title(), entry.published(), zone, json);
            }
            json.writeEndArray();
            articles(tried, zone, json);
            json.writeArrayFieldStart("sections");
            for (PortalSection section : tried.sections()) {
                json.writeStartObject();
                json.writeStringField("url", section.address().toString());
                json.writeStringField("title", section.title());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("feeds");
            for (URI feed : tried.page().map(SinglePage::feeds).orElse(List.of())) {
                json.writeString(feed.toString());
            }
            json.writeEndArray();
            text("posts", tried.page().flatMap(SinglePage::posts).orElse(null), json);
            json.writeArrayFieldStart("troubles");
            for (Trouble trouble : tried.troubles()) {
                json.writeString(trouble.address() + ": " + trouble.reason().english());
            }
            json.writeEndArray();
            text("yaml", tried.yaml().orElse(null), json);
            json.writeEndObject();
        }
        output.flush();
    }

    /** The members of an article, in an object that has begun. */
    static void members(ReadArticle read, ZoneId zone, JsonGenerator json) throws IOException {
        ParsedArticle article = read.article();
        json.writeStringField("text", read.text());
        json.writeStringField("html", article.body().html());
        json.writeStringField("title", article.title());
        text("author", article.byline().author(), json);
        text("credit", article.byline().credit(), json);
        date(article.published(), read.offset() == null ? zone : read.offset(), json);
        text("summary", article.summary(), json);
        text("image", article.image() == null ? null : article.image().address(), json);
    }

    private static void listed(URI address, String title, @Nullable Instant published, ZoneId zone, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("url", address.toString());
        json.writeStringField("title", title);
        date(published, zone, json);
        json.writeEndObject();
    }

    private static void articles(Tried tried, ZoneId zone, JsonGenerator json) throws IOException {
        Map<URI, ReadArticle> articles =
                tried.article().map(article -> Map.of(tried.address(), article)).orElse(tried.articles());
        json.writeArrayFieldStart("articles");
        for (Map.Entry<URI, ReadArticle> article : articles.entrySet()) {
            json.writeStartObject();
            json.writeStringField("url", article.getKey().toString());
            members(article.getValue(), zone, json);
            json.writeObjectFieldStart("evidence");
            for (Map.Entry<Field, Phrase> evidence :
                    article.getValue().evidence().entrySet()) {
                json.writeStringField(
                        evidence.getKey().name().toLowerCase(Locale.ROOT),
                        evidence.getValue().english());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String kind(Tried tried) {
        if (tried.isList()) {
            return tried.list().orElseThrow().kind();
        }
        return tried.isHome()
                ? "home"
                : tried.isListing() ? "listing" : tried.article().isPresent() ? "article" : "none";
    }

    /** In the zone of the site, or the page's own, so that it reads as the page shows it. */
    private static void date(@Nullable Instant date, ZoneId zone, JsonGenerator json) throws IOException {
        text("date", date == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.atZone(zone)), json);
    }

    private static void text(String name, @Nullable Object value, JsonGenerator json) throws IOException {
        Optional<String> text = Optional.ofNullable(value).map(Objects::toString);
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        }
    }
}
