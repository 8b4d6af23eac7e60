package loa.web;

import io.javalin.http.BadRequestResponse;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The {@code limit} parameter: given once, a whole number of at least 1 in ASCII digits. */
final class Limit {

    private Limit() {}

    /**
     * The number that the query says, none if it does not say one.
     *
     * @param query as it was sent, still encoded
     * @throws BadRequestResponse if it says anything else
     */
    static OptionalInt of(@Nullable String query) {
        OptionalLong limit = WholeNumber.of(query, "limit", 1);
        return limit.isPresent()
                ? OptionalInt.of((int) Math.min(limit.getAsLong(), Integer.MAX_VALUE))
                : OptionalInt.empty();
    }
}
