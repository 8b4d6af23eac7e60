package loa.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;

/** Whatever lies in feeds.yml, it is settings, or each problem in it has its place and one line in either language. */
class SettingsFuzzTest {

    @FuzzTest(maxDuration = "25s")
    void givesSettingsOrSaysWhereTheFileIsWrong(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("feeds", ".yml");
        try {
            Files.write(file, bytes);
            Settings.read(file, OptionalInt.empty(), Path.of("data"));
        } catch (ConfigurationException broken) {
            assertFalse(broken.problems().isEmpty());
            for (Problem problem : broken.problems()) {
                assertTrue(problem.line() >= 1 && problem.column() >= 1, problem.toString());
            }
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.forLanguageTag("vi")}) {
                assertEquals(
                        broken.problems().size(), broken.lines(language).lines().count());
            }
        } finally {
            Files.delete(file);
        }
    }
}
