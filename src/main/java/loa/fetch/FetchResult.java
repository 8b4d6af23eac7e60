package loa.fetch;

import java.net.URI;
import java.time.Instant;
import loa.language.Phrase;
import org.jspecify.annotations.Nullable;

/** What became of a request: a document, the word that it is as it was, or the reason why there is neither. */
public sealed interface FetchResult {

    /**
     * A document that arrived whole.
     *
     * @param address where it was found, after redirects
     * @param body decompressed; cut off where no more was to be kept
     * @param mediaType as the Content-Type header names it, such as {@code text/html}
     * @param charset as the Content-Type header names it
     * @param version to ask with next time
     * @param at when it arrived, which is what some dates on it count back from
     * @param next the document that goes on with it, as its Link header says (RFC 8288)
     */
    record Fetched(
            URI address,
            byte[] body,
            @Nullable String mediaType,
            @Nullable String charset,
            PageVersion version,
            Instant at,
            @Nullable URI next)
            implements FetchResult {

        /** One that nothing goes on with. */
        public Fetched(
                URI address,
                byte[] body,
                @Nullable String mediaType,
                @Nullable String charset,
                PageVersion version,
                Instant at) {
            this(address, body, mediaType, charset, version, at, null);
        }
    }

    /**
     * The document is the one that was asked about.
     *
     * @param version to ask with next time
     */
    record NotModified(PageVersion version) implements FetchResult {}

    /** Nothing usable came; {@code detail} is for people, such as {@code 404} or a host name. */
    record FetchFailed(Reason reason, String detail) implements FetchResult {
        public Phrase phrase() {
            return new Phrase(reason.english + " (" + detail + ")", reason.vietnamese + " (" + detail + ")");
        }

        /** Whether the server says that nothing is there. */
        public boolean isGone() {
            return reason == Reason.NOT_FOUND || reason == Reason.GONE;
        }

        /** Whether there is no such server. */
        public boolean isUnreachable() {
            return reason == Reason.UNKNOWN_HOST || reason == Reason.NO_CONNECTION;
        }
    }

    /** Why a request failed. */
    enum Reason {
        BAD_ADDRESS("not an address that can be asked", "địa chỉ không hợp lệ"),
        FOREIGN_PORT(
                "a port that feeds.yml does not name, refused; if it is right, give it in the source's address",
                "cổng không có trong feeds.yml nên bị từ chối; nếu đúng, hãy ghi cổng vào địa chỉ của nguồn"),
        PRIVATE_ADDRESS(
                "a private address, refused; if it is your own, add it to network.allow-private",
                "địa chỉ mạng nội bộ nên bị từ chối; nếu là máy của bạn, hãy thêm vào network.allow-private"),
        ROBOTS(
                "the site's robots.txt forbids it; if the site is your own, write `robots: ignore` in the source",
                "tệp robots.txt của trang không cho phép; nếu là trang của bạn, hãy ghi `robots: ignore` trong nguồn"),
        ROBOTS_UNREADABLE(
                "the site's robots.txt cannot be read, so nothing is asked for now; if the site is your own, write"
                        + " `robots: ignore` in the source",
                "không đọc được robots.txt của trang nên tạm thời không lấy gì; nếu là trang của bạn, hãy ghi"
                        + " `robots: ignore` trong nguồn"),
        SILENCE(
                "the server asks for a pause or fails again and again, so it is left alone for a while",
                "máy chủ yêu cầu tạm dừng hoặc lỗi liên tục nên được để yên một lúc"),
        UNKNOWN_HOST("no such host", "không tìm thấy máy chủ này"),
        NO_CONNECTION("no connection", "không kết nối được"),
        INSECURE("the certificate is not valid", "chứng chỉ bảo mật không hợp lệ"),
        TIMEOUT("no complete answer in time", "quá thời gian chờ trả lời"),
        NOT_FOUND("there is no such page", "không có trang này"),
        GONE("the page is gone for good", "trang đã bị gỡ bỏ vĩnh viễn"),
        STATUS("the server answered with an error", "máy chủ trả lời lỗi"),
        EMPTY("the server answered with nothing", "máy chủ trả lời trống"),
        TOO_LARGE("more than the size allowed", "lớn hơn mức cho phép"),
        BAD_REDIRECT("a redirect that leads nowhere", "chuyển hướng không hợp lệ"),
        BROKEN("the answer broke off or made no sense", "câu trả lời bị đứt đoạn hoặc không hợp lệ");

        private final String english;
        private final String vietnamese;

        Reason(String english, String vietnamese) {
            this.english = english;
            this.vietnamese = vietnamese;
        }

        /** Whether the whole site was not asked: that says nothing of the page. */
        public boolean isOfTheSite() {
            return this == SILENCE || this == ROBOTS_UNREADABLE;
        }
    }
}
