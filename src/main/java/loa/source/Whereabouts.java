package loa.source;

/** What is found where an article was. */
public sealed interface Whereabouts {

    /** A page. */
    record Present() implements Whereabouts {}

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
