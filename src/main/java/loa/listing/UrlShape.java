package loa.listing;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What addresses of articles of one site have in common, whatever section they are in.
 *
 * @param directory where the last part alone does not tell an article
 */
record UrlShape(String host, String directory, Name name, String extension, String parameters) {

    /** What the last part of a path looks like. */
    enum Name {
        NONE,
        WORD,
        SLUG,
        NUMBER
    }

    private static final int SLUG_DASHES = 3;
    private static final Pattern WHICH = Pattern.compile("=(?:\\d.*|.*(?:[-_+]|%20).*|.*\\d{3}.*|.{24,})$");

    static UrlShape of(URI address) {
        String path = address.getRawPath().replaceFirst("/+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        String name = dot > 0 ? last.substring(0, dot) : last;
        Name kind = name(name);
        return new UrlShape(
                String.valueOf(address.getHost()),
                kind == Name.WORD ? path.substring(0, path.lastIndexOf('/') + 1) : "",
                kind,
                dot > 0 ? last.substring(dot) : "",
                parameters(address.getRawQuery()));
    }

    /** Whether only an article's address looks so: words or a number of its own. */
    boolean isArticle() {
        return name == Name.SLUG || name == Name.NUMBER || parameters.contains("#");
    }

    private static Name name(String last) {
        if (last.isEmpty()) {
            return Name.NONE;
        }
        if (last.chars().filter(Character::isDigit).count() >= 3) {
            return last.chars().allMatch(Character::isDigit) ? Name.NUMBER : Name.SLUG;
        }
        long breaks = last.chars().filter(c -> c == '-' || c == '_' || c == '+').count() + escapedBlanks(last);
        return breaks >= SLUG_DASHES ? Name.SLUG : Name.WORD;
    }

    private static int escapedBlanks(String last) {
        return last.split("%20", -1).length - 1;
    }

    /** The parameters; words say what is asked for, a number or a phrase says which. */
    private static String parameters(String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .map(parameter -> WHICH.matcher(parameter).replaceFirst("=#"))
                        .sorted()
                        .collect(Collectors.joining("&"));
    }
}
