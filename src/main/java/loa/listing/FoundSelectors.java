package loa.listing;

import java.util.Optional;

/** Selectors for feeds.yml that give what was found on a page; one that could not be made general enough is empty. */
public record FoundSelectors(Optional<String> item, Optional<String> link, Optional<String> next) {}
