package loa.collect;

import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.Identity;
import loa.article.Likeness;
import loa.article.Likeness.Sighting;
import loa.article.ParsedArticle;
import loa.source.Whereabouts;
import loa.source.Whereabouts.Elsewhere;
import loa.source.Whereabouts.Gone;
import loa.source.Whereabouts.Present;
import loa.source.Whereabouts.Unclear;
import loa.store.ArticleStore;
import loa.store.Kin;
import loa.store.Known;

/**
 * Tells whether an article under an address that is not known is one that is kept. {@link Likeness} says how much alike the
 * two have to be; what their addresses say decides how much that is. Where it is in doubt they are two articles.
 */
final class Recognition {

    /** Requests that one new article may cost to find out where those are that are like it. */
    private static final int MOST_QUESTIONS = 3;

    private final ArticleStore store;
    private final Identity identity;
    private final Function<URI, Whereabouts> whereabouts;

    /**
     * A recogniser.
     *
     * @param whereabouts asks what is found at an address now
     */
    Recognition(ArticleStore store, Identity identity, Function<URI, Whereabouts> whereabouts) {
        this.store = store;
        this.identity = identity;
        this.whereabouts = whereabouts;
    }

    /**
     * Which kept article this is.
     *
     * @param displaced what its listing showed in its place before
     */
    Verdict same(ParsedArticle article, String listedAs, Set<String> displaced) {
        Sighting sighting = new Sighting(article);
        Set<String> former =
                Stream.concat(displaced.stream(), article.alsoAt().stream()).collect(Collectors.toSet());
        List<Alike> alike = store.kin(article, listedAs).stream()
                .map(kin -> new Alike(kin, kin.to(sighting)))
                .toList();
        return alike.stream()
                .filter(one -> one.isVouchedFor(article)
                        || (one.likeness.isNearlyCertain() && isOneOf(former, article.source(), one.kin)))
                .findFirst()
                .map(Alike::same)
                .orElseGet(() -> whereaboutsOf(alike, article, listedAs));
    }

    /** As the same, judged by what is found where those are that are most like it. */
    private Verdict whereaboutsOf(List<Alike> alike, ParsedArticle article, String listedAs) {
        boolean isOpen = false;
        List<Alike> likeliest = alike.stream()
                .filter(one -> one.likeness.isLikely() || one.likeness.isNearlyCertain())
                .sorted(Comparator.comparingDouble((Alike one) -> one.likeness.text())
                        .reversed())
                .limit(MOST_QUESTIONS)
                .toList();
        for (Alike one : likeliest) {
            Whereabouts found = whereabouts.apply(one.kin.link());
            if (hasMoved(one, found, article, listedAs)) {
                return one.same();
            }
            isOpen |= found instanceof Unclear;
        }
        return new Verdict(OptionalLong.empty(), isOpen);
    }

    /** Whether this is the known article, whose address it claims to have. */
    boolean is(Known known, ParsedArticle article) {
        return store.kept(known.id())
                .filter(kept -> kept.to(new Sighting(article)).isLikely())
                .isPresent();
    }

    /** Whether the article has, or had, one of these keys: it may have moved more than once. */
    private boolean isOneOf(Set<String> keys, String source, Kin kin) {
        return keys.stream()
                .flatMap(key -> store.known(source, key).stream())
                .anyMatch(known -> known.id() == kin.id());
    }

    private boolean hasMoved(Alike one, Whereabouts found, ParsedArticle article, String listedAs) {
        Set<String> here = new HashSet<>(List.of(article.key(), listedAs));
        if (found instanceof Present present && present.named().isPresent()) {
            String named = present.named().get();
            return (here.contains(named) && one.likeness.isLikely())
                    || (article.alsoAt().contains(named) && one.likeness.isNearlyCertain());
        } else if (found instanceof Elsewhere elsewhere) {
            here.addAll(article.alsoAt());
            boolean isNowhere = elsewhere.key().equals(identity.key(identity.root()));
            return (here.contains(elsewhere.key()) && one.likeness.isLikely())
                    || (isNowhere && one.likeness.isNearlyCertain());
        }
        return found instanceof Gone && one.likeness.isNearlyCertain();
    }

    private static String lastSegment(URI link) {
        String path = link.getRawPath().replaceFirst("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1) + "?" + link.getRawQuery();
    }

    /**
     * What was found out.
     *
     * @param same the number of the kept article, none if it is new as far as can be told
     * @param isOpen whether what would tell could not be asked now
     */
    record Verdict(OptionalLong same, boolean isOpen) {}

    /** A kept article, and how much it is like the one that is looked for. */
    private record Alike(Kin kin, Likeness likeness) {

        /** Whether the addresses say enough, without anybody asking. */
        boolean isVouchedFor(ParsedArticle article) {
            return (kin.hasItsNumber() && likeness.isLikely())
                    || (likeness.isIdentical() && (hasItsName(article) || isItsTwin(article)));
        }

        Verdict same() {
            return new Verdict(OptionalLong.of(kin.id()), false);
        }

        private boolean hasItsName(ParsedArticle article) {
            return lastSegment(kin.link()).equals(lastSegment(article.link()));
        }

        private boolean isItsTwin(ParsedArticle article) {
            return likeness.isLong()
                    && kin.body().references().equals(article.body().references());
        }
    }
}
