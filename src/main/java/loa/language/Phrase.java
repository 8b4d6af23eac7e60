package loa.language;

import java.util.Locale;

/** Something said to the officer, in both languages. */
public record Phrase(String english, String vietnamese) {

    /** Both sentences with the values in their places, as {@link String#format} puts them. */
    public static Phrase of(String english, String vietnamese, Object... values) {
        return new Phrase(String.format(Locale.ROOT, english, values), String.format(Locale.ROOT, vietnamese, values));
    }

    /** Both, the other behind this. */
    public Phrase and(Phrase other) {
        return new Phrase(english + "; " + other.english, vietnamese + "; " + other.vietnamese);
    }

    /** The sentence in the language of the locale: Vietnamese, or else English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("vi") ? vietnamese : english;
    }
}
