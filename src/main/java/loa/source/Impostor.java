package loa.source;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Text;
import loa.language.Phrase;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page that a site shows, with status 200, in the place of the one that was asked for. */
enum Impostor {
    LOGIN("a page to log in", "trang đăng nhập"),
    CAPTCHA("a page that asks whether a person is there", "trang kiểm tra người dùng (captcha)"),
    MAINTENANCE("a notice that the site is out of service", "thông báo trang đang bảo trì hoặc tạm ngừng"),
    NOT_FOUND("a page that says there is no such page", "trang báo không tìm thấy nội dung"),
    HOME("the home page", "trang chủ");

    /** What stands first in a heading of the page, or in a part of its title, whatever follows in it. */
    private static final List<Signature> HEADINGS = List.of(
            new Signature(
                    LOGIN,
                    "đăng nhập(?: hệ thống| tài khoản| để tiếp tục)?$|vui lòng đăng nhập|phiên làm việc .*hết hạn"),
            new Signature(
                    LOGIN, "(?:log|sign) ?in$|(?:please )?(?:log|sign) ?in to|session (?:has )?expired|login required"),
            new Signature(
                    CAPTCHA,
                    "xác (?:minh|nhận|thực) (?:bạn |rằng bạn )?(?:là |không phải )(?:con )?(?:người|robot|rô-bốt)"),
            new Signature(
                    CAPTCHA,
                    "just a moment|attention required|are you (?:a )?(?:human|robot)|security check|access denied"),
            new Signature(
                    CAPTCHA, "verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|ddos.guard|captcha$"),
            new Signature(
                    MAINTENANCE,
                    "(?:trang|cổng|website|hệ thống)[\\p{L} ]* (?:đang|tạm)[\\p{L} ]* (?:bảo trì|nâng cấp|dừng|ngừng)"),
            new Signature(
                    MAINTENANCE,
                    "đang (?:được )?(?:bảo trì|nâng cấp)|bảo trì hệ thống$|tạm ngừng (?:hoạt động|phục vụ)$"),
            new Signature(
                    MAINTENANCE,
                    "(?:site |down for |under |scheduled )?(?:maintenance|construction)$|service unavailable"),
            new Signature(
                    MAINTENANCE,
                    "we.ll be (?:right )?back|error establishing a database|account suspended|bandwidth limit"),
            new Signature(
                    MAINTENANCE, "(?:lỗi )?(?:500|502|503|504)\\b|internal server error|bad gateway|gateway time-?out"),
            new Signature(
                    MAINTENANCE, "server error in|runtime error$|lỗi (?:hệ thống|máy chủ|kết nối cơ sở dữ liệu)$"),
            new Signature(
                    NOT_FOUND,
                    "(?:lỗi |error )?404\\b|(?:page |file |object )?not found$|page (?:not|could not be) found"),
            new Signature(
                    NOT_FOUND,
                    "không tìm thấy (?:trang|nội dung|bài viết|tin|dữ liệu|đường dẫn)[\\p{L} ]*$|không tìm thấy$"),
            new Signature(
                    NOT_FOUND,
                    "(?:trang|bài viết|nội dung|tin)[\\p{L} ]* (?:không tồn tại|không còn|đã bị (?:xóa|xoá|gỡ))"));

    /** What such a page says where it says little else. */
    private static final List<Signature> SENTENCES = List.of(
            new Signature(LOGIN, "(?:vui lòng|bạn (?:cần|phải)|hãy) đăng nhập|you (?:must|need to) (?:log|sign) in"),
            new Signature(
                    CAPTCHA,
                    "nhập mã (?:xác nhận|bảo vệ|captcha)|tôi không phải (?:là )?(?:người máy|robot)|i.m not a robot"),
            new Signature(
                    CAPTCHA, "enable javascript and cookies|checking your browser|unusual traffic|truy cập bị từ chối"),
            new Signature(
                    MAINTENANCE,
                    "đang (?:được )?(?:bảo trì|nâng cấp)|tạm (?:dừng|ngừng) (?:hoạt động|phục vụ|truy cập)"),
            new Signature(
                    MAINTENANCE,
                    "under maintenance|be back (?:soon|shortly)|temporarily unavailable|too many connections"),
            new Signature(
                    NOT_FOUND,
                    "không (?:tìm thấy|tồn tại)|đã bị (?:xóa|xoá|gỡ bỏ)|does not exist|(?:not|cannot) be found"));

