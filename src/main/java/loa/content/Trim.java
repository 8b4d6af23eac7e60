package loa.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import loa.article.Byline;
import loa.page.Attachment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Copies an article out of its region, without what is not the article; the page stays as it is. */
final class Trim {

    private static final int SHORTEST_LIST = 20;

    /** The share of the article's prose that a list of links does not have. */
    private static final double MOST_IN_LIST = 0.3;

    /** How much a line says beside its link that is more than a label. */
    private static final int SHORTEST_FREE = 30;

    private static final int LARGEST_ATTACHMENT = 500;

    private static final Set<String> UNREADABLE =
            Set.of("script", "style", "template", "svg", "button", "select", "option", "textarea");

    /** From how many lines on they are no remark of the page's. */
    private static final int FEWEST_LINES = 3;

    private static final Set<String> KEPT = Set.of("li", "table", "blockquote");

    private static final Set<String> LINES =
            Set.of("p ul ol li dl dt dd table thead tbody tfoot tr td th blockquote pre".split(" "));

    private final Layout layout;
    private final Region article;
    private final Set<Node> dropped = new HashSet<>();

    private Trim(Layout layout, Region article) {
        this.layout = layout;
        this.article = article;
    }

    /** A new element that holds the article, the lead first. */
    static Element copy(
            Layout layout, Region article, Predicate<Block> isTitle, List<Block> leads, Optional<ToldBody> told) {
        Trim trim = new Trim(layout, article);
        trim.dropRegions();
        told.ifPresent(trim::dropUntold);
        trim.dropBlocks(block -> block.isCommon()
                || block.region.element.nameIs("h1")
                || isTitle.test(block)
                || LeadFinder.isSaid(block, leads));
        trim.dropEnds();
        Element copy = trim.copy();
        for (int i = leads.size() - 1; i >= 0; i--) {
            copy.prependChild(new Element("p")
                    .appendChild(new Element("strong").text(leads.get(i).text())));
        }
        return copy;
    }

    private void dropRegions() {
        List<Region> inner = layout.regions().subList(article.index + 1, article.end);
        inner.forEach(region -> region.out |= isLinks(region) || (region.parent != null && region.parent.out));
        inner.stream().filter(region -> region.out).forEach(region -> dropped.add(region.element));
    }

    /** Drops paragraphs that the page does not tell machines, if it tells them nearly all. */
    private void dropUntold(ToldBody told) {
        List<Block> paragraphs = layout.blocks().stream()
                .filter(block -> article.holds(block.region) && !block.region.out && block.prose() > 0)
                .toList();
        if (told.isWhole(paragraphs)) {
            paragraphs.stream()
                    .dropWhile(block -> !told.says(block.letters()))
                    .filter(block -> !told.says(block.letters()))
                    .filter(block -> KEPT.stream().noneMatch(block::isIn))
                    .forEach(block -> dropped.addAll(block.nodes));
        }
    }

    private boolean isLinks(Region region) {
        return region.units >= SHORTEST_LIST
                && region.prose < MOST_IN_LIST * article.prose
                && region.linked * 2 > region.units
                && region.prose * 2 < region.units
                && !(region.blocks == 1 && region.units - region.linked >= SHORTEST_FREE)
                && !holdsFile(region);
    }

    /** Documents that an article names belong to it. */
    private static boolean holdsFile(Region region) {
        return region.units < LARGEST_ATTACHMENT
                && region.element.getElementsByTag("a").stream().anyMatch(link -> Attachment.isAt(link.attr("href")));
    }

    private void dropBlocks(Predicate<Block> isNone) {
        layout.blocks().stream()
                .filter(block -> article.holds(block.region) && isNone.test(block))
                .forEach(block -> dropped.addAll(block.nodes));
    }

