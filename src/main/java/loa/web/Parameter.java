package loa.web;

import io.javalin.http.BadRequestResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One parameter of a query as it was sent, still encoded. */
final class Parameter {

    private Parameter() {}

    /** Each value that the query gives it. */
    static List<String> values(@Nullable String query, String name) {
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&", -1))
                        .filter(given -> given.split("=", 2)[0].equals(name))
                        .map(given -> given.substring(Math.min(given.length(), name.length() + 1)))
                        .toList();
    }

    /**
     * The one of these that the query says, none if it does not say one.
     *
     * @throws BadRequestResponse if it says anything else
     */
    static Optional<String> choice(@Nullable String query, String name, List<String> choices) {
        List<String> values = values(query, name);
        if (values.size() > 1 || !choices.containsAll(values)) {
            throw new BadRequestResponse(name + " is one of " + String.join(", ", choices));
        }
        return values.stream().findFirst();
    }
}
