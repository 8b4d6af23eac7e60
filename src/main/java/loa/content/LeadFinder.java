package loa.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import loa.article.Text;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Finds the lead of an article: what the page says for machines to describe it, or sets apart between title and text. */
final class LeadFinder {

    private static final int SHORTEST = 40;
    private static final int SHORTEST_HEADING = 80;
    private static final int MOST = 3;

    private static final Evaluator LINES = QueryParser.parse("p, div, .sapo, strong, b");
    private static final Evaluator BOLD = QueryParser.parse("strong:has(+ br), b:has(+ br)");
    private static final Evaluator BLOCKS = QueryParser.parse("p, div, table, ul, ol");

    private final Layout layout;
    private final Region article;
    private final List<String> descriptions;

    private LeadFinder(Layout layout, Region article, List<String> descriptions) {
        this.layout = layout;
        this.article = article;
        this.descriptions = descriptions.stream()
                .filter(description -> description.length() >= SHORTEST)
                .map(LeadFinder::beginning)
                .toList();
    }

    /** The first paragraph of some length of an article that has no lead. */
    static Optional<String> find(Element article) {
        return article.select(LINES).stream()
                .filter(element -> element.select(BLOCKS).size() <= 1)
                .map(element -> boldLine(element).orElse(Text.line(element.text())))
                .filter(text -> text.length() >= SHORTEST)
                .findFirst();
    }

    /** The line in bold with which the element begins and which is not all of it. */
    private static Optional<String> boldLine(Element element) {
        return Optional.ofNullable(element.selectFirst(BOLD))
                .map(bold -> Text.line(bold.text()))
                .filter(line ->
                        line.length() >= SHORTEST && Text.line(element.text()).startsWith(line));
    }

    /** The blocks of the lead, in or before the article's region; none if the first paragraph is it. */
    static List<Block> find(Layout layout, Region article, List<String> descriptions, Predicate<Block> isTitle) {
        return new LeadFinder(layout, article, descriptions).find(isTitle);
    }

    private List<Block> find(Predicate<Block> isTitle) {
        List<Block> leads = new ArrayList<>();
        boolean afterTitle = false;
        for (Block block : layout.blocks()) {
            if (isTitle.test(block)) {
                afterTitle = true;
                leads.clear();
            } else if (article.holds(block.region) && !block.region.out && block.prose() > 0 && !isNamedLead(block)) {
                break;
            } else if (isLead(block, afterTitle) && leads.size() < MOST && !isSaid(block, leads)) {
                leads.add(block);
            }
        }
        return leads;
    }

    /** Whether one of these leads is the same: some pages show it twice. */
    static boolean isSaid(Block block, List<Block> leads) {
        return leads.stream().anyMatch(lead -> lead.letters().equals(block.letters()));
    }

    private boolean isLead(Block block, boolean afterTitle) {
        if (block.units() < SHORTEST || block.isLinked() || block.region.caption) {
            return false;
        }
        boolean described = descriptions.contains(beginning(block.text()));
        boolean setApart = isNamedLead(block)
                || (block.isHeading() && (block.units() >= SHORTEST_HEADING || block.endsSentence()))
                || (block.prose() > 0 && !article.holds(block.region));
        return described || (afterTitle && setApart && !block.region.out);
    }

    /** Whether the markup calls it the lead, and not most of the article. */
    private boolean isNamedLead(Block block) {
        Region region = block.region;
        Region around = region.parent;
        return isNamedLead(region) || (around != null && isNamedLead(around));
    }

    private boolean isNamedLead(Region region) {
        return region.hint == Hints.LEAD && (!article.holds(region) || region.prose * 2 < article.prose);
    }

    private static String beginning(String text) {
        String letters = Text.letters(text);
        return letters.substring(0, Math.min(SHORTEST, letters.length()));
    }
}
