package loa.trial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.article.Hash;
import loa.content.SiteMemory;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.PageVersion;
import loa.source.SinglePage;

/** Pages that were saved to files, read as if they were fetched from their addresses: to measure how well that goes. */
public final class SavedPages {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** Nobody knows when it was; from so long ago no date that counts back is plausible. */
    private static final Instant FETCHED = Instant.EPOCH;

    private final Path folder;
    private final List<Saved> pages;

    private SavedPages(Path folder, List<Saved> pages) {
        this.folder = folder;
        this.pages = pages;
    }

    /** The pages that this file lists, as {@code [{"id", "url", "file"}]}; their files lie beside it. */
    public static SavedPages in(Path index) throws IOException {
        List<Saved> pages = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(Files.newBufferedReader(index))) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    pages.add(saved(json));
                }
            }
        }
        return new SavedPages(index.resolveSibling(""), pages);
    }

    /** Writes what is read from each page, as one object with a member for each id. */
    public void write(Writer output, ZoneId zone) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(output).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            Map<String, SiteMemory> memories = memories();
            for (Saved page : pages) {
                json.writeFieldName(page.id);
                write(
                        SinglePage.read(
                                fetched(page),
                                zone,
                                memories.getOrDefault(page.site(), SiteMemory.EMPTY),
                                trouble -> {}),
                        zone,
                        json);
            }
            json.writeEndObject();
        }
        output.flush();
    }

    /** What the pages of each site show alike. */
    private Map<String, SiteMemory> memories() throws IOException {
        Map<String, List<Fetched>> sites = new HashMap<>();
        for (Saved page : pages) {
            List<Fetched> site = sites.computeIfAbsent(page.site(), name -> new ArrayList<>());
            if (site.size() < SiteMemory.MOST_PAGES) {
                site.add(fetched(page));
            }
        }
        Map<String, SiteMemory> memories = new HashMap<>();
        sites.forEach((name, site) -> memories.put(name, SinglePage.remember(site.stream())));
        return memories;
    }

    private Fetched fetched(Saved page) throws IOException {
        byte[] body = Files.readAllBytes(folder.resolve(page.file));
        PageVersion version = new PageVersion(null, null, Hash.of(body));
        return new Fetched(page.address, body, "text/html", null, version, FETCHED);
    }

    private static void write(Optional<SinglePage> page, ZoneId zone, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (page.isPresent()) {
            write(page.get(), zone, json);
        }
        json.writeEndObject();
    }

    private static void write(SinglePage page, ZoneId zone, JsonGenerator json) throws IOException {
        if (page.article().isPresent()) {
            TriedJson.members(page.article().get(), zone, json);
        }
        json.writeArrayFieldStart("links");
        for (SinglePage.Link link : page.listed()) {
            json.writeString(link.address().toString());
        }
        json.writeEndArray();
    }

    private static Saved saved(JsonParser json) throws IOException {
        String id = "";
        String file = "";
        URI address = URI.create("");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            String value = json.nextTextValue();
            switch (name) {
                case "id" -> id = value;
                case "url" -> address = URI.create(value);
                case "file" -> file = value;
                default -> json.skipChildren();
            }
        }
        return new Saved(id, address, file);
    }

    private record Saved(String id, URI address, String file) {

        String site() {
            return String.valueOf(address.getHost());
        }
    }
}
