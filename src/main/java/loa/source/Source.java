package loa.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import loa.article.Candidate;
import loa.article.Hash;
import loa.article.Identity;
import loa.article.ParsedArticle;
import loa.article.Precision;
import loa.article.ReadDate;
import loa.content.SiteMemory;
import loa.fetch.PageVersion;
import loa.page.Trouble;
import org.jspecify.annotations.Nullable;

/** Where articles come from: lists that name them, and what is found behind each name. */
public interface Source {

    /** What feeds.yml says of it. */
    SourceSettings settings();

    /** Its lists, in the order of feeds.yml. */
    List<Section> sections();

    /**
     * What the list names, the newest first as the source has it. What belongs in no category is named all the same, in none:
     * a list without such names would seem to have lost its articles.
     *
     * @param known as which it was read before, if that is to be enough
     */
    Reading<List<Candidate>> candidates(Section section, Optional<PageVersion> known, Consumer<Trouble> troubles);

    /**
     * The article behind the candidate.
     *
     * @param known as which its page was read before, if that is to be enough
     */
    Reading<ParsedArticle> article(Candidate candidate, Optional<PageVersion> known, Consumer<Trouble> troubles);

    /**
     * What feeds.yml would have to say for the list to be read again, where what it says matches nothing there any more; empty
     * if it says nothing, or too little that is known is found without.
     *
     * @param isKnown whether an article that was found so is one that is kept
     */
    default Optional<String> mending(Section section, Predicate<Candidate> isKnown) {
        return Optional.empty();
    }

    /** What feeds.yml would have to say for the pages of these articles to be read again, in the same way. */
    default Optional<String> mending(List<Candidate> unreadable) {
        return Optional.empty();
    }

    /** What is found at the address of an article that may have moved. */
    Whereabouts whereabouts(URI address);

    /**
     * What the pages of these articles show alike, which is none of them; empty if that cannot be told. The pages are not
     * fetched again when the articles are read, until {@link #forget}.
     */
    Optional<SiteMemory> learn(List<Candidate> candidates);

    /** Lets go of what was fetched to learn from. */
    void forget();

    /** Leaves out of the articles what is known of the site from here on. */
    void remember(SiteMemory memory);

    default String name() {
        return settings().name();
    }

    /** The pause between two collections. */
    default Duration every() {
        return settings().every();
    }

    /** In which it prints its dates. */
    default ZoneId zone() {
        return settings().zone();
    }

    /** Changes when feeds.yml says anything else of this source. */
    default String fingerprint() {
        return Hash.of(settings());
    }

    /** How its articles are known. */
    default Identity identity() {
        return settings().identity();
    }

    /** The site's address. */
    default URI root() {
        return identity().root();
    }

    /** For how long an article's address is gone before the article is withdrawn. */
    default Duration withdrawAfter() {
        return settings().withdrawAfter();
    }

    /** A kept article as a list that says nothing of it would name it, on the site as it is now. */
    default Candidate candidate(
            URI link, String title, @Nullable URI image, Instant published, Set<String> categories) {
        return new Candidate(
                identity().key(link),
                identity().now(link),
                title,
                null,
                new ReadDate(published, Precision.MINUTE, false),
                image,
                categories);
    }
}
