package loa.collect;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import loa.language.Phrase;
import loa.page.Trouble;
import loa.store.SourceState;

/** What a run says of its source, in words for the officer. */
record Diagnosis(SourceState state, Phrase reason) {

    /** As many articles as a habit is told from. */
    static final int HABIT = 40;

    private static final Phrase NOTHING = new Phrase("nothing could be read of it", "không đọc được gì từ nguồn này");
    private static final int LEAST = 10;
    private static final Duration SHORTEST_SILENCE = Duration.ofDays(3);
    private static final Pattern SECRET =
            Pattern.compile("(?i)((?:[\\w-]*(?:token|key|pass|secret|auth|session|sig)[\\w-]*)=)[^&]*");

    /**
     * The diagnosis.
     *
     * @param every the pause between two runs
     * @param latest when the latest articles were published, the latest first
     */
    static Diagnosis of(Run run, Duration every, List<Instant> latest, Instant now) {
        return held(run)
                .or(() -> failing(run))
                .or(() -> slow(run, every))
                .or(() -> silent(latest, now))
                .orElseGet(() -> well(run));
    }

    private static Optional<Diagnosis> held(Run run) {
        return run.holds().stream()
                .findFirst()
                .map(hold -> new Diagnosis(
                        SourceState.HELD,
                        new Phrase(
                                shown(hold.listing()) + ": " + hold.reason().english()
                                        + ". Nothing of it is published, and the feeds stay as they are. It goes on by itself"
                                        + " once the portal is as before; if the portal was changed on purpose, run `accept "
                                        + run.source() + "`",
                                shown(hold.listing()) + ": " + hold.reason().vietnamese()
                                        + ". Không có gì từ trang này được phát, các nguồn tin giữ nguyên. Mọi việc tự tiếp tục"
                                        + " khi cổng trở lại như trước; nếu cổng được thay đổi có chủ ý, hãy chạy lệnh `accept "
                                        + run.source() + "`")));
    }

    /** Nothing could be read, or one of its listings could not. */
    private static Optional<Diagnosis> failing(Run run) {
        Optional<Trouble> told = run.troubles().stream()
                .filter(trouble -> run.failed() || run.unread().contains(trouble.address()))
                .findFirst();
        return told.map(trouble -> new Diagnosis(SourceState.FAILING, said(trouble)))
                .or(() -> run.failed() ? Optional.of(new Diagnosis(SourceState.FAILING, NOTHING)) : Optional.empty());
    }

    private static Phrase said(Trouble trouble) {
        String address = shown(trouble.address());
        return new Phrase(
                address + ": " + trouble.reason().english() + ". It is tried again; what was collected stays",
                address + ": " + trouble.reason().vietnamese() + ". Hệ thống sẽ thử lại; những gì đã thu thập vẫn còn");
    }

    private static Optional<Diagnosis> slow(Run run, Duration every) {
        return run.took().compareTo(every) > 0
                ? Optional.of(new Diagnosis(
                        SourceState.SLOW,
                        Phrase.of(
                                "one run takes %d s, longer than the pause between two (%d s); write a longer `every` or fewer"
                                        + " `pages`",
                                "mỗi lần thu thập mất %d giây, lâu hơn khoảng nghỉ giữa hai lần (%d giây); hãy tăng `every` hoặc"
                                        + " giảm `pages`",
                                run.took().toSeconds(),
                                every.toSeconds())))
                : Optional.empty();
    }

    /** Silent for more than twice as long as ever between its latest articles. */
    private static Optional<Diagnosis> silent(List<Instant> latest, Instant now) {
        if (latest.size() < LEAST) {
            return Optional.empty();
        }
        Duration longest = IntStream.range(1, latest.size())
                .mapToObj(i -> Duration.between(latest.get(i), latest.get(i - 1)))
                .max(Duration::compareTo)
                .orElseThrow();
        Duration silence = Duration.between(latest.get(0), now);
        return silence.compareTo(SHORTEST_SILENCE) > 0 && silence.compareTo(longest.multipliedBy(2)) > 0
                ? Optional.of(new Diagnosis(
                        SourceState.SILENT,
                        Phrase.of(
                                "no new article for %d days; so far there were never more than %d between two",
                                "không có bài mới trong %d ngày; trước đây giữa hai bài nhiều nhất là %d ngày",
                                silence.toDays(),
                                longest.toDays() + 1)))
                : Optional.empty();
    }

    private static Diagnosis well(Run run) {
        Phrase counts = run.troubles().isEmpty()
                ? Phrase.of("%d articles listed", "%d bài trong danh sách", run.listed())
                : Phrase.of(
                        "%d articles listed; %d pages could not be read and are tried again",
                        "%d bài trong danh sách; %d trang chưa đọc được và sẽ được thử lại",
                        run.listed(),
                        run.troubles().size());
        return new Diagnosis(SourceState.WELL, run.remedy().map(counts::and).orElse(counts));
    }

    /** The address without what is nobody else's business. */
    private static String shown(URI address) {
        if (address.getHost() == null) {
            return address.getPath(); // on this machine
        }
        String query = address.getRawQuery();
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort())
                + address.getRawPath()
                + (query == null ? "" : "?" + SECRET.matcher(query).replaceAll("$1…"));
    }
}
