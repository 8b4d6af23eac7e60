package loa.source;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.Article;
import loa.article.Text;
import loa.page.Trouble;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What came of a portal, held against what its pages show: which links and which fields are wrong. */
final class PortalVerdict {

    /** What may stand in a body though it is no word of the article: the label of a document, the mark of a list. */
    private static final String LABELS = "Tệpđínhkèm:?|Tảivề:?|Tàiliệukèmtheo:?|📎|[-+]";

    private final PortalKind kind;
    private final PortalPages pages;
    private final List<String> links = new ArrayList<>();
    private final TreeMap<String, Integer> wrong = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();
    private int right;

    PortalVerdict(PortalKind kind, PortalPages pages) {
        this.kind = kind;
        this.pages = pages;
    }

    /** Compares the links that were taken from the listing, in order. */
    void listed(List<URI> found) {
        List<String> expected = pages.articles().stream().map(pages::url).toList();
        List<String> paths = found.stream().map(PortalVerdict::path).toList();
        paths.stream().filter(path -> !expected.contains(path)).forEach(path -> links.add("no article: " + path));
        expected.stream().filter(path -> !paths.contains(path)).forEach(path -> links.add("not found: " + path));
        if (links.isEmpty() && !paths.equals(expected)) {
            links.add("other order: " + paths);
        }
        lines.addAll(links);
    }

    /** Compares each article that was collected. */
    void collected(List<Article> found) {
        for (PortalArticle expected : pages.articles()) {
            String url = pages.url(expected);
            int before = lines.size();
            found.stream()
                    .filter(article -> path(article.link()).equals(url))
                    .findFirst()
                    .ifPresentOrElse(
                            article -> compare(url, expected, article), () -> differs(url, "missing", "", "nothing"));
            right += lines.size() == before ? 1 : 0;
        }
    }

    /** Notes what was reported on the way. */
    void troubled(List<Trouble> troubles) {
        troubles.forEach(trouble -> lines.add("trouble: " + trouble));
    }

    int right() {
        return right;
    }

    int articles() {
        return pages.articles().size();
    }

    List<String> links() {
        return links;
    }

    /** Every difference, a line each. */
    List<String> lines() {
        return lines;
    }

    @Override
    public String toString() {
        return right + " of " + articles() + " right; links " + (links.isEmpty() ? "right" : links.size() + " wrong")
                + wrong.entrySet().stream()
                        .map(field -> ", " + field.getKey() + " " + field.getValue())
                        .collect(Collectors.joining());
    }

    private void compare(String url, PortalArticle expected, Article article) {
        Document body = Jsoup.parseBodyFragment(article.body());
        same(url, "title", expected.title(), article.title());
        same(url, "published", expected.published(), article.published());
        if (kind.says("author")) {
            same(url, "author", expected.author(), article.byline().author());
            same(url, "credit", expected.credit(), article.byline().credit());
        }
        if (kind.says("lead") && expected.lead() != null) {
            same(url, "lead", expected.lead(), article.summary());
        }
        String lead = expected.images().isEmpty() ? null : expected.images().get(0);
        same(
                url,
                "image",
                lead,
                article.image() == null ? null : name(article.image().address().toString(), lead));
        for (String link : expected.links()) {
            if (body.select("[href$=" + link + "],[src$=" + link + "]").isEmpty()) {
                differs(url, "links", link, "nothing");
            }
            body.select("a[href$=" + link + "] img").remove(); // the icon of a document does no harm
        }
        same(url, "images", expected.images(), images(expected, body));
        body.select("a[href*=/media/]").remove();
        compareText(url, expected, squeezed(body.text()));
    }

    private static List<String> images(PortalArticle expected, Document body) {
        List<Element> images = body.select("img");
        return Stream.iterate(0, i -> i < images.size(), i -> i + 1)
                .map(i -> name(
                        images.get(i).absUrl("src"),
                        i < expected.images().size() ? expected.images().get(i) : null))
                .toList();
    }

    /** The name that an image was published under, whatever its size, but for thumbnails; else its address. */
    private static String name(String address, @Nullable String expected) {
        String stem = expected == null ? "\n" : expected.substring(0, expected.lastIndexOf('.'));
        return address.startsWith("http://127.") && address.contains(stem) && !address.contains("thumb")
                ? Objects.requireNonNull(expected)
                : address;
    }

    private void compareText(String url, PortalArticle expected, String text) {
        String rest = text;
        List<String> extra = new ArrayList<>();
        for (PortalArticle.Block block : expected.body()) {
            for (String part : block.texts()) {
                String wanted = squeezed(Jsoup.parse(part).text());
                int at = rest.indexOf(wanted);
                if (at < 0) {
                    differs(url, "text", part, "not in its place");
                } else {
                    extra.add(rest.substring(0, at));
                    rest = rest.substring(at + wanted.length());
                }
            }
        }
        extra.add(rest);
        String lead = expected.lead() == null ? "" : squeezed(expected.lead());
        extra.stream()
                .filter(piece -> !piece.isEmpty() && !piece.equals(lead) && !piece.matches(LABELS))
                .forEach(piece -> differs(url, "noise", "", piece));
    }

    private void same(String url, String field, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            differs(url, field, expected, found);
        }
    }

    private void differs(String url, String field, @Nullable Object expected, @Nullable Object found) {
        wrong.merge(field, 1, Integer::sum);
        lines.add(url + " " + field + "\n    expected " + expected + "\n    found    " + found);
    }

    private static String squeezed(String text) {
        return Text.line(text).replaceAll("[\\s\\u00a0\\u200b]", "");
    }

    private static String path(URI link) {
        String query = link.getRawQuery() == null ? "" : "?" + link.getRawQuery();
        return URLDecoder.decode((link.getRawPath() + query).replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
