package loa.collect;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import loa.article.Candidate;
import loa.article.Text;
import loa.language.Phrase;

/**
 * Judges what a source shows before anything of it is kept. An objection holds what was judged; a doubt is an objection
 * unless the articles themselves, read first, dispel it. Each judgement needs several articles: of few, little can be said.
 */
final class Gate {

    private static final int SEVERAL = 5;
    private static final int FEW = 3;
    private static final int SHOWN = 3;

    private static final List<Function<Showing, Optional<Phrase>>> OBJECTIONS = List.of(Gate::empty, Gate::oneTitle);
    private static final List<Function<Showing, Optional<Phrase>>> DOUBTS = List.of(Gate::allNew, Gate::mostVanished);
    private static final List<Function<List<Finding>, Optional<Phrase>>> SAMPLE =
            List.of(Gate::oneHeadline, Gate::oneBody);

    private Gate() {}

    /** What speaks against a listing whatever its articles are. */
    static Optional<Phrase> objection(Showing showing) {
        return first(OBJECTIONS, showing);
    }

    /** Whether the listing showed so few articles that all of them may be taken off in good faith. */
    static boolean isFew(Showing showing) {
        return showing.before().size() <= FEW;
    }

    /** What speaks against a listing unless the articles that nobody has seen before {@link #isDispelled dispel} it. */
    static Optional<Phrase> doubt(Showing showing) {
        return first(DOUBTS, showing);
    }

    /**
     * Whether a doubt is dispelled: the list has moved on to what is newer than all before, or most of what it showed is
     * there, be it at other addresses or with newer ones in its place.
     *
     * @param read strangers that were read
     * @param newer how many of them are newer than all that is kept
     * @param moved how many of the others are kept ones at new addresses
     */
    static boolean isDispelled(Showing showing, int read, int newer, int moved) {
        int strangers = showing.strangers().size();
        boolean hasMovedOn = isMost(newer, read) && strangers == showing.now().size();
        int accounted = strangers * (newer + moved) / Math.max(1, read);
        int missing = showing.vanished().size() - accounted;
        return isMost(newer + moved, read)
                && (hasMovedOn || !isMost(missing, showing.before().size()));
    }

    /**
     * What speaks against the articles that were read first.
     *
     * @param mayBeShared whether all of them may well have come at this moment
     */
    static Optional<Phrase> objection(List<Finding> sample, ZoneId zone, Predicate<Instant> mayBeShared) {
        return first(SAMPLE, sample).or(() -> oneDate(sample, zone, mayBeShared));
    }

    /** What speaks against articles most of whose pages could be fetched, but showed no article. */
    static Optional<Phrase> objection(int read, int empty) {
        return empty >= FEW && isMost(empty, read + empty)
                ? Optional.of(Phrase.of(
                        "%d of %d pages that it names show no article",
                        "%d trong số %d trang được liệt kê không có bài viết", empty, read + empty))
                : Optional.empty();
    }

    private static Optional<Phrase> empty(Showing showing) {
        return showing.now().isEmpty() && !showing.before().isEmpty()
                ? Optional.of(Phrase.of(
                        "no article is listed, where there were %d",
                        "không còn bài viết nào, trước đó có %d bài",
                        showing.before().size()))
                : Optional.empty();
    }

    private static Optional<Phrase> oneTitle(Showing showing) {
        return alike(showing.strangers().stream().map(Candidate::title).toList())
                .map(title -> Phrase.of(
                        "all articles are listed under one title: “%s”",
                        "mọi bài viết trong danh sách cùng một tiêu đề: “%s”", title));
    }

    private static Optional<Phrase> allNew(Showing showing) {
        boolean isEnough = showing.before().size() >= FEW && showing.now().size() >= FEW;
        return isEnough && showing.strangers().size() == showing.now().size()
                ? Optional.of(Phrase.of(
                        "not one of the %d articles that were listed is there any more; now there are %s",
                        "không còn bài nào trong %d bài đã liệt kê; hiện có %s",
                        showing.before().size(),
                        titles(showing.now())))
                : Optional.empty();
    }

