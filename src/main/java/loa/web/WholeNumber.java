package loa.web;

import io.javalin.http.BadRequestResponse;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A parameter that is a whole number: given once, in ASCII digits. */
final class WholeNumber {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private WholeNumber() {}

    /**
     * The number that the query says, none if it does not say one.
     *
     * @param query as it was sent, still encoded
     * @param least 0 or 1
     * @throws BadRequestResponse if it says anything else
     */
    static OptionalLong of(@Nullable String query, String parameter, int least) {
        List<String> values = Parameter.values(query, parameter);
        if (values.isEmpty()) {
            return OptionalLong.empty();
        }
        if (values.size() > 1 || !values.get(0).matches(least == 0 ? "[0-9]+" : "0*[1-9][0-9]*")) {
            throw new BadRequestResponse(parameter + " is a whole number, at least " + least);
        }
        return OptionalLong.of(new BigInteger(values.get(0)).min(MOST).longValue());
    }
}
