package loa.article;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far two sightings say the same, which alone never makes them one article.
 *
 * <p>They <em>contradict</em> each other where each names facts (numbers, names) that the other does not, as last week's
 * notice and this week's do: an article that was edited keeps its facts or gains some. Two sightings are one article
 *
 * <ul>
 *   <li>if they are {@link #isLikely likely} to be, and the addresses vouch for it: they have the article's number in common,
 *       or the old one redirects to the new;
 *   <li>if they are {@linkplain #isNearlyCertain nearly certain} to be, and the old address is gone;
 *   <li>if they are {@linkplain #isIdentical identical}, and the addresses end in the same segment: one article filed in two
 *       sections;
 *   <li>if they are identical, {@linkplain #isLong long}, and refer to the same pages, files and pictures: one article under
 *       two names.
 * </ul>
 *
 * @param title the share of words that the titles have in common, from 0 to 1
 * @param titlesContradict whether each title has facts that the other has not
 * @param text the share of runs of words that the texts have in common, from 0 to 1
 * @param contained the share of the shorter text's runs of words that the longer has too
 * @param textsContradict whether each text has facts that the other has not; not asked where they have little in common
 * @param words in the shorter text; 0 where they have little in common
 * @param apart between their dates, null if one of them has none
 */
public record Likeness(
        double title,
        boolean titlesContradict,
        double text,
        double contained,
        boolean textsContradict,
        int words,
        @Nullable Duration apart) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int FEW_WORDS = 50;

    /** Texts that have less in common are two, whatever they say. */
    private static final double MOSTLY = 0.7;

    /** Of two sightings. */
    public static Likeness of(Sighting one, Sighting other) {
        long[] runs = one.runs();
        long[] others = other.runs();
        int shared = Runs.shared(runs, others);
        double contained = (double) shared / Math.max(1, Math.min(runs.length, others.length));
        boolean isAlike = contained >= MOSTLY;
        return new Likeness(
                shareOfWords(one.titleWords, other.titleWords),
                one.title.contradicts(other.title),
                shareOf(runs.length, others.length, shared),
                contained,
                isAlike && one.text().contradicts(other.text()),
                isAlike
                        ? Math.min(
                                one.text().words().size(), other.text().words().size())
                        : 0,
                apart(one.published, other.published));
    }

    /** Enough where the addresses vouch for it. */
    public boolean isLikely() {
        boolean titlesAgree = title >= 0.6 && !titlesContradict;
        boolean textsAgree = contained >= MOSTLY && text >= 0.4 && !textsContradict;
        return (textsAgree && (titlesAgree || !isOfAnotherDay())) || (titlesAgree && isOfTheSameDay());
    }

    /** Enough where the old address is gone: title and text nearly the same, and nothing in either speaks against it. */
    public boolean isNearlyCertain() {
        boolean nearlySame = title >= 0.6 && contained >= 0.9 && text >= 0.6;
        boolean same = title == 1 && text >= 0.95;
        boolean enough = (isLong() && isOfTheSameDay()) ? nearlySame : same;
        return enough && !titlesContradict && !textsContradict && !isOfAnotherDay();
    }

    /** Whether there is so much of both that nobody writes it twice. */
    public boolean isLong() {
        return words >= FEW_WORDS;
    }

    /** Enough where the addresses differ in the section alone. */
    public boolean isIdentical() {
        return title == 1 && text == 1 && apart != null && apart.isZero();
    }

    /** Enough for what is found at one and the same address, where an article may have been rewritten. */
    public boolean isRelated() {
        return title >= 0.3 || contained >= 0.3;
    }

    private boolean isOfTheSameDay() {
        return apart != null && apart.compareTo(DAY) < 0;
    }

    private boolean isOfAnotherDay() {
        return apart != null && !isOfTheSameDay();
    }

    private static @Nullable Duration apart(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other == null
                ? null
                : Duration.between(one, other).abs();
    }

    private static double shareOfWords(Set<String> one, Set<String> other) {
        return shareOf(one.size(), other.size(), (int)
                one.stream().filter(other::contains).count());
    }

    private static double shareOf(int one, int other, int shared) {
        int all = one + other - shared;
        return all == 0 ? 1 : (double) shared / all;
    }

    /** What an article says, prepared to be compared with others. */
    public static final class Sighting {

        private final Wording title;
        private final Set<String> titleWords;
        private final String said;
        private final @Nullable Instant published;
        private @Nullable Wording text;
        private long @Nullable [] runs;

        /**
         * Of an article.
         *
         * @param published as its source says it, null if it does not
         */
        public Sighting(String title, String text, @Nullable Instant published) {
            this.title = Wording.of(title);
            this.titleWords = new HashSet<>(this.title.words());
            this.said = text;
            this.published = published;
        }

        public Sighting(ParsedArticle article) {
            this(article.title(), article.body().text(), article.published());
        }

        /** Whether title and day leave it open that both are one article; if not, no text makes them so. */
        public boolean mayBe(String otherTitle, @Nullable Instant otherPublished) {
            Wording other = Wording.of(otherTitle);
            Set<String> others = new HashSet<>(other.words());
            Likeness atBest = new Likeness(
                    shareOfWords(titleWords, others),
                    title.contradicts(other),
                    1,
                    1,
                    false,
                    Integer.MAX_VALUE,
                    apart(published, otherPublished));
            return atBest.isLikely() || atBest.isNearlyCertain() || atBest.isIdentical();
        }

        private Wording text() {
            if (text == null) {
                text = Wording.of(said);
            }
            return text;
        }

        private long[] runs() {
            if (runs == null) {
                runs = Runs.of(said);
            }
            return runs;
        }
    }
}
