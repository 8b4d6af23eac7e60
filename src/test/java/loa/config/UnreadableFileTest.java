package loa.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loa.language.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no feeds.yml at all, or an attack on its reader. */
class UnreadableFileTest {

    private static final String FEEDS = """
            title: Tin xã
            categories: {kinh-te: Kinh tế}
            sources:
              portal:
                html: https://portal.example.vn/
                category: kinh-te
            """;

    private static final String MORE_KEYS =
            "url, language, timezone, contact, rights, sample, server, embed, store, network, overrides";
    private static final String NOT_UTF_8 =
            "the text is not UTF-8 from here on; save the file again with the encoding UTF-8";

    @TempDir
    private Path folder;

    @Test
    void saysThatThereIsNoSuchFile() {
        assertEquals(
                List.of("feeds.yml:1:1: there is no such file; write it, or name another with --config"),
                problems(folder.resolve("feeds.yml")));
    }

    @Test
    void speaksVietnameseToWhoeverDoes() {
        Path file = folder.resolve("feeds.yml");
        assertEquals(
                file + ":1:1: không có tệp này; hãy tạo tệp, hoặc chỉ ra tệp khác bằng --config",
                wrong(file).lines(Locale.forLanguageTag("vi-VN")));
        assertTrue(wrong(file).lines(Locale.forLanguageTag("tr-TR")).contains("there is no such file"));
    }

    @Test
    void saysThatAFolderIsNoFile() {
        assertEquals(
                folder + ":1:1: this is a folder; name the file in it: --config " + folder.resolve("feeds.yml"),
                wrong(folder).lines(Locale.ENGLISH));
    }

    @Test
    void refusesAFileLargerThanAPersonWrites() throws IOException {
        assertEquals(
                List.of(
                        "feeds.yml:1:1: the file is larger than 1 MB; name a feeds.yml, which is a page or two of text"),
                problems("title: Tin\n# %s".formatted("x".repeat(10_000_000))));
    }

    @Test
    void pointsAtTheFirstByteThatIsNotUtf8() throws IOException {
        assertEquals(
                List.of("feeds.yml:2:7: " + NOT_UTF_8),
                problems("title: Tin\n  # Thông báo".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void refusesAnotherEncodingOfUnicode() throws IOException {
        assertEquals(
                List.of("feeds.yml:1:1: " + NOT_UTF_8),
                problems(("\uFEFF" + FEEDS).getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void acceptsAByteOrderMarkAndCountsColumnsWithoutIt() throws IOException {
        Path file = write("\uFEFF" + FEEDS);
        assertEquals(
                "Tin xã",
                Settings.read(file, OptionalInt.empty(), folder).newsroom().title());
        assertEquals(
                List.of("feeds.yml:1:1: unknown key `pages`; possible here: " + MORE_KEYS),
                problems("\uFEFFpages: 3\n" + FEEDS));
    }

    @Test
    void countsLinesThatEndAsOnWindows() throws IOException {
        String windows = (FEEDS + "pages: 3\nurl: nothing\u0007\n").replace("\n", "\r\n");
        assertEquals(
                List.of("7:1", "8:6", "8:13"),
                problems(windows).stream()
                        .map(line -> line.split(":", 2)[1].replaceAll(": .*", ""))
                        .toList());
    }

    @Test
    void countsACharacterOutsideTheBasicPlaneAsOne() throws IOException {
        assertEquals(
                List.of("feeds.yml:1:21: unknown key `pages`; possible here: " + MORE_KEYS),
                problems("{title: 'Tin 📣 xã', pages: 3, "
                        + "categories: {a: A}, sources: {b: {html: https://b.example.vn/, category: a}}}"));
    }

    @Test
    void readsOnAfterInvisibleCharacters() throws IOException {
        String invisible = "there is an invisible character here (%s); delete it, and type a space if one is needed";
        assertEquals(
                List.of(
                        "feeds.yml:1:7: " + invisible.formatted("U+0000"),
                        "feeds.yml:1:9: " + invisible.formatted("U+001B"),
                        "feeds.yml:2:1: unknown key `pages`; possible here: " + MORE_KEYS),
                problems("# Tin \u0000 \u001B\npages: 3\n" + FEEDS));
    }

    @Test
    void doesNotSinkIntoDeepNesting() {
        for (String opening : List.of("[", "{a: ", "- ", "? ", "- [")) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                List<String> problems = problems("title: Tin\nsources:\n  " + opening.repeat(100_000));
                assertEquals(1, problems.size(), opening);
                assertTrue(problems.get(0).startsWith("feeds.yml:3:"), problems.get(0));
            });
        }
    }

    @Test
    void doesNotExpandReferencesToReferences() {
        String bomb = "a: &a [lol, lol]\n"
                + IntStream.range('b', 'z')
                        .mapToObj(c -> "%c: &%c [%s]"
                                .formatted(c, c, "*%c, ".formatted(c - 1).repeat(9)))
                        .collect(Collectors.joining("\n"));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            List<String> problems = problems(bomb);
            assertEquals(
                    25 + 24 * 9,
                    problems.stream()
                            .filter(line -> line.contains("begins with `&`"))
                            .count());
        });
    }

    @Test
    void namesEveryProblemOfAVeryLongFile() {
        String manyKeys =
                IntStream.range(0, 50_000).mapToObj(i -> "k" + i + ": x\n").collect(Collectors.joining());
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertEquals(50_000, problems(FEEDS + manyKeys).size()));
    }

    @Test
    void quotesLittleOfAVeryLongKeyOrValue() {
        for (String text :
                List.of("'%s': x\n", "url: %s\n", "contact: %s\n", "language: %s\n", "store: jdbc:sqlite:%s?\n")) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                List<String> problems = problems(FEEDS + text.formatted("x".repeat(200_000)));
                assertEquals(1, problems.size());
                assertTrue(problems.get(0).length() < 300, text);
            });
        }
    }

    @Test
    void saysThatThereIsNoSuchPort() throws IOException {
        Path file = write(FEEDS);
        for (int port : List.of(-1, 0, 65_536)) {
            CannotStart impossible =
                    assertThrows(CannotStart.class, () -> Settings.read(file, OptionalInt.of(port), folder));
            assertEquals(
                    "--port " + port + " cannot be used; write a whole number from 1 to 65535",
                    impossible.reason().english());
        }
    }

    private List<String> problems(String text) throws IOException {
        return problems(write(text));
    }

    private List<String> problems(byte[] bytes) throws IOException {
        return problems(Files.write(folder.resolve("feeds.yml"), bytes));
    }

    private List<String> problems(Path file) {
        return wrong(file)
                .lines(Locale.ENGLISH)
                .lines()
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("feeds.yml"), text);
    }

    private static ConfigurationException wrong(Path file) {
        return assertThrows(
                ConfigurationException.class, () -> Settings.read(file, OptionalInt.empty(), Path.of("data")));
    }
}
