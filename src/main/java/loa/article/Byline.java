package loa.article;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an article ({@code author}) and where it was taken from ({@code credit}), as a signature line says it.
 *
 * @param author names as printed, such as {@code Thu Hà - Minh Khôi} or {@code PV}
 * @param credit the quoted medium, such as {@code TTXVN}
 */
public record Byline(@Nullable String author, @Nullable String credit) {

    public static final Byline NONE = new Byline(null, null);

    private static final int LONGEST = 80;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern PARENTHESES = Pattern.compile("^\\((?<line>[^()]+)\\)$");

    private static final Pattern CREDIT = Pattern.compile(
            "^(?:(?:nguồn|nguồn tin|source)\\s*[:：]|(?:theo|trích|tin từ)(?:\\s*[:：]|\\s))\\s*(?<name>.*)$", FLAGS);

    private static final Pattern AUTHOR = Pattern.compile(
            "^(?:(?:tin|bài|bài viết)(?:\\s*(?:,|và|-|–|&|/|\\+)?\\s*(?:bài|ảnh|hình|clip|video))*|tác giả(?: bài viết)?|người (?:viết|đăng|gửi)|thực hiện"
                    + "|người thực hiện|biên soạn|biên tập|phóng viên|cộng tác viên|tổng hợp|t/h|th|by|author)\\s*[:：]\\s*"
                    + "(?<name>.*)$",
            FLAGS);

    private static final Pattern BY =
            Pattern.compile("^(?:được )?(?:viết|đăng|gửi|tạo|soạn) bởi\\s*[:：]?\\s+(?<name>.*)$", FLAGS);

    private static final Pattern PICTURES =
            Pattern.compile("^(?:chùm )?(?:ảnh|hình ảnh|video|clip)\\s*[:：]\\s*(?<name>.*)$", FLAGS);

    /** When it was written, behind the name. */
    private static final Pattern WHEN = Pattern.compile("[\\s,|–-]+(?:vào |lúc |ngày |thứ |chủ nhật|\\d).*$", FLAGS);

    /** A medium's name, which begins with a capital and has no clauses, or its host. */
    private static final Pattern MEDIUM = Pattern.compile(
            "\\p{Lu}[^\\s,;:]*(?:\\s(?!\\d+(?:\\s|$))[^\\s,;:]+){0,7}|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    /** One to five words that begin with a capital, one name or several joined by dash, comma, slash or "và". */
    private static final Pattern NAMES;

    private static final Pattern DESK;

    /** What ends an article and has the look of a name. */
    private static final Pattern END = Pattern.compile("hết|ảnh|video|clip|nguồn|theo", FLAGS);

    static {
        String name = "\\p{Lu}[\\p{L}\\p{M}.'’]*(?:\\s\\p{Lu}[\\p{L}\\p{M}.'’]*){0,4}";
        String and = "(?:\\s*[-–,&/+]\\s*|\\s+và\\s+)";
        NAMES = Pattern.compile("^" + name + "(?:" + and + name + "){0,3}$");
        String desk = "(?:(?:nhóm )?(?:PV|BBT|BTC|CTV|phóng viên)|ban biên tập|tổng hợp)";
        DESK = Pattern.compile(desk + "(?:" + and + desk + "){0,3}", FLAGS);
    }

    /** Whom readers are told: the author, else the quoted medium. */
    public @Nullable String shown() {
        return author == null ? credit : author;
    }

    /** Whether both say who wrote it, or both where it was taken from. */
    public boolean clashesWith(Byline other) {
        return (author != null && other.author != null) || (credit != null && other.credit != null);
    }

    /** This byline with what only the other says. */
    public Byline with(Byline other) {
        return new Byline(author == null ? other.author : author, credit == null ? other.credit : credit);
    }

    /** What a place that the operator named as the author's says: a byline, or a name as it stands. */
    public static Byline read(String text) {
        String line = Text.line(text);
        Matcher credit = CREDIT.matcher(line);
        boolean namesNobody = unlabelled(line).isEmpty()
                || (credit.matches() && credit.group("name").isEmpty());
        return signature(line)
                .orElseGet(() -> namesNobody ? NONE : new Byline(Text.cut(unlabelled(line), LONGEST), null));
    }

    /** The byline if this line of an article can only be its signature: short, a name, no sentence. */
    public static Optional<Byline> signature(String text) {
        String line =
                PARENTHESES.matcher(Text.line(text)).replaceFirst("${line}").strip();
        if (line.isEmpty() || line.length() > LONGEST || ".!?…:;,".indexOf(line.charAt(line.length() - 1)) >= 0) {
            return Optional.empty();
        }
        Matcher credit = CREDIT.matcher(line);
        if (credit.matches() && MEDIUM.matcher(credit.group("name")).matches()) {
            return Optional.of(new Byline(null, credit.group("name")));
        }
        String name = unlabelled(line);
        boolean isName = DESK.matcher(name).matches() || NAMES.matcher(name).matches();
        return isName && !END.matcher(name).matches() ? Optional.of(new Byline(name, null)) : Optional.empty();
    }

    /** Whether this names no person, but the desk or the desks that write. */
    public static boolean isDesk(String text) {
        return DESK.matcher(Text.line(text)).matches();
    }

    /** The author if this line says that somebody is it. */
    public static Optional<Byline> labelled(String text) {
        String line = Text.line(text);
        return Stream.of(AUTHOR, BY)
                .map(label -> label.matcher(line))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(label -> signature(WHEN.matcher(label.group("name")).replaceFirst("")))
                .filter(byline -> byline.author() != null);
    }

    /** Who took the pictures if this line says so: the author of what consists of pictures, and of nothing else. */
    public static Optional<Byline> ofPictures(String text) {
        Matcher pictures = PICTURES.matcher(Text.line(text));
        return pictures.matches()
                ? signature(pictures.group("name")).filter(byline -> byline.author() != null)
                : Optional.empty();
    }

    private static String unlabelled(String line) {
        return Stream.of(AUTHOR, BY)
                .map(label -> label.matcher(line))
                .filter(Matcher::matches)
                .findFirst()
                .map(label -> label.group("name"))
                .orElse(line);
    }
}
