package loa.collect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.TestPortal;
import org.jspecify.annotations.Nullable;

/** A portal that knows the truth: what was published in it, what became of that, and what it shows instead when it is ill. */
final class SimulatedPortal implements TestPortal.Site {

    static final List<String> SECTIONS = List.of("kinh-te", "y-te");

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final Pattern ARTICLE = Pattern.compile("/(?:tin/(\\d+)-.*\\.html|bai-viet/.*-(\\d+))");
    private static final int LISTED = 10;
    private static final String[] WORDS =
            ("nông dân thu hoạch lúa mùa vụ sản xuất đường giao thông trường học sinh khám"
                            + " bệnh trạm vốn vay chăn nuôi gia súc cây trồng tưới tiêu kênh mương thủy lợi đê điều thiên tai an ninh trật tự"
                            + " hội nghị tổng kết kiểm tra giám sát đoàn viên thanh niên phụ nữ cựu chiến binh văn hóa thể thao lễ hội du lịch"
                            + " chợ hàng hóa giá cả nhà máy công nhân lao động việc làm thu nhập giảm nghèo bền vững môi trường rừng biển đảo")
                    .split(" ");

    private final Random random;
    private final Map<Integer, Truth> articles = new TreeMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private volatile Illness illness = Illness.NONE;
    private volatile boolean hasNewAddresses;

    SimulatedPortal(Random random) {
        this.random = random;
    }

    void publish(Instant when) {
        int number = 1000 + articles.size();
        String section = SECTIONS.get(random.nextInt(SECTIONS.size()));
        articles.put(number, new Truth(number, section, sentence(9), sentence(90), when, 0, false));
    }

    /** The editors correct one of the articles that are listed. */
    void edit() {
        pick().ifPresent(truth -> articles.put(
                truth.number,
                new Truth(
                        truth.number,
                        truth.section,
                        truth.title + " " + sentence(1),
                        truth.text + " " + sentence(6),
                        truth.published,
                        truth.edits + 1,
                        false)));
    }

    void withdraw() {
        pick().ifPresent(truth -> articles.put(
                truth.number,
                new Truth(truth.number, truth.section, truth.title, truth.text, truth.published, truth.edits, true)));
    }

    /** From now on articles have addresses of another kind; those of before lead there. */
    void changeAddresses() {
        hasNewAddresses = !hasNewAddresses;
    }

    void fallIll(Illness with) {
        illness = with;
    }

    Map<Integer, Truth> articles() {
        return articles;
    }

