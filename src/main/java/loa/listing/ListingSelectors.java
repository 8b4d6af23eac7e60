package loa.listing;

import loa.page.Selector;
import org.jspecify.annotations.Nullable;

/** Where a listing page has what: {@code item} and {@code next} in the page, {@code link} in an item. */
public record ListingSelectors(
        @Nullable Selector item,
        @Nullable Selector link,
        @Nullable Selector next) {

    /** All is to be found. */
    public static final ListingSelectors NONE = new ListingSelectors(null, null, null);
}
