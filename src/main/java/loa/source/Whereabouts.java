package loa.source;

import java.util.Optional;

/** What is found where an article was. */
public sealed interface Whereabouts {

    /**
     * A page.
     *
     * @param named what the source knows by the address that the page gives as its own, where that is another
     */
    record Present(Optional<String> named) implements Whereabouts {

        /** One that gives no other. */
        Present() {
            this(Optional.empty());
        }
    }

    /** It cannot be told now. */
    record Unclear() implements Whereabouts {}

    /** Nothing is there any more. */
    record Gone() implements Whereabouts {}

    /**
     * Visitors are led elsewhere.
     *
     * @param key what the source knows by the address to which they come
     */
    record Elsewhere(String key) implements Whereabouts {}
}
