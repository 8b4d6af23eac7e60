package loa.listing;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is asked of a site for one page.
 *
 * @param form what is sent with it, in order; empty for a page that is only fetched
 */
public record PageRequest(URI address, Map<String, String> form) {

    public PageRequest {
        form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
    }

    public static PageRequest of(URI address) {
        return new PageRequest(address, Map.of());
    }

    public boolean isForm() {
        return !form.isEmpty();
    }
}