    private static final String CHALLENGES =
            ".g-recaptcha, .h-captcha, .cf-turnstile, #challenge-form, #challenge-running, #cf-wrapper, [name=captcha]";
    private static final String BESIDES = "nav, header, footer, aside, script, style, select, noscript";
    private static final Pattern PARTS = Pattern.compile("\\s+[-–—|»·:]\\s+|\\s*[|»]\\s*");
    private static final int LITTLE = 400;
    private static final int ENOUGH = 1000;
    private static final int TELLING = 24;

    private final String english;
    private final String vietnamese;

    Impostor(String english, String vietnamese) {
        this.english = english;
        this.vietnamese = vietnamese;
    }

    Phrase phrase() {
        return new Phrase("in its place came " + english, "thay vào đó là " + vietnamese);
    }

    /** What the page is in the place of the article of this title; a page that is headed by it is no impostor. */
    static Optional<Impostor> ofArticle(Document page, URI asked, URI root, String title) {
        String beginning = beginning(title);
        return !beginning.isEmpty() && isHeaded(page, beginning) ? Optional.empty() : of(page, asked, root);
    }

    /** What the page is in the place of a listing. */
    static Optional<Impostor> ofListing(Document page, URI asked, URI root) {
        return of(page, asked, root);
    }

    private static Optional<Impostor> of(Document page, URI asked, URI root) {
        return headed(Stream.of(page.title()))
                .or(() -> headed(texts(page.select("h1"))))
                .or(() -> headed(texts(page.select("h2, h3, h4"))).filter(found -> found != LOGIN || !holdsMore(page)))
                .or(() -> ofLittle(page))
                .or(() -> isHome(page, asked, root) ? Optional.of(HOME) : Optional.empty());
    }

    private static Optional<Impostor> headed(Stream<String> headings) {
        return headings.map(Impostor::plain)
                .flatMap(heading -> Stream.concat(Stream.of(heading), Arrays.stream(PARTS.split(heading))))
                .flatMap(heading -> HEADINGS.stream().filter(signature -> signature.begins(heading)))
                .map(Signature::impostor)
                .findFirst();
    }

    /** Whether a form to log in, which many portals have in a column, is the least of the page. */
    private static boolean holdsMore(Document page) {
        Element rest = page.body().clone();
        rest.select(BESIDES).remove();
        return rest.text().length() > ENOUGH;
    }

    private static Optional<Impostor> ofLittle(Document page) {
        Element rest = page.body().clone();
        rest.select(BESIDES).remove();
        boolean hasChallenge = !rest.select(CHALLENGES).isEmpty();
        boolean hasPassword = !rest.select("input[type=password]").isEmpty();
        String text = plain(rest.text());
        if (text.length() > LITTLE) {
            return Optional.empty();
        }
        return SENTENCES.stream()
                .filter(signature -> signature.isIn(text))
                .map(Signature::impostor)
                .findFirst()
                .or(() -> hasChallenge ? Optional.of(CAPTCHA) : Optional.empty())
                .or(() -> hasPassword ? Optional.of(LOGIN) : Optional.empty());
    }

    private static boolean isHome(Document page, URI asked, URI root) {
        String there = path(URI.create(page.location()));
        return there.equals(path(root))
                && !path(asked).equals(there)
                && page.location().indexOf('?') < 0;
    }

    private static String path(URI address) {
        return address.getPath()
                .replaceFirst("(?i)(?:index|default)\\.\\w+$", "")
                .replaceFirst("/+$", "");
    }

    private static boolean isHeaded(Document page, String beginning) {
        return plain(page.title()).contains(beginning)
                || texts(page.select("h1, h2, h3, h4"))
                        .anyMatch(heading -> plain(heading).contains(beginning));
    }

    private static Stream<String> texts(List<Element> headings) {
        return headings.stream()
                .filter(heading -> heading.select("a[href]").isEmpty() && heading.closest("a") == null)
                .map(Element::text);
    }

    private static String beginning(String title) {
        String plain = plain(title).replaceFirst("\\s*(?:\\.\\.\\.|…)$", "");
        return plain.length() <= TELLING ? plain : plain.substring(0, TELLING);
    }

    private static String plain(String text) {
        return Text.line(text).toLowerCase(Locale.ROOT);
    }

    /** How to know one of them. */
    private record Signature(Impostor impostor, Pattern pattern) {

        Signature(Impostor impostor, String pattern) {
            this(impostor, Pattern.compile(pattern));
        }

        boolean begins(String heading) {
            return pattern.matcher(heading).lookingAt();
        }

        boolean isIn(String text) {
            return pattern.matcher(text).find();
        }
    }
}
