package loa.listing;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import loa.article.Text;
import loa.article.WebLink;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** The links of a page that may lead to articles: no documents, no share bars, no paging, not the page itself. */
final class PageLinks {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Evaluator LINKS = QueryParser.parse("a[href]");

    private static final Pattern FILE = Pattern.compile(
            "(?i)\\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|csv|zip|rar|7z|apk|exe|jpe?g|png|gif|webp|svg|bmp|mp3|mp4|m4a|avi|wmv"
                    + "|flv|wav|xml|rss|atom|json|css|js|ico)$");

    /** Pages that take another page's address share or print it, or lead there by way of themselves. */
    private static final Pattern ANOTHER_ADDRESS = Pattern.compile("(?i)=[^&]*(?:https?(?::|%3a)/?|https?%253a)");

    private static final Pattern SERVICE = Pattern.compile(
            "(?i)/(?:login|log-in|logout|signin|sign-in|signup|register|dang-nhap|dangnhap|dang-ky|dangky|search|tim-kiem|timkiem"
                    + "|rss|feed|feeds|sitemap|so-do-cong|lien-he|lienhe|contact|print|share|cdn-cgi|tags?|author|tac-gia"
                    + ")(?:[/.?]|$)");

    /** What stands on links from page to page of a listing, and on those that lead nowhere in particular. */
    private static final Pattern PAGING = Pattern.compile(
            "[\\s\\d.«»‹›<>|←→…\\[\\]()-]*|\\W*(?:trang (?:sau|trước|tiếp|tiếp theo|kế|đầu|cuối)|tiếp(?: theo)?|sau|trước|đầu|cuối"
                    + "|về đầu|về cuối|về đầu trang|trang chủ|trở về|quay lại|lên đầu trang|next(?: page| posts?)?|prev(?:ious)?(?: page| posts?)?|older"
                    + "|older posts|newer|newer posts|first|last|home|back|top|đăng nhập|đăng ký|login|log in|sign in|sign up"
                    + "|tin cũ hơn|tin mới hơn|bài cũ hơn|bài mới hơn|tải thêm|load more|rss)\\W*",
            FLAGS);

    private static final Pattern END = Pattern.compile("(?:/|\\.\\w{2,5})$");
    private static final Pattern HOME = Pattern.compile("/(?:index|default|home|trang-chu)(?:\\.\\w+)?/?");
    private static final int LONGEST_PAGING = 40;

    private PageLinks() {}

    /** In the order of the page. */
    static List<Anchor> of(Document page) {
        Optional<URI> self = self(page);
        List<Anchor> anchors = new ArrayList<>();
        Map<String, Optional<URI>> known = new HashMap<>(); // picture and headline lead to one address
        for (Element link : page.select(LINKS)) {
            String text = Text.line(link.text());
            if (text.isEmpty() || !isPaging(text)) {
                known.computeIfAbsent(link.attr("href"), href -> address(link.baseUri(), href, self))
                        .ifPresent(address -> anchors.add(Anchor.of(link, address, text, anchors.size())));
            }
        }
        return anchors;
    }

    /** Whether the text can only stand on a link from one page of a listing to another. */
    static boolean isPaging(String text) {
        return text.length() <= LONGEST_PAGING && PAGING.matcher(text).matches();
    }

    /** The canonical address that this one is on the page, if an article may have it. */
    static Optional<URI> address(Document page, String href) {
        return address(page.location(), href, self(page));
    }

    private static Optional<URI> self(Document page) {
        return WebLink.resolve(page.location(), page.location()).map(WebLink::canonical);
    }

    private static Optional<URI> address(String base, String reference, Optional<URI> self) {
        String href = reference.strip();
        return href.startsWith("#")
                ? Optional.empty()
                : WebLink.resolve(base, href)
                        .map(WebLink::canonical)
                        .filter(address -> !self.equals(Optional.of(address)) && mayBeArticle(address, self));
    }

    private static boolean mayBeArticle(URI address, Optional<URI> self) {
        String path = address.getRawPath();
        String query = address.getRawQuery();
        boolean ours = self.isPresent() && self.get().getHost().equals(address.getHost());
        boolean leadsUp = ours
                && query == null
                && (isHome(path) || isAbove(path, self.get().getRawPath()));
        return !leadsUp
                && !FILE.matcher(path).find()
                && !SERVICE.matcher(path).find()
                && (query == null || !ANOTHER_ADDRESS.matcher("=" + query).find());
    }

    /** Whether the page is a later page of what stands there, or lies below it. */
    private static boolean isAbove(String path, String self) {
        String folder = END.matcher(path).replaceFirst("");
        return self.equals(path) || self.startsWith(folder + "/");
    }

    private static boolean isHome(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.equals("/") || HOME.matcher(name).matches();
    }
}
