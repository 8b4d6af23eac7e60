package loa.listing;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import loa.listing.LinkGroup.Member;
import loa.page.DateLike;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** How much a group of links looks like the articles of a listing: by what its entries show and where they stand. */
final class ListingScore {

    private static final int SAMPLE = 24;
    private static final double LONG_HEADLINE = 45;
    private static final int SUMMARY = 60;
    private static final int MOST_COUNTED = 40;
    private static final int MOST_GAP = 8;
    private static final int LONGEST_PRICE = 30;
    private static final Pattern PRICE = Pattern.compile(
            "(?iu)\\d[\\d.,\\s]*(?:đ|₫|vnđ|vnd|€|£|zł|kr|руб\\.?|円)(?!\\p{L})|(?:[$€£¥]|US\\$|CHF)\\s?\\d");

    /** The mean quality from which on links look like articles, whatever else is on the page. */
    static final double LIKE_ARTICLES = 0.7;

    private final Map<URI, LinkTitle> headlines;
    private final Regions regions;
    private final String host;
    private final Set<URI> confirmed;

    /** @param confirmed what the page's structured data says that it lists */
    ListingScore(Document page, Map<URI, LinkTitle> headlines, Regions regions, Set<URI> confirmed) {
        this.headlines = headlines;
        this.regions = regions;
        this.host = host(page);
        this.confirmed = confirmed;
    }

    /** The quality of the group's links alone. */
    double mean(LinkGroup group) {
        return group.members().stream()
                .limit(SAMPLE)
                .mapToDouble(member -> {
                    LinkTitle headline = headlines.get(member.anchor().address());
                    return headline == null ? 0 : quality(member, headline);
                })
                .average()
                .orElse(0);
    }

    double of(LinkGroup group) {
        List<Member> members = group.members();
        int step = Math.max(1, members.size() / SAMPLE);
        Set<String> texts = new HashSet<>();
        double sum = 0;
        double shown = 0;
        int goods = 0;
        int count = 0;
        for (int i = 0; i < members.size(); i += step) {
            Member member = members.get(i);
            LinkTitle headline = headlines.get(member.anchor().address());
            if (headline != null && isForSale(member)) {
                goods++;
            }
            if (headline != null) {
                sum += quality(member, headline);
                shown +=
                        LinkTitle.of(member.anchor()).filter(LinkTitle::isShown).isPresent() ? 1 : 0;
                texts.add(headline.text());
            }
            count++;
        }
        if (goods * 2 > count) {
            return 0;
        }
        double mean = sum / count;
        double distinct = (double) texts.size() / count;
        double own = 0.3 + 0.7 * shown / count;
        return mean * mean * Math.sqrt(Math.min(members.size(), MOST_COUNTED)) * distinct * own * place(group);
    }

    /** Whether the entry shows a price, and no date. */
    private static boolean isForSale(Member member) {
        return !DateLike.isIn(member.entry().text())
                && member.entry().stream()
                        .map(Element::ownText)
                        .anyMatch(text -> text.length() <= LONGEST_PRICE
                                && PRICE.matcher(text).find());
    }

    private double quality(Member member, LinkTitle headline) {
        String text = text(member);
        String rest = text.replace(headline.text(), "");
        double quality = Math.min(headline.text().length() / LONG_HEADLINE, 1) + (headline.isHeading() ? 0.4 : 0);
        quality += UrlShape.of(member.anchor().address()).isArticle() ? 0.5 : 0;
        quality += DateLike.isIn(rest) || member.entry().selectFirst("time") != null ? 0.8 : 0;
        quality += rest.length() >= SUMMARY ? 0.6 : 0;
        quality += member.entry().selectFirst("img") != null ? 0.4 : 0;
        return quality + (confirmed.contains(member.anchor().address()) ? 1 : 0);
    }

    /** What the entry shows, and what stands between it and the next. */
    private String text(Member member) {
        StringBuilder text = new StringBuilder(member.entry().text());
        int gap = 0;
        for (Node next = member.entry().nextSibling();
                next != null && gap < MOST_GAP;
                next = next.nextSibling(), gap++) {
            if (next instanceof TextNode plain) {
                text.append(' ').append(plain.text());
            } else if (next instanceof Element element) {
                if (element.selectFirst("a") != null) {
                    break;
                }
                text.append(' ').append(element.text());
            }
        }
        return text.toString();
    }

    private double place(LinkGroup group) {
        Element container = group.place();
        double place = Regions.isSurelyBeside(container) ? 0.05 : regions.isBeside(container, null) ? 0.3 : 1;
        long ours = group.members().stream()
                .filter(member ->
                        host.isEmpty() || host.equals(member.anchor().address().getHost()))
                .count();
        double alone = group.members().size() == 1 ? 0.5 : 1; // one link alone is more often a teaser than a list
        return (ours * 2 < group.members().size() ? place * 0.6 : place) * alone;
    }

    private static String host(Document page) {
        return loa.article.WebLink.resolve(page.location(), page.location())
                .map(URI::getHost)
                .orElse("");
    }
}
