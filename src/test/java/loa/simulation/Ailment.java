package loa.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What a portal does instead of what it should, and what is to become of it. */
enum Ailment {
    SERVER_ERRORS(Effect.FAILS, (asked, well) -> Answer.status(asked.path().length() % 2 == 0 ? 500 : 502)),
    BUSY_FOR_SECONDS(Effect.FAILS, (asked, well) -> busy(429, "120")),
    BUSY_UNTIL_A_DATE(Effect.FAILS, (asked, well) -> busy(503, date(asked.now().plusSeconds(1800)))),
    BUSY_UNTIL_YESTERDAY(
            Effect.FAILS, (asked, well) -> busy(503, date(asked.now().minus(Duration.ofDays(1))))),
    BUSY_FOR_EVER(Effect.FAILS_FOR_A_DAY, (asked, well) -> busy(503, "Fri, 31 Dec 9999 23:59:59 GMT")),
    BUSY_FOR_NOBODY_KNOWS(Effect.FAILS, (asked, well) -> busy(429, "soon")),
    HANGS_UP(Effect.FAILS, (asked, well) -> Answer.HANG_UP),
    CUTS_SHORT(
            Effect.FAILS,
            (asked, well) -> asked.isRobots() ? well.get() : well.get().cutBy(100)),
    EMPTY_ANSWERS(Effect.FAILS, (asked, well) -> asked.isRobots() ? well.get() : Answer.page("")),
    ALL_404(Effect.FAILS, (asked, well) -> Answer.status(404)),
    LISTINGS_410(Effect.FAILS_FOR_A_DAY, (asked, well) -> asked.isListing() ? Answer.status(410) : well.get()),
    ROBOTS_503(Effect.NONE, (asked, well) -> asked.isRobots() ? Answer.status(503) : well.get()),
    ROBOTS_LOOP(Effect.NONE, (asked, well) -> asked.isRobots() ? Answer.redirect("/robots.txt") : well.get()),
    ROBOTS_503_AT_START(Effect.FAILS, (asked, well) -> asked.isRobots() ? Answer.status(503) : well.get()),
    ROBOTS_LOOP_AT_START(Effect.FAILS, (asked, well) -> asked.isRobots() ? Answer.redirect("/robots.txt") : well.get()),
    ROBOTS_ENDLESS_AT_START(
            Effect.NONE, (asked, well) -> asked.isRobots() ? Answer.page("# robots\n".repeat(1_200_000)) : well.get()),
    NOT_MODIFIED_OF_NOTHING(
            Effect.NONE,
            (asked, well) -> asked.tag().isEmpty() && !asked.isPastCaches() && !asked.isRobots()
                    ? Answer.status(304)
                    : well.get()),
    NOT_MODIFIED_EVER(Effect.CHANGES_NOTHING, (asked, well) -> asked.isRobots() ? well.get() : Answer.status(304)),
    ONE_TAG_FOR_ALL(Effect.NONE, (asked, well) -> well.get().with("ETag", "\"1\"")),
    ANOTHER_TAG_EACH_TIME(Effect.NONE, (asked, well) -> well.get().with("ETag", "\"" + UUID.randomUUID() + "\"")),
    LOGIN(
            Effect.HOLDS,
            "<title>Đăng nhập - Cổng thông tin</title><form><input name=u><input type=password></form>",
            Asked::isRobots),
    CAPTCHA(
            Effect.HOLDS,
            "<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>",
            Asked::isRobots),
    MAINTENANCE(Effect.HOLDS, "<h1>Hệ thống đang bảo trì</h1><p>Xin quay lại sau.</p>", Asked::isRobots),
    SOFT_404(
            Effect.HOLDS,
            "<title>Cổng</title><h2>Không tìm thấy trang</h2><h5><a href='/tin/x'>Xem tin khác của cổng</a></h5>",
            Asked::isRobots),
    HOME_FOR_ALL(
            Effect.HOLDS, (asked, well) -> asked.isArticle() || asked.isListing() ? Answer.redirect("/") : well.get()),
    EMPTIED(Effect.HOLDS, "<title>Tin</title><p>Đang cập nhật</p>", asked -> !asked.isListing()),
    REPLACED(
            Effect.HOLDS,
            "<title>Tin</title><ul><li><a href='/tin/5-x.html'>Bài viết kiểu mới ở đây</a></ul>",
            asked -> !asked.isListing()),
    MOST_VANISHED(Effect.CHANGES_NOTHING, (asked, well) -> asked.isListing() ? lastItems(well.get()) : well.get()),
    ONE_TITLE(Effect.CHANGES_NOTHING, (asked, well) -> asked.isListing() ? oneTitle(well.get()) : well.get()),
    NEW_IDENTITIES(Effect.CHANGES_NOTHING, (asked, well) -> asked.isListing() ? elsewhere(well.get()) : well.get()),
    LOGIN_FOR_ARTICLES(
            Effect.CHANGES_NOTHING,
            "<title>Đăng nhập</title><div class=noidung><p>Vui lòng đăng nhập để đọc tiếp</p></div>",
            asked -> !asked.isArticle()),
    ERROR_FOR_ARTICLES(
            Effect.CHANGES_NOTHING,
            "<h4>Lỗi hệ thống</h4><div class=noidung><p>Chưa xử lý được yêu cầu của bạn.</p></div>",
            asked -> !asked.isArticle()),
    HOME_FOR_ARTICLES(Effect.CHANGES_NOTHING, (asked, well) -> asked.isArticle() ? Answer.redirect("/") : well.get()),
    ARTICLES_404(Effect.CHANGES_NOTHING, (asked, well) -> asked.isArticle() ? Answer.status(404) : well.get()),
    NO_BODIES(Effect.CHANGES_NOTHING, "<h4>Tin</h4><div class=noidung></div>", asked -> !asked.isArticle());

