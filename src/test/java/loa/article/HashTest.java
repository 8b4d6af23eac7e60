package loa.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HashTest {

    @Test
    void hasThirtyTwoLowerCaseHexadecimalDigits() {
        assertTrue(Hash.of("đò").matches("[0-9a-f]{32}"));
        assertTrue(Hash.of(new byte[0]).matches("[0-9a-f]{32}"));
    }

    @Test
    void isTheSameOnEveryMachine() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb924", Hash.of(new byte[0]));
        assertEquals("ba7816bf8f01cfea414140de5dae2223", Hash.of("abc".getBytes(UTF_8)));
        assertEquals(Hash.of("3:abc".getBytes(UTF_8)), Hash.of("abc"));
        assertEquals(Hash.of("4:đò".getBytes(UTF_8)), Hash.of("đò"));
    }

    @Test
    void dependsOnEachPartItsPlaceAndWhetherItIsThere() {
        @Nullable
        Object[][] contents = {
            {},
            {""},
            {"", ""},
            {null},
            {null, null},
            {null, ""},
            {"", null},
            {"-"},
            {"a", "b"},
            {"b", "a"},
            {"ab"},
            {"ab", ""},
            {"", "ab"},
            {"ab", null},
            {"a", null, "b"},
            {"1:a"},
            {"a1:b"},
            {"null"},
        };
        Set<String> hashes = new HashSet<>();
        for (@Nullable Object[] content : contents) {
            assertTrue(
                    hashes.add(Hash.of(content)), () -> List.of(content.length).toString());
        }
    }

    @Test
    void hashesWhatAPartIsWrittenAs() {
        assertEquals(Hash.of("https://xa.vn/"), Hash.of(URI.create("https://xa.vn/")));
        assertNotEquals(Hash.of("https://xa.vn/"), Hash.of("https://xa.vn"));
    }
}
