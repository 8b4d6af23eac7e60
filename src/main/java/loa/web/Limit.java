package loa.web;

import io.javalin.http.BadRequestResponse;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The {@code limit} parameter: given once, a whole number of at least 1 in ASCII digits. */
final class Limit {

    private static final String PARAMETER = "limit";
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private Limit() {}

    /**
     * The number that the query says, none if it does not say one.
     *
     * @param query as it was sent, still encoded
     * @throws BadRequestResponse if it says anything else
     */
    static OptionalInt of(@Nullable String query) {
        if (query == null) {
            return OptionalInt.empty();
        }
        List<String> values = Arrays.stream(query.split("&", -1))
                .filter(parameter -> parameter.split("=", 2)[0].equals(PARAMETER))
                .map(parameter -> parameter.substring(Math.min(parameter.length(), PARAMETER.length() + 1)))
                .toList();
        if (values.isEmpty()) {
            return OptionalInt.empty();
        }
        if (values.size() > 1 || !values.get(0).matches("0*[1-9][0-9]*")) {
            throw new BadRequestResponse("limit is a whole number, at least 1");
        }
        return OptionalInt.of(new BigInteger(values.get(0)).min(MOST).intValue());
    }
}