    /** What an ailment does to the feeds and to what is said of the source. */
    enum Effect {
        /** Articles are collected as ever. */
        NONE,
        CHANGES_NOTHING,
        /** Nothing changes, and the source is failing. */
        FAILS,
        /** The same, and it is left alone for a day. */
        FAILS_FOR_A_DAY,
        /** Nothing changes, and the source is held. */
        HOLDS
    }

    private static final Pattern LINK = Pattern.compile("href='/[^']*\\?utm[^']*'");
    private static final Pattern TITLE = Pattern.compile(">[^<]+</a>");

    private final Effect effect;

    @SuppressWarnings("ImmutableEnumChecker") // what is written here keeps nothing
    private final Doing doing;

    Ailment(Effect effect, Doing doing) {
        this.effect = effect;
        this.doing = doing;
    }

    Ailment(Effect effect, String page, Predicate<Asked> isSpared) {
        this(effect, (asked, well) -> isSpared.test(asked) ? well.get() : Answer.page(page));
    }

    Effect effect() {
        return effect;
    }

    /** Whether it begins with the program, which remembers no robots.txt then. */
    boolean isAtStart() {
        return name().endsWith("_AT_START");
    }

    /** So long after it all is as before. */
    Duration recovery() {
        return effect == Effect.FAILS_FOR_A_DAY ? Duration.ofHours(25) : Duration.ofHours(2);
    }

    /** What is answered in the place of what would be right. */
    Answer answer(Asked asked, Supplier<Answer> well) {
        return doing.answer(asked, well);
    }

    private static Answer busy(int status, String retryAfter) {
        return Answer.status(status).with("Retry-After", retryAfter);
    }

    private static String date(Instant when) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(when.atOffset(ZoneOffset.UTC));
    }

    private static Answer lastItems(Answer listing) {
        String html = listing.html();
        int last = html.lastIndexOf(Portal.ITEM);
        int lastButOne = html.lastIndexOf(Portal.ITEM, last - 1);
        return Answer.page(html.substring(0, html.indexOf(Portal.ITEM)) + html.substring(Math.max(0, lastButOne)));
    }

    private static Answer elsewhere(Answer listing) {
        AtomicInteger next = new AtomicInteger();
        return Answer.page(LINK.matcher(listing.html())
                .replaceAll(link -> "href='/la/%d-%s'".formatted(next.incrementAndGet(), UUID.randomUUID())));
    }

    private static Answer oneTitle(Answer listing) {
        return Answer.page(TITLE.matcher(elsewhere(listing).html()).replaceAll(">Xem chi tiết</a>"));
    }

    private interface Doing {
        Answer answer(Asked asked, Supplier<Answer> well);
    }
}
