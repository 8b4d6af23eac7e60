package loa.entry;

import java.io.IOException;
import loa.fetch.FetchResult.Fetched;
import loa.language.Phrase;

/** A document is none of the kind that was expected, or broken. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Phrase reason;

    UnreadableException(Phrase reason) {
        super(reason.english());
        this.reason = reason;
    }

    /** Nothing that could list articles. */
    static UnreadableException ofAnotherKind(Fetched fetched) {
        String kind = fetched.mediaType() == null ? "?" : fetched.mediaType();
        return new UnreadableException(Phrase.of(
                "this is no list of articles but a document of another kind (%s)",
                "đây không phải danh sách bài viết mà là một tài liệu loại khác (%s)", kind));
    }

    public Phrase reason() {
        return reason;
    }
}
