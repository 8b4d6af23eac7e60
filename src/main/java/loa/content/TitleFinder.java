package loa.content;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.Text;
import loa.content.Claims.Claim;
import loa.content.ShownLines.Showing;
import loa.language.Phrase;
import org.jsoup.nodes.Document;

/** Finds the headline: what the page says for machines if it shows the like, else what it shows as its heading. */
final class TitleFinder {

    private static final int SHORTEST_AROUND = 15;
    private static final int LONGEST_AROUND = 20;

    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|·•»«:–—-]+\\s+|\\s*[|｜»«]\\s*");

    private static final Pattern END = Pattern.compile("[\\s|｜·•»«:–—-]+$");

    private static final Phrase HEADING = new Phrase("the page's heading", "tiêu đề hiện trên trang");
    private static final Phrase LISTED = new Phrase("the listing", "trang danh sách");

    private final ShownLines shown;
    private final Set<String> sites;
    private final Claims data;
    private final String pageTitle;

    private TitleFinder(Document page, Layout layout, Claims data) {
        this.data = data;
        this.pageTitle = Text.line(page.title());
        this.sites =
                data.sites().stream().map(site -> Text.letters(site.value())).collect(Collectors.toSet());
        this.shown = new ShownLines(layout, pageTitle, sites);
    }

    /**
     * The headline of the page.
     *
     * @param listed what the listing calls the article, possibly shortened; may be empty
     */
    static Optional<Found<String>> find(Document page, Layout layout, Claims data, String listed) {
        return new TitleFinder(page, layout, data).find(listed);
    }

    /** Which blocks of the page show this as its title: headings, or where none does, other lines. */
    static Predicate<Block> isShownAs(String headline, Layout layout) {
        String letters = Text.letters(headline);
        Predicate<Block> says = block -> block.letters().equals(letters) || isAround(letters, block);
        boolean isHeading = layout.blocks().stream().anyMatch(block -> block.isInHeading() && says.test(block));
        return isHeading ? says.and(Block::isInHeading) : says;
    }

    /** Whether the heading says this and hardly more, such as where a link in it leads back to. */
    private static boolean isAround(String letters, Block block) {
        return block.isHeading()
                && letters.length() >= SHORTEST_AROUND
                && block.letters().length() <= letters.length() + LONGEST_AROUND
                && block.letters().contains(letters);
    }

    private Optional<Found<String>> find(String listed) {
        return claimed()
                .or(() -> entitled())
                .or(() -> asListed(listed))
                .or(() -> inHeading(listed))
                .or(() -> shown.heading().map(heading -> new Found<>(heading, HEADING)))
                .or(() -> Optional.of(new Found<>(listed, LISTED)).filter(found -> !listed.isEmpty()))
                .or(() -> parts(pageTitle).findFirst().map(part -> new Found<>(part, named("<title>"))))
                .filter(found -> !found.value().isEmpty());
    }

    /** The claim that the page shows best, of those that it shows alike the first. */
    private Optional<Found<String>> claimed() {
        return data.titles().stream()
                .filter(claim -> !sites.contains(Text.letters(claim.value())))
                .map(claim -> new Claim(withoutSite(claim.value()), claim.where()))
                .flatMap(claim -> Stream.concat(
                        Stream.of(claim),
                        shown.withoutKicker(claim.value()).map(rest -> new Claim(rest, claim.where())).stream()))
                .map(claim -> new ShownClaim(claim, shown.showing(claim.value())))
                .filter(claim -> claim.showing != Showing.NOT)
                .max(Comparator.comparing(ShownClaim::showing))
                .map(claim -> new Found<>(inPagesLetters(claim.claim.value()), named(claim.claim.where())));
    }

    /** As the page shows it, unless that runs a kicker into it. */
    private String inPagesLetters(String claim) {
        return shown.line(Text.letters(claim))
                .filter(line -> line.split(" ", -1).length >= claim.split(" ", -1).length)
                .orElse(claim);
    }

    /** What is shown of the page's title, before all else as a heading. */
    private Optional<Found<String>> entitled() {
        return Stream.concat(Stream.of(pageTitle), parts(pageTitle))
                .map(part -> Text.letters(part))
                .filter(part -> !sites.contains(part))
                .flatMap(part -> shown.own(part).stream())
                .filter(TitleFinder::isHeadline)
                .max(Comparator.comparing(shown::showing))
                .map(line -> new Found<>(line, HEADING));
    }

    /** What the title of the page or the listing says, where a heading says it and something else beside it. */
    private Optional<Found<String>> inHeading(String listed) {
        return Stream.concat(parts(pageTitle), Stream.of(listed))
                .filter(part -> isHeadline(part) && shown.isInHeading(Text.letters(part)))
                .findFirst()
                .map(part -> new Found<>(part, HEADING));
    }

    private static boolean isHeadline(String line) {
        return line.indexOf(' ') > 0 && line.length() > 15;
    }

    /** The line on the page that the listing's title is the beginning of. */
    private Optional<Found<String>> asListed(String listed) {
        return shown.beginningWith(Text.letters(listed))
                .min(Comparator.comparingInt(String::length))
                .map(line -> new Found<>(line, HEADING));
    }

    /** The claim without the names of the site and of its sections at its end. */
    private String withoutSite(String claim) {
        String rest = claimedAlone(claim).orElse(claim);
        for (List<String> parts = parts(rest).toList();
                parts.size() > 1;
                parts = parts(rest).toList()) {
            String last = siteAtEnd(rest, parts).orElse(parts.get(parts.size() - 1));
            String shorter =
                    END.matcher(rest.substring(0, rest.lastIndexOf(last))).replaceFirst("");
            if (isShownWhole(shorter)) {
                return shorter;
            }
            if (shorter.isEmpty() || !isSite(last)) {
                break;
            }
            rest = shorter;
        }
        return rest;
    }

    /** What another claim says without the site's name behind it. */
    private Optional<String> claimedAlone(String claim) {
        String letters = Text.letters(claim);
        return sites.stream().anyMatch(site -> !site.isEmpty() && letters.endsWith(site))
                ? data.titles().stream()
                        .map(Claim::value)
                        .filter(other -> isHeadline(other)
                                && other.length() < claim.length()
                                && letters.startsWith(Text.letters(other)))
                        .findFirst()
                : Optional.empty();
    }

    /** The site's whole name, which may have in itself what parts it from the headline. */
    private Optional<String> siteAtEnd(String claim, List<String> parts) {
        return parts.stream()
                .skip(1)
                .map(part -> claim.substring(claim.indexOf(part)))
                .filter(end -> sites.contains(Text.letters(end)))
                .findFirst();
    }

    private boolean isShownWhole(String line) {
        return !line.isEmpty() && shown.line(Text.letters(line)).isPresent();
    }

    private boolean isSite(String part) {
        return sites.stream().anyMatch(site -> site.startsWith(Text.letters(part)));
    }

    private static Stream<String> parts(String title) {
        return SEPARATOR.splitAsStream(title).filter(part -> !part.isEmpty());
    }

    private static Phrase named(String where) {
        return new Phrase(where, where);
    }

    private record ShownClaim(Claim claim, Showing showing) {}
}
