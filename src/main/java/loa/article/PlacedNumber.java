package loa.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in an article's address, and where in addresses of that kind it stands: a slug in other words leaves both as they
 * are. Whether it is the article's own number, or a category's, a page's or a year, only other articles can tell.
 *
 * @param place such as {@code ?itemid}, or {@code /1a:1} for {@code a345} at the end of the last segment
 */
public record PlacedNumber(String place, String digits) {

    private static final int MOST_SEGMENTS = 6;
    private static final int MOST_PARTS = 3;
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z]{2,5}$");
    private static final Pattern PARTS = Pattern.compile("[-_.,~]+");
    private static final Pattern NUMBERED = Pattern.compile("([A-Za-z]{0,8})0*(\\d{1,18})");
    private static final Pattern LEADING = Pattern.compile("0*(\\d{1,18})[-:_].*");
    private static final String DAY = "(?:0[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final Pattern DATE = Pattern.compile(YEAR + MONTH + DAY + "|" + DAY + MONTH + YEAR);

    /** All in an address, given as a {@link Identity#key}; dates written as one number are none. */
    public static List<PlacedNumber> in(String key) {
        String[] parts = key.split("\\?", 2);
        List<PlacedNumber> numbers = new ArrayList<>();
        String[] segments = parts[0].split("/");
        for (int i = 1; i <= Math.min(MOST_SEGMENTS, segments.length); i++) {
            inSegment("/" + i, EXTENSION.matcher(segments[segments.length - i]).replaceFirst(""), numbers);
        }
        if (parts.length == 2) {
            for (String parameter : parts[1].split("&")) {
                inParameter(parameter.split("=", 2), numbers);
            }
        }
        return numbers.stream()
                .filter(number -> !DATE.matcher(number.digits).matches())
                .toList();
    }

    private static void inSegment(String place, String segment, List<PlacedNumber> numbers) {
        String[] parts = PARTS.split(segment);
        for (int i = 1; i <= Math.min(MOST_PARTS, parts.length); i++) {
            Matcher numbered = NUMBERED.matcher(parts[parts.length - i]);
            if (!numbered.matches()) {
                break;
            }
            numbers.add(new PlacedNumber(place + numbered.group(1) + ":" + i, numbered.group(2)));
        }
        leading(place + "^", segment, numbers);
    }

    private static void inParameter(String[] parameter, List<PlacedNumber> numbers) {
        if (parameter.length == 2) {
            String place = "?" + parameter[0].toLowerCase(Locale.ROOT);
            if (parameter[1].matches("\\d{1,18}")) {
                numbers.add(new PlacedNumber(place, parameter[1]));
            }
            leading(place + "^", parameter[1], numbers);
        }
    }

    private static void leading(String place, String text, List<PlacedNumber> numbers) {
        Matcher leading = LEADING.matcher(text);
        if (leading.matches()) {
            numbers.add(new PlacedNumber(place, leading.group(1)));
        }
    }
}
