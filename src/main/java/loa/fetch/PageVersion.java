package loa.fetch;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was when it was read: the server's validators, with which to ask whether it changed, and the hash of its
 * body, which decides.
 */
public record PageVersion(@Nullable String etag, @Nullable String lastModified, String bodyHash) {

    /** What may be sent back: servers name whatever they like. */
    private static final Pattern VALIDATOR = Pattern.compile("[\\x20-\\x7e]{1,1000}");

    static PageVersion of(Headers headers, String bodyHash) {
        return new PageVersion(
                validator(headers, "ETag").orElse(null),
                validator(headers, "Last-Modified").orElse(null),
                bodyHash);
    }

    /** The same body under the validators of a 304, where it names some (RFC 9110, section 15.4.5). */
    PageVersion confirmed(Headers headers) {
        return new PageVersion(
                validator(headers, "ETag").orElse(etag),
                validator(headers, "Last-Modified").orElse(lastModified),
                bodyHash);
    }

    /** Whether a server can be asked whether it changed; only then does "not modified" mean anything. */
    boolean hasValidators() {
        return etag != null || lastModified != null;
    }

    void askWhetherChanged(Request.Builder request) {
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.header("If-Modified-Since", lastModified);
        }
    }

    private static Optional<String> validator(Headers headers, String name) {
        return Optional.ofNullable(headers.get(name))
                .filter(value -> VALIDATOR.matcher(value).matches());
    }
}
