package loa.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.Hash;
import loa.article.Text;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What several pages of a site show alike, which is therefore no article. It is learnt once and then stays as it is, so
 * that a page gives the same article later.
 */
public final class SiteMemory {

    public static final SiteMemory EMPTY = new SiteMemory(Set.of());

    /** From how many pages it is learnt at most. */
    public static final int MOST_PAGES = 10;

    /** How many have to show something alike at least, and which share of them. */
    public static final int FEWEST_PAGES = 3;

    private static final double MOST_OF_THEM = 0.6;

    /** The share of texts that one article under two addresses has in common. */
    private static final double SAME = 0.9;

    private static final int CARD_LEVELS = 3;
    private static final int LARGEST_CARD = 6;
    private static final int SHORTEST_HEADLINE = 20;

    private static final int MOST_TEXTS = 5000;

    /** Begins what is kept of an author's name. */
    private static final String AUTHOR = "author:";

    private final Set<String> texts;

    private SiteMemory(Set<String> texts) {
        this.texts = Set.copyOf(texts);
    }

    /**
     * What most of these pages show alike, three at least; a page that is another one again does not count. Each is let go
     * of before the next one is looked at.
     */
    public static SiteMemory of(Stream<Document> pages) {
        List<Set<String>> different = new ArrayList<>();
        pages.limit(MOST_PAGES).map(SiteMemory::texts).forEachOrdered(texts -> {
            if (different.stream().noneMatch(other -> isAgain(texts, other))) {
                different.add(texts);
            }
        });
        double most = Math.max(FEWEST_PAGES, MOST_OF_THEM * different.size());
        Map<String, Long> seen = different.stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        return new SiteMemory(seen.entrySet().stream()
                .filter(text -> text.getValue()
                        >= (isOfAuthor(text.getKey()) ? Math.max(FEWEST_PAGES, different.size()) : most))
                .map(Map.Entry::getKey)
                .limit(MOST_TEXTS)
                .collect(Collectors.toSet()));
    }

    private static boolean isOfAuthor(String text) {
        return text.startsWith(AUTHOR);
    }

    private static boolean isAgain(Set<String> texts, Set<String> other) {
        long alike = texts.stream().filter(other::contains).count();
        return alike >= SAME * Math.max(texts.size(), other.size());
    }

    /** What was kept by {@link #kept}. */
    public static SiteMemory of(Collection<String> kept) {
        return new SiteMemory(new HashSet<>(kept));
    }

    /** What is to be kept for the next start: hashes in no order. */
    public Set<String> kept() {
        return texts;
    }

    /** Whether several pages show this. */
    boolean knows(Block block) {
        return !texts.isEmpty() && texts.contains(hash(block));
    }

    /** Whether all pages name this author to machines, which says who runs the site and not who wrote. */
    boolean knowsAuthor(String name) {
        return texts.contains(AUTHOR + hash(name));
    }

    private static Set<String> texts(Document page) {
        Stream<String> authors = Claims.of(page).authors().stream().map(author -> AUTHOR + hash(author.value()));
        Layout layout = Layout.of(page.body());
        layout.measure(block -> false);
        Stream<String> blocks = layout.blocks().stream()
                .filter(block -> !block.isLinked() && !isOfOtherArticle(block))
                .map(SiteMemory::hash);
        return Stream.concat(authors, blocks).collect(Collectors.toSet());
    }

    /** Whether it stands beside the link to an article that has it, too: the newest ones stand on every page. */
    private static boolean isOfOtherArticle(Block block) {
        @Nullable Region around = block.units() < SHORTEST_HEADLINE ? null : block.region;
        for (int level = 0; level < CARD_LEVELS && around != null; level++) {
            if (around.linked >= SHORTEST_HEADLINE && around.blocks <= LARGEST_CARD) {
                return true;
            }
            around = around.parent;
        }
        return false;
    }

    private static String hash(Block block) {
        return Hash.of(block.letters());
    }

    private static String hash(String text) {
        return Hash.of(Text.letters(text));
    }
}
