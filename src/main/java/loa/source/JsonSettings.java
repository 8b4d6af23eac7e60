package loa.source;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loa.content.Site;
import loa.entry.JsonField;
import loa.entry.JsonPath;
import loa.entry.JsonReader;
import loa.fetch.Fetcher;
import org.jspecify.annotations.Nullable;

/**
 * A site that gives its articles to programs as JSON; WordPress is known.
 *
 * @param items where in the document its articles are, null if that is to be found
 * @param fields where each of them has what, as far as that is not to be found
 * @param pages how many documents are read at most, where it says what goes on with it
 * @param fullText whether each article is read from its page
 */
public record JsonSettings(
        Site site,
        URI address,
        Duration every,
        Duration withdrawAfter,
        int pages,
        boolean fullText,
        Filing filing,
        @Nullable JsonPath items,
        Map<JsonField, JsonPath> fields)
        implements SourceSettings {

    public JsonSettings {
        fields = fields.isEmpty() ? Map.of() : new EnumMap<>(fields);
    }

    @Override
    public Set<String> categories() {
        return filing.categories();
    }

    @Override
    public List<URI> addresses() {
        return List.of(address);
    }

    @Override
    public Source with(Fetcher fetcher, Desk desk) {
        Catalog catalog = new DocumentCatalog(
                address,
                pages,
                fetcher,
                desk,
                (fetched, troubles) -> JsonReader.read(fetched, Optional.ofNullable(items), fields, zone(), troubles));
        return new EntrySource(this, filing, catalog, fullText, fetcher, desk);
    }
}
