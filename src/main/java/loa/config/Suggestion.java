package loa.config;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what a misspelt word was meant to be. */
final class Suggestion {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 64;

    private Suggestion() {}

    /** The candidate that the word is most like: it differs in a third of the letters at most, or in their order. */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        String plain = name(word);
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(plain, candidate)))
                .filter(near -> 3 * distance(plain, near) <= Math.max(plain.length(), near.length()));
    }

    /** The text as a name in addresses: {@code Kinh tế} is {@code kinh-te}; empty if nothing of it can stay. */
    static String name(String text) {
        String letters = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        String hyphened = OTHERS.matcher(letters).replaceAll("-");
        String cut = hyphened.substring(0, Math.min(LONGEST, hyphened.length()));
        return cut.replaceAll("^-|-$", "");
    }

    private static int distance(String word, String candidate) {
        int letters = LevenshteinDistance.getDefaultInstance().apply(word, candidate);
        return sorted(word).equals(sorted(candidate)) ? Math.min(1, letters) : letters;
    }

    private static String sorted(String word) {
        return word.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
