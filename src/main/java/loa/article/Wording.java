package loa.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text as its words, to be compared with another: letter case, punctuation, and where in a syllable the tone stands
 * ({@code hòa}, {@code hoà}) do not count.
 *
 * @param words in their order
 * @param facts those that tell a text from others made after the same pattern: numbers, numerals, and names
 */
record Wording(List<String> words, Set<String> facts) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…:;\"“”(\\[–-]\\s*$");
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final Set<String> NUMERALS = List.of(
                    "một", "hai", "ba", "bốn", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "nhất", "nhì", "nhật")
            .stream()
            .map(Wording::folded)
            .collect(Collectors.toUnmodifiableSet());

    static Wording of(String text) {
        List<String> words = new ArrayList<>();
        Set<String> facts = new HashSet<>();
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            String folded = folded(word.group());
            String gap = text.substring(end, word.start());
            boolean begins =
                    end == 0 || (gap.length() > 1 && SENTENCE_END.matcher(gap).find());
            boolean isName = !begins && Character.isUpperCase(word.group().codePointAt(0));
            if (isName || folded.codePoints().anyMatch(Character::isDigit) || NUMERALS.contains(folded)) {
                facts.add(folded);
            }
            words.add(folded);
            end = word.end();
        }
        return new Wording(words, facts);
    }

    /** Whether each of the two names facts that the other does not: they are about two things. */
    boolean contradicts(Wording other) {
        return !facts.containsAll(other.facts) && !other.facts.containsAll(facts);
    }

    private static String folded(String word) {
        String parted = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder(parted.length());
        StringBuilder tones = new StringBuilder(1);
        parted.codePoints().forEach(letter -> (TONES.indexOf(letter) < 0 ? letters : tones).appendCodePoint(letter));
        return letters.append(tones).toString();
    }
}
