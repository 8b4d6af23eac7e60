package loa.entry;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import loa.article.Entry;

/**
 * What a document lists.
 *
 * @param unusable how many more it lists, without an address or without any words
 * @param next the document that goes on with it
 */
public record Entries(List<Entry> entries, int unusable, Optional<URI> next) {

    public Entries {
        entries = List.copyOf(entries);
    }
}
