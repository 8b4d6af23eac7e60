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
        return new Place(page.body().length > LARGE ? PLACES : 1);
    }

    /** A place for pages of whatever size. */
    Place whole() {
        return new Place(PLACES);
    }

    /** What is taken until it is closed. */
    final class Place implements AutoCloseable {

        private final int taken;

        private Place(int taken) {
            this.taken = taken;
            places.acquireUninterruptibly(taken);
        }

        /** Waits for a server meanwhile, and lets others read. */
        <T> T leave(Supplier<T> question) {
            places.release(taken);
            try {
                return question.get();
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
