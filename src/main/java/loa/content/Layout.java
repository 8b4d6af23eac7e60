package loa.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** The text of a page as blocks in regions, both in the order of the page, measured in one pass. */
final class Layout {

    /** Elements that stand within a line. */
    private static final Set<String> INLINE =
            words("a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label"
                    + " mark o:p q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr");

    private static final Set<String> UNREADABLE =
            words("script style noscript template svg math object embed applet input select"
                    + " textarea option head iframe video audio canvas button");

    private static final Set<String> FILMS = words("video iframe object embed");

    private static final Pattern NOT_DISPLAYED = Pattern.compile("(?i)display\\s*:\\s*none");

    /** The id of what React sends late and hidden, for its script to show. */
    private static final Pattern STREAMED = Pattern.compile("S:\\w+");

    /** What holds this share of the page's prose is not aside, whatever it is called. */
    static final double ASIDE_SHARE = 0.4;

    private final List<Region> regions = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    private Layout() {}

    static Layout of(Element root) {
        Layout layout = new Layout();
        root.filter(layout.new Pass());
        return layout;
    }

    /** Measures the regions. */
    void measure(Predicate<Block> isCommon) {
        blocks.stream().filter(isCommon).forEach(Block::markCommon);
        blocks.forEach(block -> block.region.add(block));
        upwards(Region::add);
    }

    /** Whether it stands in a bar or a box that holds little of the page's prose. */
    boolean isBeside(Region region) {
        double most = ASIDE_SHARE * regions.get(0).prose;
        Region around = region;
        while (around != null && (around.hint != Hints.ASIDE || around.prose >= most)) {
            around = around.parent;
        }
        return around != null;
    }

    List<Region> regions() {
        return regions;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Does this for each region and its parent, the inner ones first. */
    void upwards(Step step) {
        for (int i = regions.size() - 1; i > 0; i--) {
            Region region = regions.get(i);
            if (region.parent != null) {
                step.from(region.parent, region);
            }
        }
    }

    /** Does this for each region and its parent, the outer ones first. */
    void downwards(Step step) {
        for (Region region : regions) {
            if (region.parent != null) {
                step.from(region.parent, region);
            }
        }
    }

    /** What is done with two regions of which one directly holds the other. */
    interface Step {
        void from(Region parent, Region child);
    }

    static boolean isHidden(Element element) {
        return (element.hasAttr("hidden") && !STREAMED.matcher(element.id()).matches())
                || (element.hasAttr("style")
                        && NOT_DISPLAYED.matcher(element.attr("style")).find());
    }

    private static Set<String> words(String table) {
        return Set.of(table.split(" ", -1));
    }

    private final class Pass implements NodeFilter {
        private @Nullable Region region;
        private @Nullable Block block;
        private int links;
        private final Map<String, Hints> hints = new HashMap<>();

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                add(text);
            } else if (node instanceof Element element) {
                return enter(element);
            }
            return FilterResult.CONTINUE;
        }

        private FilterResult enter(Element element) {
            String name = element.normalName();
            if (FILMS.contains(name) && region != null) {
                region.pictures++;
            }
            if (UNREADABLE.contains(name) || isHidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (name.equals("br")) {
                block = null;
            } else if (name.equals("a")) {
                links++;
            } else if (name.equals("img") && region != null) {
                region.pictures++;
            } else if (!INLINE.contains(name)) {
                block = null;
                region = new Region(element, hint(element), region, regions.size());
                regions.add(region);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (region != null && region.element == node) {
                region.end = regions.size();
                region = region.parent;
                block = null;
            } else if (node.nameIs("a")) {
                links--;
            }
            return FilterResult.CONTINUE;
        }

        /** Pages repeat their names. */
        private Hints hint(Element element) {
            if (element.attributesSize() == 0) {
                return hints.computeIfAbsent(element.normalName(), unknown -> Hints.of(element));
            }
            String names = element.normalName()
                    + '.'
                    + element.className()
                    + '#'
                    + element.id()
                    + '@'
                    + element.attr("role")
                    + element.attr("itemprop");
            return hints.computeIfAbsent(names, unknown -> Hints.of(element));
        }

        private void add(TextNode text) {
            if (block == null && region != null && !text.isBlank()) {
                block = new Block(region);
                blocks.add(block);
            }
            if (block != null) {
                block.add(text, links > 0);
            }
        }
    }
}
