package loa.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.http.HttpDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the asker of a document has of it already (RFC 9110, section 13).
 *
 * @param ifNoneMatch the lines of that field, none if it was not sent
 * @param ifModifiedSince counts only where no tags are given
 */
record Condition(List<String> ifNoneMatch, @Nullable String ifModifiedSince) {

    /** Whether that is the document with this tag and time; {@link Instant#EPOCH} is no time. */
    boolean knows(String etag, Instant modified) {
        if (ifNoneMatch.isEmpty()) {
            return ifModifiedSince != null && modified.isAfter(Instant.EPOCH) && isUnmodified(modified);
        }
        return ifNoneMatch.equals(List.of(etag)) || EntityTags.of(ifNoneMatch).contains(etag);
    }

    private boolean isUnmodified(Instant modified) {
        try {
            return modified.getEpochSecond()
                    <= HttpDateTime.parse(ifModifiedSince).toEpochSecond();
        } catch (IllegalArgumentException | DateTimeException noDate) {
            return false;
        }
    }
}
