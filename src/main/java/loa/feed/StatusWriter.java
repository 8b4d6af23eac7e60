package loa.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import loa.language.Phrase;
import loa.store.SourceHealth;
import loa.store.SourceRun;
import loa.store.StateChange;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Writes how the sources are, as JSON, and how that changed, as an Atom feed with an entry for each change. */
public final class StatusWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private StatusWriter() {}

    /**
     * The sources as they are; every sentence in both languages.
     *
     * @param directBytes the memory outside the heap that feeds take
     */
    public static byte[] json(List<SourceHealth> sources, long directBytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("sources");
            for (SourceHealth source : sources) {
                write(source, json);
            }
            json.writeEndArray();
            json.writeNumberField("direct_memory_bytes", directBytes);
            json.writeEndObject();
        } catch (IOException never) {
            throw new IllegalStateException("memory can be written to", never);
        }
        return bytes.toByteArray();
    }

    /** The changes, the latest first. */
    public static byte[] atom(Newsroom newsroom, List<StateChange> changes) {
        Locale language = Locale.forLanguageTag(newsroom.language());
        URI self = newsroom.at("/status.atom");
        var atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        atom.setId(self.toString());
        atom.setTitle(Phrase.of("%s: sources", "%s: tình trạng các nguồn", newsroom.title())
                .in(language));
        atom.setUpdated(
                Date.from(changes.stream().findFirst().map(StateChange::when).orElse(Instant.EPOCH)));
        atom.setAuthors(List.of(author(newsroom)));
        atom.setOtherLinks(List.of(link("self", self, FeedFormat.ATOM.mediaType())));
        atom.setAlternateLinks(List.of(link("alternate", newsroom.at("/status"), "text/html")));
        atom.setEntries(changes.stream()
                .map(change -> entry(newsroom, change, language))
                .toList());
        Document document = Xml.document(atom);
        document.getRootElement().setAttribute("lang", newsroom.language(), Namespace.XML_NAMESPACE);
        return Xml.bytes(document, element -> false);
    }

    private static Entry entry(Newsroom newsroom, StateChange change, Locale language) {
        Entry entry = new Entry();
        entry.setId(newsroom.at("/status.atom#" + change.number()).toString());
        entry.setTitle(change.source() + ": " + change.state().title().in(language));
        entry.setPublished(Date.from(change.when()));
        entry.setUpdated(Date.from(change.when()));
        entry.setAlternateLinks(List.of(link("alternate", newsroom.at("/status#" + change.number()), "text/html")));
        Content why = new Content();
        why.setValue(change.reason().in(language));
        entry.setContents(List.of(why));
        return entry;
    }

    private static Person author(Newsroom newsroom) {
        Person person = new Person();
        person.setName(newsroom.title());
        return person;
    }

    private static Link link(String relation, URI address, String mediaType) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(address.toString());
        link.setType(mediaType);
        return link;
    }

    private static void write(SourceHealth source, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", source.source());
        json.writeStringField("state", source.state().name().toLowerCase(Locale.ROOT));
        when("since", source.since(), json);
        json.writeObjectFieldStart("reason");
        json.writeStringField("en", source.reason().english());
        json.writeStringField("vi", source.reason().vietnamese());
        json.writeEndObject();
        when("last_success", source.lastSuccess(), json);
        when("next_run", source.next(), json);
        json.writeNumberField("failures", source.failures());
        json.writeNumberField("articles", source.articles());
        json.writeBooleanField("accepted", source.isAccepted());
        if (source.lastRun().isPresent()) {
            write(source.lastRun().get(), json);
        }
        json.writeEndObject();
    }

    private static void write(SourceRun run, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("last_run");
        when("started", run.started(), json);
        json.writeNumberField("milliseconds", run.took().toMillis());
        json.writeNumberField("listed", run.listed());
        json.writeNumberField("added", run.added());
        json.writeNumberField("updated", run.updated());
        json.writeNumberField("troubles", run.troubles());
        json.writeEndObject();
    }

    private static void when(String field, @Nullable Instant instant, JsonGenerator json) throws IOException {
        if (instant != null) {
            json.writeStringField(field, DateTimeFormatter.ISO_INSTANT.format(instant));
        }
    }
}
