package loa.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadDateTest {

    private static final DateCases CASES = DateCases.read(DateCases.FOLDER.resolve("reconciled.txt"));

    @ParameterizedTest
    @MethodSource("lines")
    void reconcilesListingAndPage(String line) {
        String[] shown = DateCases.text(line).split("\\|");
        assertEquals(CASES.meant(line), ReadDate.reconcile(read(shown[0]), read(shown[1]), CASES.fetched()));
    }

    static List<String> lines() {
        return CASES.lines();
    }

    private static Optional<ReadDate> read(String text) {
        return DateReader.read(text, CASES.zone(), CASES.fetched());
    }
}
