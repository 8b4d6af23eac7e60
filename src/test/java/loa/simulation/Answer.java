package loa.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a request gets.
 *
 * @param status 0 hangs up instead
 * @param missing bytes that are promised and never come
 */
record Answer(int status, Map<String, String> headers, byte[] body, int missing) {

    static final Answer HANG_UP = status(0);

    static Answer status(int status) {
        return new Answer(status, Map.of(), new byte[0], 0);
    }

    static Answer page(String html) {
        return page(html, Optional.empty());
    }

    static Answer page(String html, Optional<String> etag) {
        Map<String, String> type = Map.of("Content-Type", "text/html; charset=utf-8");
        Answer page = new Answer(200, type, html.getBytes(StandardCharsets.UTF_8), 0);
        return etag.map(tag -> page.with("ETag", tag)).orElse(page);
    }

    static Answer redirect(String to) {
        return status(301).with("Location", to);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, missing);
    }

    String html() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Answer cutBy(int bytes) {
        return new Answer(status, headers, body, bytes);
    }
}