    static int number(URI link) {
        Matcher matcher = ARTICLE.matcher(link.getPath());
        return matcher.matches() ? Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)) : 0;
    }

    /** What the portal answers, null being 404. */
    @Override
    public byte @Nullable [] answer(URI asked, String form) {
        if (asked.getPath().equals("/robots.txt")) {
            return null;
        }
        String page = page(asked);
        return page == null ? null : page.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String redirect(URI asked) {
        Truth truth = articles.get(number(asked));
        return truth != null && hasNewAddresses == asked.getPath().startsWith("/tin/") && !illness.isOf(false)
                ? path(truth)
                : null;
    }

    private @Nullable String page(URI asked) {
        boolean isListing =
                SECTIONS.stream().anyMatch(section -> asked.getPath().equals("/" + section + "/"));
        if (illness.isOf(isListing)) {
            return illness.page;
        }
        if (isListing) {
            return listing(asked.getPath().replace("/", ""));
        }
        Truth truth = articles.get(number(asked));
        return truth == null || truth.withdrawn ? null : article(truth);
    }

    private String listing(String section) {
        List<Truth> shown = shown(section);
        if (illness == Illness.MOST_VANISHED) {
            shown = shown.subList(Math.max(0, shown.size() - 2), shown.size());
        }
        return "<!doctype html><title>Tin " + section + "</title><nav><a href='/'>Trang chủ</a></nav>"
                + shown.stream()
                        .map(truth -> "<h5><a href='%s'>%s</a></h5>".formatted(path(truth), listedTitle(truth)))
                        .collect(Collectors.joining())
                + "<p>Lượt truy cập: " + counter.incrementAndGet() + "</p>";
    }

    private String listedTitle(Truth truth) {
        return illness == Illness.ONE_TITLE ? "Xem chi tiết" : truth.title;
    }

    private String path(Truth truth) {
        String slug = "bai-" + "abcdefghijklmnopqrstuvwxyz".charAt(truth.title.length() % 26) + "-moi";
        if (illness == Illness.NEW_IDENTITIES || illness == Illness.ONE_TITLE) {
            return "/la/" + counter.incrementAndGet() + ".aspx";
        }
        return hasNewAddresses
                ? "/bai-viet/" + slug + "-" + truth.number
                : "/tin/" + truth.number + "-" + slug + ".html";
    }

    private String article(Truth truth) {
        return "<!doctype html><title>%s</title><h4>%s</h4><span class=date>%s</span><div class=noidung token='%d'><p>%s</p></div><p>Lượt xem: %d</p>"
                .formatted(
                        truth.title,
                        truth.title,
                        DATE.format(truth.published.atZone(ZONE)),
                        counter.incrementAndGet(),
                        truth.text,
                        counter.get());
    }

    private Optional<Truth> pick() {
        List<Truth> listed =
                SECTIONS.stream().flatMap(section -> shown(section).stream()).toList();
        return listed.isEmpty() ? Optional.empty() : Optional.of(listed.get(random.nextInt(listed.size())));
    }

    private List<Truth> shown(String section) {
        return articles.values().stream()
                .filter(truth -> truth.section.equals(section) && !truth.withdrawn)
                .sorted(Comparator.comparing(Truth::number).reversed())
                .limit(LISTED)
                .toList();
    }

    private String sentence(int words) {
        List<String> sentence = new ArrayList<>();
        Stream.generate(() -> WORDS[random.nextInt(WORDS.length)]).limit(words).forEach(sentence::add);
        String text = String.join(" ", sentence);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** An article as it is in truth. */
    record Truth(
            int number, String section, String title, String text, Instant published, int edits, boolean withdrawn) {}

    /** What the portal shows in the place of what it should. */
    enum Illness {
        NONE(false, false, null),
        GONE_404(true, false, null),
        EMPTY_ANSWER(true, true, ""),
        LOGIN(true, true, "<title>Đăng nhập - Cổng thông tin</title><form><input name=u><input type=password></form>"),
        CAPTCHA(true, true, "<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>"),
        MAINTENANCE(true, true, "<h1>Hệ thống đang bảo trì</h1><p>Xin quay lại sau.</p>"),
        NOT_FOUND(
                true,
                true,
                "<title>Cổng</title><h2>Không tìm thấy trang</h2><h5><a href='/tin/1-x.html'>Xem tin khác của cổng</a></h5>"),
        EMPTIED(true, false, "<title>Tin</title><p>Đang cập nhật</p>"),
        REDESIGNED(true, false, "<title>Tin</title><ul><li><a href='/tin/5-x.html'>Bài viết kiểu mới ở đây</a></ul>"),
        LOGIN_FOR_ARTICLES(
                false, true, "<title>Đăng nhập</title><div class=noidung><p>Vui lòng đăng nhập để đọc tiếp</p></div>"),
        ERROR_IN_PLACE(
                false, true, "<h4>Lỗi hệ thống</h4><div class=noidung><p>Chưa xử lý được yêu cầu của bạn.</p></div>"),
        NO_BODIES(false, true, "<h4>Tin</h4><div class=noidung></div>"),
        MOST_VANISHED(false, false, null),
        ONE_TITLE(false, false, null),
        NEW_IDENTITIES(false, false, null);

        private final boolean ofListings;
        private final boolean ofArticles;
        private final @Nullable String page;

        Illness(boolean ofListings, boolean ofArticles, @Nullable String page) {
            this.ofListings = ofListings;
            this.ofArticles = ofArticles;
            this.page = page;
        }

        boolean isOf(boolean listing) {
            return listing ? ofListings : ofArticles;
        }

        /** Whether nothing is fetched that says so by itself, so that the gate has to. */
        boolean isHeld() {
            return switch (this) {
                case LOGIN, CAPTCHA, MAINTENANCE, NOT_FOUND, EMPTIED, REDESIGNED -> true;
                default -> false;
            };
        }
    }
}
