package loa.feed;

import java.time.Instant;
import loa.article.Hash;

/**
 * A document as it goes over the wire.
 *
 * @param body never changed by anyone
 * @param etag a strong validator, quoted, the same wherever the same content was rendered
 * @param modified when the content last changed
 */
public record Rendered(byte[] body, String mediaType, String etag, Instant modified) {

    static Rendered of(byte[] body, String mediaType, Instant modified) {
        return new Rendered(body, mediaType, '"' + Hash.of(body) + '"', modified);
    }
}
