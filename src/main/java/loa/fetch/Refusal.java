package loa.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Reason;

/** Something that we do not do, or do not take: our judgement, where every other exception is the network's. */
final class Refusal extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_DETAIL = 200;
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#\\s]*@");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final transient FetchFailed failed;

    Refusal(Reason reason, String detail) {
        super(detail);
        this.failed = new FetchFailed(reason, shown(detail));
    }

    Reason reason() {
        return failed.reason();
    }

    /** What the exception means to the officer. */
    static FetchFailed explain(IOException failure, Duration deadline) {
        String detail = failure.getMessage() == null ? failure.getClass().getSimpleName() : shown(failure.getMessage());
        if (failure instanceof Refusal refusal) {
            return refusal.failed;
        } else if (failure instanceof UnknownHostException) {
            return new FetchFailed(Reason.UNKNOWN_HOST, detail.split(":", 2)[0]);
        } else if (failure instanceof SSLException) {
            return new FetchFailed(Reason.INSECURE, detail);
        } else if (failure instanceof InterruptedIOException) {
            return new FetchFailed(Reason.TIMEOUT, deadline.toSeconds() + " s");
        } else if (failure instanceof SocketException) {
            return new FetchFailed(Reason.NO_CONNECTION, detail);
        }
        return new FetchFailed(Reason.BROKEN, detail);
    }

    /** What others wrote, fit for a log line: short, without passwords and control characters. */
    private static String shown(String detail) {
        String masked =
                CONTROLS.matcher(USER_INFO.matcher(detail).replaceAll("//***@")).replaceAll(" ");
        return masked.length() <= LONGEST_DETAIL ? masked : masked.substring(0, LONGEST_DETAIL) + "…";
    }
}
