package loa.web;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Memory outside the heap, from where sockets take bytes without a copy. It is made in pages that are used again and never
 * more than was agreed; where it does not suffice, what was put there first gives way.
 */
final class DirectMemory {

    static final int PAGE = 64 * 1024;

    private final int mostPages;
    private int pages;
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private final Map<Object, Bytes> kept = new LinkedHashMap<>();

    DirectMemory(long mostBytes) {
        this.mostPages = (int) (mostBytes / PAGE);
    }

    /** How many bytes it takes from the system. */
    synchronized long size() {
        return (long) pages * PAGE;
    }

    /** How many bytes are kept, or are still being sent though they are not kept any more. */
    synchronized long used() {
        return size() - (long) free.size() * PAGE;
    }

    /**
     * Keeps the content under this name instead of what was there; null if there is no room for it.
     *
     * @param version what is kept already in this version is left as it is
     */
    synchronized @Nullable Bytes keep(Object name, String version, byte[] content) {
        Bytes former = kept.get(name);
        if (former != null && former.version.equals(version)) {
            return former;
        }
        if (former != null) {
            kept.remove(name);
            former.release();
        }
        int needed = (content.length + PAGE - 1) / PAGE;
        for (Iterator<Bytes> oldest = kept.values().iterator(); room() < needed && oldest.hasNext(); ) {
            Bytes leaving = oldest.next();
            oldest.remove();
            leaving.release();
        }
        if (room() < needed) {
            return null;
        }
        Bytes bytes = new Bytes(version, filled(content, needed));
        kept.put(name, bytes);
        return bytes;
    }

    private int room() {
        return free.size() + mostPages - pages;
    }

    private ByteBuffer[] filled(byte[] content, int count) {
        ByteBuffer[] filled = new ByteBuffer[count];
        for (int i = 0; i < count; i++) {
            filled[i] = page();
            filled[i]
                    .put(content, i * PAGE, Math.min(PAGE, content.length - i * PAGE))
                    .flip();
        }
        return filled;
    }

    private ByteBuffer page() {
        if (free.isEmpty()) {
            pages++;
            return ByteBuffer.allocateDirect(PAGE);
        }
        return free.remove().clear();
    }

    private synchronized void giveBack(ByteBuffer[] unused) {
        free.addAll(Arrays.asList(unused));
    }

    /** What was put there once; it stays as long as it is kept or somebody has taken it. */
    final class Bytes {

        private final String version;
        private final ByteBuffer[] content;
        private final AtomicInteger users = new AtomicInteger(1);

        private Bytes(String version, ByteBuffer[] content) {
            this.version = version;
            this.content = content;
        }

        /** Whether it is there still, and stays so until it is {@linkplain #release released}. */
        boolean take() {
            return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
        }

        void release() {
            if (users.decrementAndGet() == 0) {
                giveBack(content);
            }
        }

        /** These buffers and then its own, to be read by whoever has taken it. */
        ByteBuffer[] after(ByteBuffer... first) {
            ByteBuffer[] all = Arrays.copyOf(first, first.length + content.length);
            for (int i = 0; i < content.length; i++) {
                all[first.length + i] = content[i].duplicate();
            }
            return all;
        }
    }
}
