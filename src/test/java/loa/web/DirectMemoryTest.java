package loa.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import loa.web.DirectMemory.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Never more is taken from the system than was agreed, and nothing that is being sent is overwritten. */
class DirectMemoryTest {

    private static final int PAGE = DirectMemory.PAGE;

    private final DirectMemory memory = new DirectMemory(4 * PAGE);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PAGE - 1, PAGE, PAGE + 1, 4 * PAGE})
    void givesBackWhatWasPutThereAsOftenAsItIsRead(int length) {
        Bytes bytes = keep("a", "1", content(length, 1));
        assertArrayEquals(content(length, 1), read(bytes));
        assertArrayEquals(content(length, 1), read(bytes));
        assertEquals((long) (length + PAGE - 1) / PAGE * PAGE, memory.used());
    }

    @Test
    void leavesWhatIsThereInThisVersion() {
        assertSame(keep("a", "1", content(PAGE, 1)), keep("a", "1", content(PAGE, 1)));
        assertEquals(PAGE, memory.used());
    }

    @Test
    void neverGrowsHoweverOftenContentIsReplaced() {
        for (int i = 0; i < 10_000; i++) {
            keep("a", "version " + i, content(PAGE + 1, i));
            keep("b", "version " + i, content(1, i));
        }
        assertEquals(3 * PAGE, memory.used());
        assertEquals(3 * PAGE, memory.size());
    }

    @Test
    void makesRoomForTheNewestByWhatCameFirst() {
        Bytes first = keep("a", "1", content(2 * PAGE, 1));
        Bytes second = keep("b", "1", content(2 * PAGE, 2));
        keep("c", "1", content(PAGE, 3));
        assertFalse(first.take());
        assertTrue(second.take());
        assertEquals(3 * PAGE, memory.used());
    }

    @Test
    void leavesAloneWhatIsBeingSent() {
        Bytes sent = keep("a", "1", content(3 * PAGE, 1));
        assertTrue(sent.take());
        assertNotNull(keep("a", "2", content(PAGE, 2)));
        assertNull(memory.keep("b", "1", content(2 * PAGE, 3)));
        assertArrayEquals(content(3 * PAGE, 1), read(sent));
        sent.release();
        assertFalse(sent.take());
        assertNotNull(memory.keep("b", "1", content(2 * PAGE, 3)));
    }

    @Test
    void refusesWhatIsMoreThanAllOfIt() {
        assertNull(memory.keep("a", "1", content(4 * PAGE + 1, 1)));
        assertEquals(0, memory.used());
    }

    private Bytes keep(String name, String version, byte[] content) {
        Bytes bytes = memory.keep(name, version, content);
        assertNotNull(bytes);
        return bytes;
    }

    private static byte[] read(Bytes bytes) {
        ByteBuffer all = ByteBuffer.allocate(5 * PAGE);
        Arrays.stream(bytes.after()).forEach(all::put);
        return Arrays.copyOf(all.array(), all.position());
    }

    private static byte[] content(int length, int seed) {
        byte[] content = new byte[length];
        new Random(seed).nextBytes(content);
        return content;
    }
}