    /** A list moves on as it grows, and its page may become shorter: what is left is then what was newest. */
    private static Optional<Phrase> mostVanished(Showing showing) {
        int before = showing.before().size();
        List<String> vanished = showing.vanished();
        int left = before - vanished.size();
        boolean movedOn = showing.arrived().size() >= vanished.size();
        boolean isShorter =
                left > 0 && new HashSet<>(vanished).containsAll(showing.before().subList(left, before));
        return before > SEVERAL && isMost(vanished.size(), before) && !movedOn && !isShorter
                ? Optional.of(Phrase.of(
                        "%d of the %d articles that were listed have vanished at once; now there are %s",
                        "%d trong số %d bài đã liệt kê biến mất cùng lúc; hiện có %s",
                        vanished.size(),
                        before,
                        titles(showing.now())))
                : Optional.empty();
    }

    private static Optional<Phrase> oneHeadline(List<Finding> sample) {
        Set<String> listed = sample.stream()
                .map(finding -> plain(finding.candidate().title()))
                .collect(Collectors.toSet());
        return alike(sample.stream().map(finding -> finding.article().title()).toList())
                .filter(title -> listed.size() > 1)
                .map(title -> Phrase.of(
                        "all articles have one title on their pages: “%s”; check `article: title`",
                        "mọi bài viết cùng một tiêu đề trên trang: “%s”; hãy kiểm tra `article: title`", title));
    }

    private static Optional<Phrase> oneBody(List<Finding> sample) {
        Map<String, List<Finding>> bodies =
                sample.stream().collect(Collectors.groupingBy(finding -> Sameness.of(finding.article())));
        return bodies.entrySet().stream()
                .filter(body -> !body.getKey().isEmpty())
                .map(Map.Entry::getValue)
                .filter(same -> Sameness.titles(same) >= FEW && isMost(same.size(), sample.size()))
                .findFirst()
                .map(same -> Phrase.of(
                        "%d of %d articles have the same text: “%s”; check `article: body`",
                        "%d trong số %d bài có cùng nội dung: “%s”; hãy kiểm tra `article: body`",
                        same.size(),
                        sample.size(),
                        cut(same.get(0).article().body().text())));
    }

    /** Midnight says that the portal prints days only; several articles on one day are nothing strange. */
    private static Optional<Phrase> oneDate(List<Finding> sample, ZoneId zone, Predicate<Instant> mayBeShared) {
        List<Instant> dates = sample.stream()
                .map(finding -> finding.article().published())
                .filter(Objects::nonNull)
                .toList();
        boolean isOne = dates.size() >= SEVERAL && dates.size() == sample.size() && new HashSet<>(dates).size() == 1;
        return isOne && dates.get(0).atZone(zone).toLocalTime().toSecondOfDay() != 0 && !mayBeShared.test(dates.get(0))
                ? Optional.of(Phrase.of(
                        "all articles have one date: %s; check `article: published`",
                        "mọi bài viết cùng một ngày giờ: %s; hãy kiểm tra `article: published`",
                        dates.get(0).atZone(zone).toLocalDateTime()))
                : Optional.empty();
    }

    private static boolean isMost(int part, int whole) {
        return part * 2 > whole;
    }

    private static Optional<String> alike(Collection<String> titles) {
        Set<String> different = titles.stream().map(Gate::plain).collect(Collectors.toSet());
        return titles.size() >= SEVERAL && different.size() == 1
                ? titles.stream().findFirst()
                : Optional.empty();
    }

    private static String titles(List<Candidate> candidates) {
        return candidates.stream()
                .limit(SHOWN)
                .map(candidate -> "“" + cut(candidate.title()) + "”")
                .collect(Collectors.joining(", "));
    }

    private static String cut(String text) {
        return Text.cut(text, 80);
    }

    private static String plain(String title) {
        return title.toLowerCase(Locale.ROOT);
    }

    private static <T> Optional<Phrase> first(List<Function<T, Optional<Phrase>>> judgements, T judged) {
        return judgements.stream()
                .flatMap(judgement -> judgement.apply(judged).stream())
                .findFirst();
    }
}
