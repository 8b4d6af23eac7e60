package loa.content;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Marks as out the prose that stands around the core of an article: before the title, and behind the core unless it looks like a
 * further piece of it. Notices about cookies, boilerplate and other articles stand there; sites that set an article in
 * several pieces give the pieces one name, or one that says what they are.
 */
final class Surroundings {

    /** The share of the article's worth that its core has at least. */
    private static final double CORE = 0.6;

    private final Layout layout;
    private final Region article;
    private final Region core;
    /** Further pieces of the article, and what is in them. */
    private final Set<Region> pieces = new HashSet<>();
    /** What holds such a piece. */
    private final Set<Region> holders = new HashSet<>();

    private Surroundings(Layout layout, Region article, Region core) {
        this.layout = layout;
        this.article = article;
        this.core = core;
    }

    /** @param worth of each region, by its index */
    static void drop(Layout layout, Region article, double[] worth, Predicate<Block> isTitle) {
        new Surroundings(layout, article, core(layout, article, worth)).drop(isTitle);
    }

    /** The innermost region with most of the worth; what has text of its own is a paragraph, and its like stand beside it. */
    private static Region core(Layout layout, Region article, double[] worth) {
        Region core = article;
        Optional<Region> inner = Optional.of(article);
        while (inner.isPresent()) {
            core = inner.get();
            inner = inside(layout, core).stream()
                    .filter(region -> worth[region.index] >= CORE * worth[article.index])
                    .findFirst();
        }
        Region innermost = core;
        boolean isParagraph =
                layout.blocks().stream().anyMatch(block -> block.region == innermost && block.prose() > 0);
        return isParagraph && innermost != article && innermost.parent != null ? innermost.parent : innermost;
    }

    private static List<Region> inside(Layout layout, Region region) {
        return layout.regions().subList(region.index + 1, region.end);
    }

    private void drop(Predicate<Block> isTitle) {
        int title = layout.blocks().stream()
                .filter(isTitle)
                .mapToInt(block -> block.region.index)
                .findFirst()
                .orElse(core.end);
        List<Region> around = inside(layout, article).stream()
                .filter(region -> region.prose > 0 && !region.holds(core) && !core.holds(region))
                .toList();
        around.stream().filter(this::isPiece).forEach(this::keep);
        around.stream()
                .filter(region -> region.index > core.index || (title < core.index && region.end <= title))
                .filter(region -> !pieces.contains(region) && !holders.contains(region))
                .forEach(region -> region.out = true);
    }

    private void keep(Region piece) {
        pieces.add(piece);
        Region around = piece.parent;
        while (around != null && holders.add(around)) {
            around = around.parent;
        }
    }

    private boolean isPiece(Region region) {
        return region.hint == Hints.BODY
                || isAlike(region)
                || (region.parent != null && pieces.contains(region.parent));
    }

    /** Whether it has the name of the core, or of what holds the core beside it. */
    private boolean isAlike(Region region) {
        Region beside = core;
        while (beside.parent != null && beside.parent != region.parent) {
            beside = beside.parent;
        }
        String name = region.element.className();
        return beside.parent == region.parent && !name.isEmpty() && name.equals(beside.element.className());
    }
}
