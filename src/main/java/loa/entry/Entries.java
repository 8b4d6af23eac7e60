package loa.entry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import loa.article.Entry;

/**
 * What a document lists.
 *
 * @param next the document that goes on with it
 */
public record Entries(List<Entry> entries, Optional<URI> next) {

    public Entries {
        entries = List.copyOf(entries);
    }
}
