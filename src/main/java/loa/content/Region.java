package loa.content;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element that begins a line, and what the text in it amounts to. */
final class Region {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    final Element element;
    /** Null for the outermost one. */
    final @Nullable Region parent;

    final Hints hint;
    /** Its place in the page; what it holds has the places from the next one to before {@code end}. */
    final int index;

    int end;

    /** Whether this is a heading, or stands in one. */
    final boolean inHeading;

    int pictures;
    int headings;
    int blocks;
    int units;
    int linked;
    int prose;
    /** The prose in it that stands where the page says that the article is. */
    int bodyProse;

    boolean titled;
    boolean caption;
    boolean out;
    /** Whether it is an article though it holds hardly any running text: verse, a table, a few words. */
    boolean sparse;

    Region(Element element, Hints hint, @Nullable Region parent, int index) {
        this.element = element;
        this.parent = parent;
        this.hint = hint;
        this.index = index;
        this.inHeading = HEADINGS.contains(element.normalName()) || (parent != null && parent.inHeading);
        this.caption = hint == Hints.CAPTION || (parent != null && parent.caption && hint != Hints.BODY);
    }

    boolean isHeading() {
        return HEADINGS.contains(element.normalName());
    }

    boolean holds(Region other) {
        return index <= other.index && other.index < end;
    }

    void add(Block block) {
        blocks++;
        headings += block.isHeading() ? 1 : 0;
        units += block.units();
        linked += block.linked();
        prose += block.prose();
    }

    void add(Region child) {
        pictures += child.pictures;
        blocks += child.blocks;
        headings += child.headings;
        units += child.units;
        linked += child.linked;
        prose += child.prose;
        bodyProse += child.hint == Hints.BODY ? child.prose : child.bodyProse;
    }
}
