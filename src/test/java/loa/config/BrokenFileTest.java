package loa.config;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code config/broken/NAME.yml} is refused with the lines of {@code NAME.expected.txt}; {@code mvn test
 * -Dtest=BrokenFileTest -Dgolden.update=true} writes these anew.
 */
class BrokenFileTest {

    private static final Path FOLDER = Path.of("src/test/resources/config/broken");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("names")
    void saysEveryProblemInItsPlace(String name) throws IOException {
        String lines = problemsOf(name).lines(Locale.ENGLISH).replace(folder + "/", "") + "\n";
        Path expected = FOLDER.resolve(name + ".expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, lines);
        }
        assertEquals(Files.readString(expected), lines);
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysEveryProblemInBothLanguagesPlainly(String name) throws IOException {
        ConfigurationException broken = problemsOf(name);
        assertEquals(broken.problems().size(), broken.lines(VIETNAMESE).lines().count());
        assertAll(broken.problems().stream()
                .flatMap(problem -> Stream.of(
                        () -> assertNotEquals(
                                problem.phrase().english(), problem.phrase().vietnamese()),
                        () -> assertPlain(problem.phrase().english()),
                        () -> assertPlain(problem.phrase().vietnamese()))));
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysProblemsInTheOrderOfTheFileAndEachOnce(String name) throws IOException {
        List<Problem> problems = problemsOf(name).problems();
        assertEquals(problems.stream().sorted().distinct().toList(), problems);
    }

    private static void assertPlain(String sentence) {
        assertTrue(sentence.matches("[^\\p{Cntrl}]+; [^\\p{Cntrl}]+"), sentence);
        assertFalse(
                sentence.replaceAll("`[^`]*`", "")
                        .matches("(?s).*(Exception|java\\.|yaml\\.|\\bat [a-z]+\\.|<|null|token|scalar|mapping).*"),
                sentence);
    }

    private ConfigurationException problemsOf(String name) throws IOException {
        Path file = Files.copy(FOLDER.resolve(name + ".yml"), folder.resolve("feeds.yml"));
        return assertThrows(
                ConfigurationException.class, () -> Settings.read(file, OptionalInt.empty(), Path.of("data")));
    }

    private static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yml"))
                    .map(name -> name.replace(".yml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
