package loa.fetch;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one request at a time go to each host, with a pause between two of them; the operator's own hosts need none. */
final class HostTurns {

    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final Duration delay;
    private final AddressGuard guard;

    HostTurns(Duration delay, AddressGuard guard) {
        this.delay = delay;
        this.guard = guard;
    }

    /** Waits for this host's turn; closing it ends the turn. */
    Turn take(String host) throws InterruptedIOException {
        Turn turn = turns.computeIfAbsent(host, h -> new Turn(guard.isOwn(h) ? Duration.ZERO : delay));
        turn.begin();
        return turn;
    }

    /** The right to ask one host. */
    static final class Turn implements AutoCloseable {

        private final ReentrantLock lock = new ReentrantLock(true);
        private final Duration delay;
        private long mayBeginAt = System.nanoTime();

        private Turn(Duration delay) {
            this.delay = delay;
        }

        private void begin() throws InterruptedIOException {
            try {
                lock.lockInterruptibly();
                long wait = mayBeginAt - System.nanoTime();
                if (wait > 0) {
                    TimeUnit.NANOSECONDS.sleep(wait);
                }
            } catch (InterruptedException stopping) {
                if (lock.isHeldByCurrentThread()) {
                    lock.unlock();
                }
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopping");
            }
        }

        @Override
        public void close() {
            mayBeginAt = System.nanoTime() + delay.toNanos();
            lock.unlock();
        }
    }
}
