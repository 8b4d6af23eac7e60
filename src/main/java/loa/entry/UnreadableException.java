package loa.entry;

import java.io.IOException;
import loa.language.Phrase;

/** A document is none of the kind that was expected, or broken. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Phrase reason;

    UnreadableException(Phrase reason) {
        super(reason.english());
        this.reason = reason;
    }

    public Phrase reason() {
        return reason;
    }
}
