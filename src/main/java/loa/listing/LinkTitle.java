package loa.listing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import loa.article.Text;
import loa.page.DateLike;
import loa.page.Images;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * What a link calls the article behind it.
 *
 * @param rank higher is better: a picture's description, a tooltip, text, a heading
 */
record LinkTitle(String text, int rank) {

    private static final int PICTURE = 1;
    private static final int TOOLTIP = 2;
    private static final int TEXT = 3;
    private static final int HEADING = 4;

    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";
    private static final Evaluator INSIDE = QueryParser.parse(
            HEADINGS
                    + ", [itemprop~=headline|name], [class~=(?i)(^|[\\s_-])(title|headline|tieu-?de|tieude|ten-?tin|ten-?bai)([\\s_-]|$)]");
    private static final Evaluator AROUND = QueryParser.parse(HEADINGS);
    private static final Evaluator BLOCKS = QueryParser.parse("p, div, ul, table, time, figure, br");
    private static final Evaluator PARTS = QueryParser.parse("p, div, span, strong, b, td, figcaption");

    private static final Pattern CUT = Pattern.compile("\\s*(?:\\.{2,}|…)$");
    private static final Pattern MORE = Pattern.compile(
            "\\W*(?:(?:xem|đọc|xem tin|đọc bài)(?: thêm| tiếp| chi tiết| tin| ngay)?|(?:xem )?chi tiết|tiếp tục đọc|read(?: more| on| it)?"
                    + "|more|continue(?: reading)?|full story|details?|view|tin ảnh|video|audio|mới|new|bình luận|\\d+ bình luận|\\d* ?comments?)\\W*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What some portals print where a prefix is missing. */
    private static final Pattern NULL = Pattern.compile("^null\\s+");

    private static final int AROUND_LEVELS = 3;
    private static final int SHORTEST_PART = 8;

    /** The headline that the link shows; empty if it only says to read on. */
    static Optional<LinkTitle> of(Anchor anchor) {
        Element link = anchor.element();
        String shown = anchor.text().isEmpty()
                ? ""
                : NULL.matcher(shown(link, anchor.text())).replaceFirst("");
        if (!shown.isEmpty() && !MORE.matcher(shown).matches()) {
            return Optional.of(new LinkTitle(whole(shown, link), isHeading(link) ? HEADING : TEXT));
        }
        return attribute(link, TOOLTIP)
                .or(() -> Optional.ofNullable(link.selectFirst("img[alt]"))
                        .flatMap(image -> line(image.attr("alt"), PICTURE)));
    }

    static LinkTitle heading(String text) {
        return new LinkTitle(text, HEADING);
    }

    /** Whether the text says nothing of the article. */
    static boolean saysNothing(String text) {
        return text.isEmpty() || MORE.matcher(text).matches() || PageLinks.isPaging(text);
    }

    boolean isHeading() {
        return rank == HEADING;
    }

    boolean isShown() {
        return rank >= TEXT;
    }

    boolean isCut() {
        return CUT.matcher(text).find();
    }

    /** The better of two headlines of one article; of two alike, the first that is not cut short. */
    static LinkTitle better(LinkTitle one, LinkTitle other) {
        if (one.rank != other.rank) {
            return one.rank > other.rank ? one : other;
        }
        return one.isCut() && !other.isCut() && other.text.startsWith(uncut(one.text)) ? other : one;
    }

    /** The text without the dots where it was cut short. */
    static String uncut(String text) {
        return CUT.matcher(text).replaceFirst("");
    }

    private static Optional<LinkTitle> attribute(Element link, int rank) {
        return line(link.attr("title"), rank).or(() -> line(link.attr("aria-label"), rank));
    }

    private static Optional<LinkTitle> line(String raw, int rank) {
        String line = Text.line(raw);
        return saysNothing(line) || Images.saysNothing(line)
                ? Optional.empty()
                : Optional.of(new LinkTitle(line, rank));
    }

    /** A link around a whole card shows more than its headline. */
    private static String shown(Element link, String text) {
        if (link.childNodeSize() <= 1 && link.childrenSize() == 0) {
            return text;
        }
        Element heading = link.selectFirst(INSIDE);
        if (heading != null && heading.hasText()) {
            return Text.line(heading.text());
        }
        return link.selectFirst(BLOCKS) == null ? text : firstPart(link, text);
    }

    private static String firstPart(Element link, String text) {
        String tooltip = Text.line(link.attr("title"));
        if (!tooltip.isEmpty() && text.contains(tooltip)) {
            return tooltip;
        }
        String own = Text.line(link.ownText());
        if (own.length() >= SHORTEST_PART) {
            return own;
        }
        return link.select(PARTS).stream()
                .map(part -> Text.line(part.ownText()))
                .filter(part -> part.length() >= SHORTEST_PART && !DateLike.isOnly(part))
                .findFirst()
                .orElse(text);
    }

    /** What was cut off the text stands in the tooltip of many portals. */
    private static String whole(String shown, Element link) {
        String uncut = uncut(shown);
        String tooltip = Text.line(link.attr("title"));
        boolean longer = uncut.length() < shown.length() && tooltip.length() > uncut.length();
        return longer && tooltip.toLowerCase(Locale.ROOT).startsWith(uncut.toLowerCase(Locale.ROOT)) ? tooltip : shown;
    }

    private static boolean isHeading(Element link) {
        @Nullable Element at = link;
        for (int level = 0; level < AROUND_LEVELS && at != null; level++, at = at.parent()) {
            if (at.is(AROUND)) {
                return true;
            }
        }
        return link.selectFirst(AROUND) != null;
    }
}
