package loa.collect;

import java.net.URI;
import java.util.Collection;
import loa.language.Phrase;
import loa.page.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One page that we cannot cope with, or that is built to exhaust us, costs that page alone. */
final class Isolation {

    private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);

    private final String source;
    private final Collection<Trouble> troubles;

    Isolation(String source, Collection<Trouble> troubles) {
        this.source = source;
        this.troubles = troubles;
    }

    /** Does the work on this page; says whether it came to its end. */
    boolean of(URI address, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            LOG.error("{}: {}", source, address, bug);
            troubles.add(new Trouble(
                    address,
                    new Phrase("an error in Loa; please report it", "lỗi của chương trình Loa; xin hãy báo lại")));
            return false;
        }
    }
}
