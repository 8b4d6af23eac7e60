package loa.article;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The months by name, long and short, in the languages of the sources; a name that two languages give two months is none. */
final class MonthNames {

    /** No Croatian: its listopad is the Polish and Czech one a month earlier. */
    private static final List<Locale> LANGUAGES = Stream.of(
                    "en", "en-GB", "en-CA", "fr", "de", "de-AT", "es", "pt", "it", "nl", "pl", "ru", "uk", "cs", "sk",
                    "sl", "sv", "da", "nb", "fi", "et", "lv", "lt", "hu", "ro", "bg", "tr", "az", "el", "ca", "is",
                    "id", "ms", "hi", "bn", "ar", "fa", "he", "th", "ka", "hy", "be", "sq", "sr-Latn", "sr-Cyrl")
            .map(Locale::forLanguageTag)
            .toList();

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

    /** The JDK has numbers for the Vietnamese months; people write these too, after "tháng". */
    private static final Map<String, Integer> VIETNAMESE = Map.ofEntries(
            Map.entry("một", 1),
            Map.entry("giêng", 1),
            Map.entry("hai", 2),
            Map.entry("ba", 3),
            Map.entry("tư", 4),
            Map.entry("bốn", 4),
            Map.entry("năm", 5),
            Map.entry("sáu", 6),
            Map.entry("bảy", 7),
            Map.entry("bẩy", 7),
            Map.entry("tám", 8),
            Map.entry("chín", 9),
            Map.entry("mười", 10),
            Map.entry("chạp", 12));

    private static final Set<String> TENS = Set.of("một", "hai");
    private static final Set<String> MONTH_WORDS = Set.of("tháng", "thg");
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]");
    private static final Pattern LAST_WORD = Pattern.compile(".*[ ’']");
    private static final Map<String, Integer> MONTHS = months();

    private MonthNames() {}

    /** The month that is named there; its number is 0 if "tháng" names none. */
    static Found at(DateTokens line, int i) {
        if (line.isAny(i, MONTH_WORDS)) {
            return vietnamese(line, line.is(i + 1, ".") ? i + 2 : i + 1);
        }
        int month = line.isWord(i) ? MONTHS.getOrDefault(folded(line.text(i)), -1) : -1;
        return new Found(month, line.is(i + 1, ".") ? i + 2 : i + 1);
    }

    private static Found vietnamese(DateTokens line, int i) {
        if (line.isNumber(i, 1, 2)) {
            return new Found(line.value(i), i + 1);
        }
        boolean eleventh = line.is(i, "mười") && line.isAny(i + 1, TENS);
        int month = VIETNAMESE.getOrDefault(line.text(i), 0);
        return eleventh ? new Found(10 + VIETNAMESE.getOrDefault(line.text(i + 1), 0), i + 2) : new Found(month, i + 1);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        Set<String> doubtful = new HashSet<>();
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : STYLES) {
                    String name = name(month, style, language);
                    Integer other = months.putIfAbsent(name, month.getValue());
                    if (name.isEmpty() || (other != null && other != month.getValue())) {
                        doubtful.add(name);
                    }
                }
            }
        }
        months.keySet().removeAll(doubtful);
        return Map.copyOf(months);
    }

    private static String name(Month month, TextStyle style, Locale language) {
        String name = month.getDisplayName(style, language).toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        String word = folded(LAST_WORD.matcher(plain).replaceFirst(""));
        return word.chars().allMatch(Character::isDigit) ? "" : word;
    }

    /** Without accents and case, in which capitals and keyboards differ. */
    private static String folded(String word) {
        String bare =
                MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace('ı', 'i').replace('ς', 'σ').replace('ł', 'l');
    }

    /** A month, −1 where there is none, and where the line goes on. */
    record Found(int month, int end) {
        boolean isThere() {
            return month >= 0;
        }
    }
}
