package loa.language;

/** The program cannot do its work here, for a reason that the officer can mend; said in one line. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Phrase reason;

    public CannotStart(Phrase reason) {
        super(reason.english());
        this.reason = reason;
    }

    public Phrase reason() {
        return reason;
    }
}
