package loa.listing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import loa.article.Text;
import org.jsoup.nodes.Element;

/** Tells lists that stand on every page of a site from what the page itself lists: what is newest, or read most, elsewhere. */
final class SideLists {

    private static final int LONGEST_HEADING = 60;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Headings of lists that are no page's own. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "\\W*(?:(?:tin|bài|bài viết|tin tức|tin bài)?\\s*(?:được )?(?:đọc|xem|quan tâm) nhiều(?: nhất)?(?: trong .{1,12})?|đáng chú ý"
                    + "|(?:tin|bài|bài viết) (?:liên quan|cùng chuyên mục)|có thể bạn quan tâm|most (?:read|viewed|popular)(?: .{1,20})?"
                    + "|popular(?: posts| articles| news| now)?|trending(?: now| .{1,12})?|related(?: .{1,12})?|you may (?:also )?like"
                    + "|meistgelesen|les plus lus|lo más leído|i più letti|mais lidas|самое читаемое|популярное)\\W*",
            FLAGS);

    /** Headings of lists that are a page's own, unless they stand beside its content. */
    private static final Pattern NEWEST = Pattern.compile(
            "\\W*(?:(?:các )?(?:tin|bài|bài viết|tin tức|tin bài)(?: viết)? (?:mới|mới nhất|mới đăng|mới cập nhật|nổi bật|tiêu điểm|nóng)"
                    + "|tiêu điểm|thông báo(?: mới)?|recent (?:posts|articles|news|entries)|latest(?: .{1,12})?|featured(?: .{1,12})?"
                    + "|neueste .{1,12}|articles récents|entradas recientes|articoli recenti|posts recentes|последние .{1,12})\\W*",
            FLAGS);

    /** What stands in the place of a list that has nothing. */
    private static final Pattern EMPTY = Pattern.compile(
            "\\W*(?:(?:hiện )?(?:chưa|không) (?:có|tìm thấy) (?:bài|bài viết|tin|tin tức|tin bài|nội dung|bản tin|kết quả)(?: viết)?(?: nào| mới)?"
                    + "|(?:nội dung |chuyên mục |dữ liệu )?đang (?:được )?cập nhật"
                    + "|(?:there are )?no (?:posts|articles|news|entries|items|results)(?: yet| found| available| to show)?|nothing (?:found|here)(?: yet)?)"
                    + "(?: (?:trong|ở|tại|cho|thuộc|in|for) .{1,60})?\\W*",
            FLAGS);

    private static final int LONGEST_NOTE = 100;

    private final Regions regions;
    private final boolean isEmpty;

    SideLists(Element page, Regions regions) {
        this.regions = regions;
        this.isEmpty = page.stream().anyMatch(this::saysEmpty);
    }

    /** Whether the links are another page's for all that can be seen. */
    boolean contains(LinkGroup group) {
        if (Regions.isNoContent(group.place())) {
            return true;
        }
        String heading = heading(group).orElse("");
        boolean isBeside = regions.isBeside(group.place(), null);
        return ELSEWHERE.matcher(heading).matches()
                || (NEWEST.matcher(heading).matches() && (isBeside || isEmpty))
                || (isBeside && isEmpty);
    }

    private boolean saysEmpty(Element element) {
        String text = element.ownText();
        return !text.isBlank()
                && text.length() <= LONGEST_NOTE
                && EMPTY.matcher(Text.line(text)).matches()
                && !regions.isBeside(element, null);
    }

    /** The short text right above the first entry. */
    private static Optional<String> heading(LinkGroup group) {
        for (Element at = group.members().get(0).entry(); at != null; at = at.parent()) {
            for (Element before = at.previousElementSibling();
                    before != null;
                    before = before.previousElementSibling()) {
                String text = Text.line(before.text());
                if (!text.isEmpty()) {
                    return Optional.of(text.toLowerCase(Locale.ROOT)).filter(line -> line.length() <= LONGEST_HEADING);
                }
            }
        }
        return Optional.empty();
    }
}
