package loa.listing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Selectors for feeds.yml that give what was found on a page; one that could not be made general enough is empty. */
public record FoundSelectors(Optional<String> item, Optional<String> link, Optional<String> next) {

    /** The way feeds.yml says it, on one line: {@code listing: {item: '.news'}}; empty if there is none. */
    public Optional<String> line() {
        String found = List.of(Map.entry("item", item), Map.entry("link", link), Map.entry("next", next)).stream()
                .flatMap(selector -> selector.getValue().stream()
                        .map(css -> selector.getKey() + ": '" + css.replace("'", "''") + "'"))
                .collect(Collectors.joining(", "));
        return item.isPresent() ? Optional.of("listing: {" + found + "}") : Optional.empty();
    }
}
