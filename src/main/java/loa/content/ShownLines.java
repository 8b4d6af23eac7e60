package loa.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Text;
import org.jspecify.annotations.Nullable;

/** The lines of a page that can be its headline, and how well it shows what somebody says is the headline. */
final class ShownLines {

    private static final int LONGEST = 400;

    /** The share of words that two wordings of one headline have in common. */
    private static final double LIKE = 0.4;

    /** The fewest letters of a headline that a longer line ends with. */
    private static final int SHORTEST_END = 15;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern KICKER_END = Pattern.compile("(?::|\\s[/|–—-])\\s+");

    private final Map<String, Block> lines = new HashMap<>();
    /** Those that are no links, the ones of the first rank first. */
    private final List<Block> headings = new ArrayList<>();
    /** Those of them that stand in no bar or box, as the name of the page in a breadcrumb trail does. */
    private final Set<Block> mains = new LinkedHashSet<>();

    private final String pageTitle;

    /**
     * @param pageTitle what the browser's tab says
     * @param sites the letters of the site's names, which are no headlines
     */
    ShownLines(Layout layout, String pageTitle, Set<String> sites) {
        this.pageTitle = pageTitle;
        int first = 0;
        for (Block block : layout.blocks()) {
            if (block.units() <= LONGEST) {
                boolean isHeading = block.isInHeading()
                        && !block.isLinked()
                        && !block.isCommon()
                        && !sites.contains(block.letters());
                boolean isMain = isHeading && !layout.isBeside(block.region);
                if (isMain) {
                    mains.add(block);
                }
                if (isHeading) {
                    headings.add(block.isIn("h1") ? first++ : headings.size(), block);
                }
                lines.merge(
                        block.letters(), block, (former, later) -> isMain && !mains.contains(former) ? later : former);
            }
        }
    }

    /** The line with these letters, whatever stands between them. */
    Optional<String> line(String letters) {
        return Optional.ofNullable(lines.get(letters)).map(Block::text);
    }

    /** The line with these letters, if it is not the site's: other pages do not show it, too, and it does not lead home. */
    Optional<String> own(String letters) {
        return Optional.ofNullable(lines.get(letters))
                .filter(line -> !line.isCommon() && !line.leadsHome())
                .map(Block::text);
    }

    /** The lines that begin with these letters. */
    Stream<String> beginningWith(String letters) {
        return lines.values().stream()
                .filter(line -> !letters.isEmpty() && line.letters().startsWith(letters))
                .map(Block::text);
    }

    /** The heading of the page. */
    Optional<String> heading() {
        return Stream.concat(headings.stream().filter(mains::contains), headings.stream())
                .findFirst()
                .map(Block::text);
    }

    /** Whether a heading says this, and perhaps more. */
    boolean isInHeading(String letters) {
        return headings.stream().anyMatch(heading -> heading.letters().contains(letters));
    }

    Showing showing(String claim) {
        String letters = Text.letters(claim);
        Showing heading = asHeading(letters);
        if (heading != Showing.NOT) {
            return heading;
        }
        if (isKickerWithHeading(claim)) {
            return Showing.IN_HEADING;
        }
        return lines.containsKey(letters) ? Showing.SOMEWHERE : isLikeHeading(claim) ? Showing.LIKE : Showing.NOT;
    }

    /** What is left of the claim without the kicker before it, if the page shows that as its heading and the kicker nowhere. */
    Optional<String> withoutKicker(String claim) {
        String[] parts = KICKER_END.split(claim, 2);
        return parts.length > 1 && asHeading(Text.letters(parts[1])) != Showing.NOT && !isShownKicker(parts[0])
                ? Optional.of(parts[1])
                : Optional.empty();
    }

    private boolean isShownKicker(String kicker) {
        String letters = Text.letters(kicker);
        return lines.keySet().stream().anyMatch(line -> line.contains(letters))
                || mains.stream().anyMatch(heading -> isLike(kicker, heading.text()));
    }

    private Showing asHeading(String letters) {
        @Nullable Block same = lines.get(letters);
        if (same != null && mains.contains(same)) {
            return Showing.HEADING;
        }
        boolean isEnd = letters.length() >= SHORTEST_END
                && mains.stream().anyMatch(heading -> heading.letters().endsWith(letters));
        return isEnd ? Showing.IN_HEADING : Showing.NOT;
    }

    /** Whether the page shows the kicker and the rest in two lines. */
    private boolean isKickerWithHeading(String claim) {
        String[] parts = KICKER_END.split(claim, 2);
        return parts.length > 1
                && lines.containsKey(Text.letters(parts[0]))
                && asHeading(Text.letters(parts[1])) == Showing.HEADING;
    }

    private boolean isLikeHeading(String claim) {
        return Stream.concat(headings.stream().map(Block::text), Stream.of(pageTitle))
                .anyMatch(line -> isLike(claim, line));
    }

    private static boolean isLike(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        int fewer = Math.min(words.size(), others.size());
        words.retainAll(others);
        return fewer > 0 && words.size() >= LIKE * fewer;
    }

    private static Set<String> words(String line) {
        Set<String> words = new HashSet<>(List.of(NO_LETTERS.split(line.toLowerCase(Locale.ROOT), -1)));
        words.remove("");
        return words;
    }

    /** How a page shows a headline, the worst first. */
    enum Showing {
        NOT,
        /** It shows a heading of much the same words. */
        LIKE,
        SOMEWHERE,
        /** With a kicker before it, as a part of the heading or of itself. */
        IN_HEADING,
        HEADING
    }
}
