package loa.config;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loa.article.DatePattern;
import loa.article.WebLink;
import loa.fetch.AddressBlock;
import loa.language.Phrase;
import loa.page.Selector;

/**
 * What a value in feeds.yml may be.
 *
 * @param words what to write, after "write"
 * @param reading makes it of the text, or throws whatever unchecked exception
 */
record Kind<T>(Phrase words, Function<String, T> reading) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s?(ms|s|m|h|d)");
    private static final int LAST_PORT = 65535;
    private static final Pattern WITH_HOST = Pattern.compile("(?i)https?://[^/?#@\\\\]+([/?#].*)?");
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern HOST = Pattern.compile("(?=.{1,253}$)(" + LABEL + "\\.){0,126}" + LABEL);
    private static final Pattern DIGITS = Pattern.compile("[0-9./]+");
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(" + OCTET + "\\.){3}" + OCTET + "(/\\d{1,2})?");
    private static final Pattern MAILBOX = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}");

    static final Kind<String> TEXT =
            of("a line of text, such as `Tin tức`", "một dòng chữ, ví dụ `Tin tức`", text -> text);

    static final Kind<Boolean> FLAG =
            of("`true` or `false`", "`true` (có) hoặc `false` (không)", text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on" -> true;
                case "false", "no", "off" -> false;
                default -> throw new IllegalArgumentException(text);
            });

    static final Kind<URI> WEBSITE = of(
            "a web address, such as `https://portal.example.vn/`",
            "một địa chỉ web, ví dụ `https://portal.example.vn/`",
            Kind::website);

    static final Kind<String> SITE = of(
            "sites without a path, such as `[https://tinh.example.vn, https://*.xa.example.vn]`",
            "các trang không kèm đường dẫn, ví dụ `[https://tinh.example.vn, https://*.xa.example.vn]`",
            Kind::site);

    static final Kind<ZoneId> ZONE =
            of("a time zone, such as `Asia/Ho_Chi_Minh`", "một múi giờ, ví dụ `Asia/Ho_Chi_Minh`", ZoneId::of);

    static final Kind<String> LANGUAGE = of(
            "the code of a language, such as `vi` for Vietnamese",
            "mã ngôn ngữ, ví dụ `vi` cho tiếng Việt",
            Kind::language);

    static final Kind<String> MAIL = of(
            "an e-mail address, such as `banbientap@example.vn`",
            "một địa chỉ thư điện tử, ví dụ `banbientap@example.vn`",
            text -> {
                String[] parts = text.split("@", -1);
                return demand(parts.length == 2 && matches(MAILBOX, parts[0]) && matches(HOST, parts[1]), text);
            });

    static final Kind<String> HOST_OR_BLOCK = of(
            "hosts or blocks of addresses, such as `[portal.local, 10.0.0.0/8]`",
            "tên máy hoặc dải địa chỉ, ví dụ `[portal.local, 10.0.0.0/8]`",
            text -> demand(isAddressBlock(text) || isHostName(text), text));

    static final Kind<String> INTERFACE = of(
            "an address of this machine, such as `127.0.0.1`, or `0.0.0.0` for all of them",
            "một địa chỉ của máy này, ví dụ `127.0.0.1`, hoặc `0.0.0.0` cho mọi địa chỉ",
            text -> demand((isAddressBlock(text) && !text.contains("/")) || isHostName(text), text));

    static final Kind<Selector> SELECTOR = of(
            "a CSS selector, such as `.media-row h5 a`, in quotes if it begins with a sign: `\"#main\"`",
            "bộ chọn CSS, ví dụ `.media-row h5 a`, đặt trong dấu nháy nếu bắt đầu bằng ký hiệu đặc biệt: `\"#main\"`",
            Selector::of);

    static final Kind<DatePattern> DATE_PATTERN = of(
            "how the site writes dates, such as `\"HH:mm dd/MM/yyyy\"`: H hour, m minute, d day, M month, y year",
            "cách trang ghi ngày giờ, ví dụ `\"HH:mm dd/MM/yyyy\"`: H giờ, m phút, d ngày, M tháng, y năm",
            DatePattern::of);

    static final Kind<Integer> PORT = number(1, LAST_PORT);

    static <T> Kind<T> of(String english, String vietnamese, Function<String, T> reading) {
        return new Kind<>(new Phrase(english, vietnamese), reading);
    }

    /** A whole number within the bounds, both included. */
    static Kind<Integer> number(int least, int most) {
        return of(
                "a whole number from " + least + " to " + most, "một số nguyên từ " + least + " đến " + most, text -> {
                    int number = Integer.parseInt(text);
                    return demand(least <= number && number <= most, number);
                });
    }

    /** A span of time within the bounds, both included: {@code 250ms}, {@code 10s}, {@code 15m}, {@code 2h}, {@code 1d}. */
    static Kind<Duration> duration(Duration least, Duration most, String example) {
        String bounds = words(least) + " %s " + words(most);
        return of(
                "a time such as `" + example + "`, anything from " + bounds.formatted("to")
                        + " (ms milliseconds, s seconds, m minutes, h hours, d days)",
                "khoảng thời gian như `" + example + "`, từ " + bounds.formatted("đến")
                        + " (ms mili giây, s giây, m phút, h giờ, d ngày)",
                text -> {
                    Duration time = parseDuration(text);
                    return demand(time.compareTo(least) >= 0 && time.compareTo(most) <= 0, time);
                });
    }

    /** What the text is, or empty if it is nothing of this kind. */
    Optional<T> read(String text) {
        try {
            return Optional.of(reading.apply(text));
        } catch (RuntimeException otherKind) { // java.time alone knows five for a bad pattern
            return Optional.empty();
        }
    }

    private static URI website(String text) {
        demand(matches(WITH_HOST, text), text);
        URI address = WebLink.resolve("http://invalid/", text).orElseThrow(IllegalArgumentException::new);
        return demand(address.getHost() != null && address.getPort() != 0 && address.getPort() <= LAST_PORT, address);
    }

    /** As Content-Security-Policy names a site; {@code *.} before the host stands for everything below it. */
    private static String site(String text) {
        boolean isAnyBelow = text.contains("://*.");
        URI site = website(text.replaceFirst("://\\*\\.", "://"));
        demand(site.getRawPath().matches("/?") && site.getRawQuery() == null && site.getRawFragment() == null, text);
        demand(matches(HOST, site.getHost()), text);
        return site.getScheme() + "://" + (isAnyBelow ? "*." : "") + site.getRawAuthority();
    }

    private static String language(String text) {
        Locale locale = new Locale.Builder().setLanguageTag(text).build();
        String code = locale.getLanguage();
        return demand(code.length() == 3 || Set.of(Locale.getISOLanguages()).contains(code), locale.toLanguageTag());
    }

    private static boolean isHostName(String text) {
        return matches(HOST, text) && !matches(DIGITS, text);
    }

    private static boolean isAddressBlock(String text) {
        return (!matches(DIGITS, text) || matches(IPV4, text))
                && AddressBlock.parse(text).isPresent();
    }

    private static Duration parseDuration(String text) {
        Matcher matcher = DURATION.matcher(text);
        demand(matcher.matches(), text);
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static String words(Duration time) {
        return time.toDays() > 0
                ? time.toDays() + "d"
                : time.toHours() > 0
                        ? time.toHours() + "h"
                        : time.toSeconds() > 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }

    private static boolean matches(Pattern pattern, String text) {
        return pattern.matcher(text).matches();
    }

    private static <T> T demand(boolean holds, T value) {
        if (!holds) {
            throw new IllegalArgumentException(value.toString());
        }
        return value;
    }
}
