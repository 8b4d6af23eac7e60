package loa.config;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.article.DateReader;
import loa.article.WebLink;
import loa.source.SourceSettings;
import loa.store.Correction;

/** Reads what the operator says of single articles. */
final class OverridesReader {

    private static final String GUID = "tag:[^\\s]+,\\d{4}-\\d{2}-\\d{2}:[a-z0-9-]+/\\d+";

    private final Problems problems;
    private final List<SourceSettings> sources;
    private final Kind<Instant> date;

    /**
     * A reader of overrides.
     *
     * @param zone of dates that name none
     * @param sources whose articles may be named by their addresses
     */
    OverridesReader(Problems problems, ZoneId zone, List<SourceSettings> sources) {
        this.problems = problems;
        this.sources = sources;
        this.date = Kind.of(
                "a date with its time, such as `\"08:30 11/01/2026\"`",
                "ngày giờ, ví dụ `\"08:30 11/01/2026\"`",
                text -> DateReader.read(text, zone).orElseThrow(IllegalArgumentException::new));
    }

    /** All of them, in the order of the file. */
    List<Correction> read(Section file) {
        Section overrides = file.section("overrides", "\"https://portal.example.vn/bai-1.html\": {withdraw: true}");
        List<Correction> corrections = new ArrayList<>();
        for (String id : overrides.keys()) {
            Optional<URI> address = Kind.WEBSITE.read(id);
            if (address.isEmpty() && !id.matches(GUID)) {
                problems.add(
                        overrides.keyAt(id),
                        "`%s` names no article; write its id from the feed, such as `%s`, or its address",
                        "`%s` không chỉ ra bài viết nào; hãy ghi id của bài trong nguồn tin, ví dụ `%s`, hoặc địa chỉ của bài",
                        id,
                        "tag:feeds.example.vn,2026-01-11:portal/1");
            }
            corrections.add(correction(id, address, overrides.section(id, "withdraw: true")));
        }
        return corrections;
    }

    private Correction correction(String id, Optional<URI> address, Section section) {
        boolean withdraw = section.value("withdraw", Kind.FLAG).orElse(false);
        boolean pin = section.value("pin", Kind.FLAG).orElse(false);
        if (withdraw && pin) {
            problems.add(
                    section.keyAt("pin"),
                    "an article is either withdrawn or pinned; delete one of the two",
                    "một bài viết chỉ có thể bị gỡ hoặc được ghim; hãy xóa một trong hai");
        }
        Correction correction = new Correction(
                id,
                keys(address),
                withdraw,
                pin,
                section.value("title", Kind.TEXT).orElse(null),
                section.value("summary", Kind.TEXT).orElse(null),
                section.value("author", Kind.TEXT).orElse(null),
                section.value("image", Kind.WEBSITE).orElse(null),
                section.value("published", date).orElse(null));
        section.refuseTheRest();
        return correction;
    }

    /** What each source would know an article at this address by. */
    private Map<String, String> keys(Optional<URI> address) {
        Map<String, String> keys = new HashMap<>();
        address.map(WebLink::canonical)
                .ifPresent(link -> sources.forEach(
                        source -> keys.put(source.name(), source.identity().key(link))));
        return keys;
    }
}
