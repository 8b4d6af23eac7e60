package loa.content;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import loa.page.DateLike;
import org.jspecify.annotations.Nullable;

/** Finds the body of an article without a selector: the region that holds the most running text and the fewest links. */
final class BodyFinder {

    /** The least prose that is an article. */
    private static final int SHORTEST = 140;

    /** The least that is an article where there is nothing better. */
    private static final int SHORTEST_SPARSE = 40;

    /** What leaves no doubt that it is one. */
    private static final int LARGE = 500;

    /** What a picture counts there. */
    private static final int PICTURE = 40;

    /** How far around a text its pictures are looked for. */
    private static final int PICTURE_LEVELS = 2;

    private static final int MOST_LINKS = 80;

    /** The share of a page's few words that an article has of it. */
    private static final double NEARLY_ALL = 0.85;

    private static final int LONGEST_DATE_LINE = 80;

    /** A day, even where nothing parts it from what stands around it. */
    private static final Pattern DAY = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}");

    /** What a list item counts: lists of other articles are set as lists, articles seldom are. */
    private static final double LIST_ITEM = 0.5;

    private static final double BODY_SHARE = 0.1;
    private static final double CARD_SHARE = 0.3;
    private static final int LARGEST_CARD = 800;
    private static final int SHORTEST_HEADING = 15;
    private static final int LARGEST_CAPTION = 500;
    private static final int MOST_CAPTION_BLOCKS = 3;
    private static final int LARGEST_LINE = 120;

    private final Layout layout;
    private final Region whole;
    private final Predicate<Block> isTitle;
    /** Links to other articles, under a heading that says so. */
    private final Set<Block> others = new HashSet<>();

    private BodyFinder(Layout layout, Predicate<Block> isTitle) {
        this.layout = layout;
        this.whole = layout.regions().get(0);
        this.isTitle = isTitle;
    }

    /** The region of the body; all that is not the article is marked as out. */
    static Optional<Region> find(Layout layout, Predicate<Block> isTitle) {
        return layout.regions().isEmpty() ? Optional.empty() : new BodyFinder(layout, isTitle).find();
    }

    private Optional<Region> find() {
        layout.blocks().stream().filter(isTitle).forEach(this::markTitled);
        layout.regions().forEach(region -> region.out |= isAside(region));
        markNext();
        layout.regions().forEach(region -> region.caption |= isPicture(region));
        layout.blocks().forEach(this::markCard);
        markOthers();
        layout.blocks().stream().filter(BodyFinder::pointsElsewhere).forEach(others::add);
        layout.downwards((parent, child) -> {
            child.out |= parent.out;
            child.caption |= parent.caption;
        });
        return best().or(() -> sparse());
    }

    private void markTitled(Block title) {
        for (Region region = title.region; region != null && !region.titled; region = region.parent) {
            region.titled = true;
        }
    }

    private boolean isAside(Region region) {
        boolean holdsBody =
                region.titled || (region.bodyProse * 2 > region.prose && region.bodyProse > BODY_SHARE * whole.prose);
        return region.hint == Hints.ASIDE
                && region != whole
                && (!holdsBody || (!region.titled && Hints.isOverPage(region.element)))
                && (region.prose < Layout.ASIDE_SHARE * whole.prose
                        || Hints.isFrame(region.element)
                        || Hints.isOverPage(region.element)
                        || (Hints.isOfReaders(region.element) && whole.prose - region.prose >= LARGE));
    }

    /** Marks further articles, each with a headline of its own, with which the page goes on. */
    private void markNext() {
        List<Region> articles = layout.regions().stream()
                .filter(region -> region.element.nameIs("article"))
                .toList();
        int end = articles.stream()
                .filter(region -> region.titled && region.prose >= LARGE)
                .mapToInt(region -> region.end)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        articles.stream()
                .filter(region -> region.index >= end && !region.titled && holdsHeadline(region))
                .forEach(region -> region.out = true);
    }

    private static boolean holdsHeadline(Region region) {
        return region.element.selectFirst("h1") != null;
    }

    private boolean isPicture(Region region) {
        return region.pictures > 0
                && region != whole
                && !region.titled
                && region.blocks <= MOST_CAPTION_BLOCKS
                && region.units < LARGEST_CAPTION
                && (Hints.isPicture(region.element) || isFrameOfPicture(region));
    }

    /** Whether it holds a picture and a line or two that are no running text, whatever it is called. */
    private static boolean isFrameOfPicture(Region region) {
        return region.pictures == 1
                && region.blocks > 0
                && region.headings == 0
                && region.units <= LARGEST_LINE
                && region.linked == 0
                && region.element.nameIs("div");
    }

    /** Marks what a heading that is a link stands in, as long as that has no other heading: another article's card. */
    private void markCard(Block block) {
        if (!block.isHeading() || !block.isLinked() || block.units() < SHORTEST_HEADING || isTitle.test(block)) {
            return;
        }
        Region card = block.region;
        while (card.parent != null && isCardOf(block, card)) {
            card = card.parent;
        }
        card.out |= card.prose < CARD_SHARE * whole.prose && card.units < LARGEST_CARD && !card.titled;
    }

    /** Notes the links behind each heading, in what holds both. */
    private void markOthers() {
        @Nullable Region around = null;
        for (Block block : layout.blocks()) {
            if (Noise.isOfOthers(block.text())) {
                Region holder = block.region.parent == null ? block.region : block.region.parent;
                around = around != null && around.holds(holder) ? around : holder;
            }
            if (around != null && around.holds(block.region) && block.isLinked()) {
                others.add(block);
            }
        }
    }

    /** A line in the midst of an article that names another one to read. */
    private static boolean pointsElsewhere(Block block) {
        return block.linked() * 2 > block.units() && Noise.beginsWithOthers(block.text());
    }

    private static boolean isCardOf(Block heading, Region card) {
        Region wider = card.parent;
        return card.units <= heading.units() * 1.2
                || (wider != null && wider.headings == 1 && wider.units < LARGEST_CARD);
    }

    private Optional<Region> best() {
        List<Region> regions = layout.regions();
        double[] worth = new double[regions.size()];
        layout.blocks().stream()
                .filter(block -> !block.region.out && !others.contains(block))
                .forEach(block -> worth[block.region.index] += worth(block));
        layout.upwards((parent, child) -> worth[parent.index] += worth[child.index]);
        Optional<Region> best = regions.stream()
                .filter(region -> worth[region.index] >= SHORTEST)
                .max(Comparator.comparingDouble((Region region) -> worth[region.index])
                        .thenComparing(region -> region.index));
        best.ifPresent(region -> Surroundings.drop(layout, region, worth, isTitle));
        return best.map(region -> withPictures(region, worth));
    }

    /** Where the page shows the title, though, hardly any running text: what stands behind the title. */
    private Optional<Region> sparse() {
        List<Block> texts = layout.blocks().stream()
                .dropWhile(block -> !isTitle.test(block))
                .filter(block -> !isTitle.test(block) && !block.region.out && !others.contains(block))
                .toList();
        Optional<Region> found = named(texts).or(() -> densest(texts));
        found.ifPresent(region -> region.sparse = true);
        return found;
    }

    /** The outermost region that the markup calls the article's. */
    private Optional<Region> named(List<Block> texts) {
        return layout.regions().stream()
                .filter(region -> region.hint == Hints.BODY && !region.titled && !region.out)
                .filter(region -> texts.stream().anyMatch(block -> region.holds(block.region) && isText(block)))
                .findFirst();
    }

    private Optional<Region> densest(List<Block> texts) {
        List<Region> regions = layout.regions();
        double[] worth = new double[regions.size()];
        texts.forEach(block ->
                worth[block.region.index] += (isText(block) ? block.units() - block.linked() : 0) - block.linked());
        layout.upwards((parent, child) -> worth[parent.index] += worth[child.index]);
        Optional<Region> most = regions.stream()
                .filter(region ->
                        worth[region.index] > 0 && worth[region.index] + PICTURE * region.pictures >= SHORTEST_SPARSE)
                .max(Comparator.comparingDouble((Region region) -> worth[region.index])
                        .thenComparing(region -> region.index));
        return most.flatMap(all -> regions.stream()
                        .filter(region -> all.holds(region) && worth[region.index] >= NEARLY_ALL * worth[all.index])
                        .max(Comparator.comparingInt(region -> region.index)))
                .map(region -> withPictures(region, worth));
    }

    /** The region, or one around it that holds no more text of worth, but more pictures: they stand beside it. */
    private Region withPictures(Region region, double[] worth) {
        Region widest = region;
        Region around = region.parent;
        for (int level = 0; level < PICTURE_LEVELS && around != null && around != whole; level++) {
            double links = (double) around.linked - region.linked;
            boolean addsText = worth[around.index] + links > worth[region.index];
            if (around.titled || addsText || links > MOST_LINKS) {
                break;
            }
            widest = around.pictures > widest.pictures ? around : widest;
            around = around.parent;
        }
        return widest;
    }

    /** Whether the line can be one of an article's that has hardly any running text. */
    static boolean isText(Block block) {
        return block.units() > 0
                && !block.isCommon()
                && !block.isLinked()
                && !isDateLine(block)
                && !Noise.isNoise(block.text());
    }

    private static boolean isDateLine(Block block) {
        return block.units() <= LONGEST_DATE_LINE
                && !block.endsSentence()
                && (DateLike.isIn(block.text()) || DAY.matcher(block.text()).find());
    }

    private static double worth(Block block) {
        double kind = block.prose() > 0 && block.region.element.nameIs("li") ? LIST_ITEM : 1;
        return kind * (block.prose() - block.linked());
    }
}
