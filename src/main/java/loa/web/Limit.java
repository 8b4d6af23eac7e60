package loa.web;

import io.javalin.http.BadRequestResponse;
import java.util.List;
import java.util.OptionalInt;

/** The {@code limit} parameter: given once, a whole number of at least 1 in ASCII digits. */
final class Limit {

    private Limit() {}

    /**
     * The number that the parameter's values say, none if there is no value.
     *
     * @throws BadRequestResponse if they say anything else
     */
    static OptionalInt of(List<String> values) {
        if (values.isEmpty()) {
            return OptionalInt.empty();
        }
        String value = values.get(0);
        if (values.size() > 1 || !value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 1) {
            throw new BadRequestResponse("limit is a whole number, at least 1");
        }
        return OptionalInt.of(Integer.parseInt(value));
    }
}
