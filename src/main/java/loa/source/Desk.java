package loa.source;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import loa.fetch.FetchResult.Fetched;

/**
 * Where pages are read, however many sources fetch them: a few at a time, so that memory suffices, and a large one alone.
 * Who comes first is first.
 */
public final class Desk {

    private static final int PLACES = 2;
    private static final int LARGE = 512 * 1024;

    private final Semaphore places = new Semaphore(PLACES, true);

    /** A place to read this page at, as soon as there is one. */
    Place place(Fetched page) {
        return new Place(size(page));
    }

    /** A place for pages of whatever size. */
    Place whole() {
        return new Place(PLACES);
    }

    private static int size(Fetched page) {
        return page.body().length > LARGE ? PLACES : 1;
    }

    /** What is taken until it is closed. */
    final class Place implements AutoCloseable {

        private int taken;

        private Place(int taken) {
            this.taken = taken;
            places.acquireUninterruptibly(taken);
        }

        /** Waits for a server meanwhile, and lets others read; what comes may need more room than what was read before. */
        <T> T leave(Supplier<T> question) {
            places.release(taken);
            try {
                T answer = question.get();
                taken = answer instanceof Fetched page ? Math.max(taken, size(page)) : taken;
                return answer;
            } finally {
                places.acquireUninterruptibly(taken);
            }
        }

        @Override
        public void close() {
            places.release(taken);
        }
    }
}
