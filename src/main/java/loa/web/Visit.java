package loa.web;

import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import loa.feed.Newsroom;
import loa.language.Phrase;

/**
 * Who looks at which page: what its words, its dates and its links to other pages depend on. Links are relative, so that the
 * pages work at whatever address they are looked at; what is there to be copied has the newsroom's.
 *
 * @param isChosen whether the language is the reader's choice on a page, which goes with them to the next one
 * @param path of the page
 */
public record Visit(Newsroom newsroom, Locale language, boolean isChosen, String path, Times times) {

    private static final List<String> LANGUAGES = List.of("vi", "en");

    static Visit of(Context context, String path, Newsroom newsroom, ZoneId zone) {
        String chosen = Parameter.values(context.queryString(), "lang").stream()
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse("");
        Locale language = Locale.forLanguageTag(chosen.isEmpty() ? asked(context) : chosen);
        return new Visit(newsroom, language, !chosen.isEmpty(), path, new Times(zone, language));
    }

    /** English for who asks for it before Vietnamese, Vietnamese for everyone else. */
    private static String asked(Context context) {
        String asked = context.header("Accept-Language");
        try {
            return asked != null && "en".equals(Locale.lookupTag(Locale.LanguageRange.parse(asked), LANGUAGES))
                    ? "en"
                    : "vi";
        } catch (IllegalArgumentException malformed) {
            return "vi";
        }
    }

    public String say(String english, String vietnamese) {
        return say(new Phrase(english, vietnamese));
    }

    public String say(Phrase phrase) {
        return phrase.in(language);
    }

    /** The address of one of the pages for people, in the language that was chosen. */
    public String to(String page) {
        return file(page.substring(1)) + (isChosen ? "?lang=" + language.getLanguage() : "");
    }

    /** The address of something at the root of this server. */
    public String file(String name) {
        int folders = (int) path.chars().filter(c -> c == '/').count() - 1;
        return (folders == 0 ? "./" : "../".repeat(folders)) + name;
    }
}