    /** Drops what stands before the first paragraph, but its own heading, and after the last one, but sentences. */
    private void dropEnds() {
        List<Block> blocks = layout.blocks().stream()
                .filter(block -> article.holds(block.region) && !block.region.out && !block.region.caption)
                .filter(block -> !dropped.containsAll(block.nodes))
                .toList();
        int first = 0;
        while (first < blocks.size() && !isText(blocks.get(first))) {
            first++;
        }
        int last = blocks.size() - 1;
        while (last > first && !isText(blocks.get(last))) {
            last--;
        }
        if (first < blocks.size()) {
            first -= linesBeside(blocks.get(first), reversed(blocks.subList(0, first)));
            last += linesBeside(blocks.get(last), blocks.subList(last + 1, blocks.size()));
        }
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean isHead = i < first && !(i == first - 1 && i < last && opens(block, blocks.get(i + 1)));
            boolean isTail = i > last && !isEnding(block);
            if (isHead || isTail) {
                dropped.addAll(block.nodes);
            }
        }
    }

    /** How many of the lines that follow a paragraph belong to it: a list, a table, verse, set where the paragraph is set. */
    private int linesBeside(Block paragraph, List<Block> following) {
        Region place = place(paragraph.region);
        int lines = 0;
        int end = 0;
        for (int i = 0; i < following.size(); i++) {
            Block block = following.get(i);
            if (place(block.region) != place || Noise.isNoise(block.text())) {
                break;
            }
            if (block.units() > 0 && !block.isLinked() && !block.isHeading()) {
                lines++;
                end = i + 1;
            }
        }
        return lines < FEWEST_LINES ? 0 : end;
    }

    /** Where paragraphs stand side by side with this one. */
    private Region place(Region line) {
        Region place = line;
        while (place != article && place.parent != null && LINES.contains(place.element.normalName())) {
            place = place.parent;
        }
        return place;
    }

    private static List<Block> reversed(List<Block> blocks) {
        List<Block> reversed = new ArrayList<>(blocks);
        Collections.reverse(reversed);
        return reversed;
    }

    private boolean isText(Block block) {
        return article.sparse ? BodyFinder.isText(block) : block.prose() > 0;
    }

    /** Whether this is the heading of the first paragraph, set as one or as a bold line beside it. */
    private static boolean opens(Block block, Block paragraph) {
        return block.isHeading()
                || (block.isBold()
                        && block.region != paragraph.region
                        && block.region.parent == paragraph.region.parent
                        && BodyFinder.isText(block)
                        && Byline.signature(block.text()).isEmpty());
    }

    private static boolean isEnding(Block block) {
        return !block.isHeading()
                && (holdsFile(block.region)
                        || block.endsSentence()
                        || Byline.signature(block.text()).isPresent()
                        || Byline.ofPictures(block.text()).isPresent());
    }

    private Element copy() {
        Element copy = new Element("div");
        copy.setBaseUri(article.element.baseUri());
        Set<Node> captions = new HashSet<>();
        layout.blocks().stream()
                .filter(block -> block.region.caption && block.region.pictures > 0)
                .forEach(block -> captions.addAll(block.nodes));
        layout.downwards((parent, child) -> {
            if (child.caption && child.pictures == 0 && (!parent.caption || parent.pictures > 0)) {
                captions.add(child.element);
            }
        });
        article.element.filter(new Copier(copy, captions));
        return copy;
    }

    private final class Copier implements NodeFilter {
        private final Set<Node> captions;
        private @Nullable Element at;
        private boolean hasText;

        Copier(Element copy, Set<Node> captions) {
            this.at = copy;
            this.captions = captions;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (isSkipped(node) || (node.nameIs("audio") && !hasText)) {
                return FilterResult.SKIP_ENTIRELY; // what reads the article aloud stands before it
            }
            hasText |= node instanceof TextNode text && !text.isBlank();
            if (depth > 0 && at != null) {
                boolean isCaption = captions.contains(node);
                if (node instanceof Element element) {
                    Element shallow = element.shallowClone();
                    at.appendChild(shallow);
                    at = isCaption ? shallow.tagName("figcaption") : shallow;
                } else {
                    (isCaption ? at.appendElement("figcaption") : at).appendChild(node.clone());
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (depth > 0 && at != null && node instanceof Element && !isSkipped(node)) {
                at = at.parent();
            }
            return FilterResult.CONTINUE;
        }

        private boolean isSkipped(Node node) {
            return dropped.contains(node)
                    || !(node instanceof Element || node instanceof TextNode)
                    || UNREADABLE.contains(node.normalName())
                    || (node instanceof Element element && Layout.isHidden(element));
        }
    }
}
