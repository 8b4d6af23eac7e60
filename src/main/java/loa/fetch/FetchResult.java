package loa.fetch;

import java.net.URI;
import loa.language.Phrase;
import org.jspecify.annotations.Nullable;

/** What became of a request: a document, or the reason why there is none. */
public sealed interface FetchResult {

    /**
     * A document that arrived whole.
     *
     * @param address where it was found, after redirects
     * @param body decompressed
     * @param mediaType as the Content-Type header names it, such as {@code text/html}
     * @param charset as the Content-Type header names it
     */
    record Fetched(
            URI address,
            byte[] body,
            @Nullable String mediaType,
            @Nullable String charset) implements FetchResult {}

    /** Nothing usable came; {@code detail} is for people, such as {@code 404} or a host name. */
    record FetchFailed(Reason reason, String detail) implements FetchResult {
        public Phrase phrase() {
            return new Phrase(reason.english + " (" + detail + ")", reason.vietnamese + " (" + detail + ")");
        }
    }

    /** Why a request failed. */
    enum Reason {
        PRIVATE_ADDRESS(
                "a private address, refused; if it is your own, add it to network.allow-private",
                "địa chỉ mạng nội bộ nên bị từ chối; nếu là máy của bạn, hãy thêm vào network.allow-private"),
        UNKNOWN_HOST("no such host", "không tìm thấy máy chủ này"),
        NO_CONNECTION("no connection", "không kết nối được"),
        INSECURE("the certificate is not valid", "chứng chỉ bảo mật không hợp lệ"),
        TIMEOUT("no complete answer in time", "quá thời gian chờ trả lời"),
        STATUS("the server answered with an error", "máy chủ trả lời lỗi"),
        TOO_LARGE("more than the size allowed", "lớn hơn mức cho phép"),
        BAD_REDIRECT("a redirect that leads nowhere", "chuyển hướng không hợp lệ"),
        BROKEN("the answer broke off or made no sense", "câu trả lời bị đứt đoạn hoặc không hợp lệ");

        private final String english;
        private final String vietnamese;

        Reason(String english, String vietnamese) {
            this.english = english;
            this.vietnamese = vietnamese;
        }
    }
}
