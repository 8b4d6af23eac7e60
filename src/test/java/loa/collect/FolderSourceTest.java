package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import loa.TestClock;
import loa.TestNewsroom;
import loa.article.Article;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of files as a source. */
class FolderSourceTest {

    private static final String MARKDOWN = """
            ---
            title: Mùa lúa chín
            date: 2026-02-28 08:30
            author: Thu Hà
            summary: Vụ lúa đông xuân bắt đầu.
            categories: [Nông nghiệp]
            image: anh/lua.jpg
            ---
            Nông dân **bắt đầu** gặt, xem [bản đồ](ban-do.html).

            ![Ruộng](anh/ruong.jpg)

            <script>alert(1)</script>
            """;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-01T05:00:00Z"));
    private Path articles;
    private TestNewsroom newsroom;

    @BeforeEach
    void open() throws IOException {
        articles = Files.createDirectory(folder.resolve("bai-viet"));
        newsroom = open("category: kinh-te");
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void takesMarkdownWithFrontMatter() throws IOException {
        write("lua.md", MARKDOWN);
        Run run = newsroom.collect();
        assertEquals(List.of(1, 1), List.of(run.listed(), run.added()));
        Article article = newsroom.articles().get(0);
        assertEquals("Mùa lúa chín", article.title());
        assertEquals("Vụ lúa đông xuân bắt đầu.", article.summary());
        assertEquals("Thu Hà", article.byline().author());
        assertEquals(Instant.parse("2026-02-28T01:30:00Z"), article.published());
        assertTrue(article.body().contains("<strong>bắt đầu</strong>"), article.body());
        assertFalse(article.body().contains("script"), article.body());
        assertEquals(
                "https://feeds.example.vn/c/kinh-te?tep=lua.md", article.link().toString());
    }

    @Test
    void publishesNoPictureThatNobodyServes() throws IOException {
        write("lua.md", MARKDOWN);
        newsroom.collect();
        Article article = newsroom.articles().get(0);
        assertNull(article.image());
        assertFalse(article.body().contains("<img"), article.body());
        assertFalse(article.body().contains("href"), article.body());
    }

    @Test
    void linksFilesWhereTheyStandOnTheWeb() throws IOException {
        newsroom.close();
        newsroom = open("category: kinh-te\n    url: https://xa.example.vn/tin/");
        write("2026/lua.md", MARKDOWN);
        newsroom.collect();
        Article article = newsroom.articles().get(0);
        assertEquals("https://xa.example.vn/tin/2026/lua.html", article.link().toString());
        assertTrue(article.body().contains("https://xa.example.vn/tin/2026/ban-do.html"), article.body());
        assertTrue(article.body().contains("https://xa.example.vn/tin/2026/anh/ruong.jpg"), article.body());
    }

    @Test
    void takesHtmlAsItStands() throws IOException {
        write("tin.html", """
                <!doctype html><title>Trang</title><meta name=author content="Minh Khôi">
                <h1>Chợ phiên ngày Tết</h1><time datetime="2026-02-01T07:00:00+07:00">1/2</time><p>Chợ đông từ sáng sớm.</p>""");
        newsroom.collect();
        Article article = newsroom.articles().get(0);
        assertEquals("Chợ phiên ngày Tết", article.title());
        assertEquals("Minh Khôi", article.byline().author());
        assertEquals(Instant.parse("2026-02-01T00:00:00Z"), article.published());
        assertFalse(article.body().contains("Chợ phiên"), "the headline stands once");
    }

    @Test
    void readsNothingAgainUntilAFileChangesAndThenKnowsItsArticle() throws IOException {
        Path file = write("lua.md", MARKDOWN);
        newsroom.collect();
        Article before = newsroom.articles().get(0);
        clock.advance(Duration.ofHours(2));
        assertEquals(0, newsroom.collect().updated());
        Files.writeString(file, MARKDOWN.replace("gặt", "gặt rộ"));
        assertEquals(1, newsroom.collect().updated());
        assertEquals(before.guid(), newsroom.articles().get(0).guid());
    }

    @Test
    void takesAFileThatVanishesForNothing() throws IOException {
        Path first = write("lua.md", MARKDOWN);
        write("cho.md", "# Chợ phiên\n\nChợ đông từ sáng sớm.");
        newsroom.collect();
        Files.delete(first);
        for (int day = 0; day < 5; day++) {
            clock.advance(Duration.ofDays(1));
            newsroom.collect();
        }
        assertEquals(2, newsroom.articles().size());
    }

    @Test
    void filesByTheNamesInTheFiles() throws IOException {
        newsroom.close();
        newsroom = open("categories: {nông nghiệp: y-te}");
        write("lua.md", MARKDOWN);
        write("nhap.md", MARKDOWN.replace("title:", "draft: true\ntitle:"));
        newsroom.collect();
        assertEquals(List.of("y-te"), newsroom.articles().get(0).categories());
        assertEquals(1, newsroom.articles().size());
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        Path secret = Files.writeString(folder.resolve("mat.md"), "# Bí mật\n\nKhông phát.");
        Files.createSymbolicLink(articles.resolve("mat.md"), secret);
        Files.createSymbolicLink(articles.resolve("ngoai"), folder);
        Path inside = write("lua.md", MARKDOWN);
        Files.createSymbolicLink(articles.resolve("lua-2.md"), inside);
        newsroom.collect();
        assertTrue(newsroom.articles().stream()
                .noneMatch(article -> article.title().equals("Bí mật")));
    }

    @Test
    void namesTheFileThatItCannotRead() throws IOException {
        write("hong.md", "---\ntitle: Tin: nóng: [\n---\nThân");
        write("lua.md", MARKDOWN);
        Run run = newsroom.collect();
        assertEquals(1, run.added());
        assertTrue(run.troubles().get(0).address().getPath().endsWith("/hong.md"));
        assertTrue(
                run.troubles().get(0).reason().in(Locale.ENGLISH).contains("(line 2)"),
                run.troubles().toString());
    }

    @Test
    void saysThatThereIsNoSuchFolderAndKeepsWhatItHad() throws IOException {
        Path file = write("lua.md", MARKDOWN);
        newsroom.collect();
        Files.delete(file);
        Files.delete(articles);
        Run run = newsroom.collect();
        assertTrue(run.failed());
        assertTrue(run.troubles().get(0).reason().in(Locale.ENGLISH).contains("correct `folder`"));
        assertEquals(1, newsroom.articles().size());
    }

    private Path write(String name, String text) throws IOException {
        Path file = articles.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private TestNewsroom open(String lines) {
        return TestNewsroom.open("""
                title: Tin
                url: https://feeds.example.vn
                categories: {kinh-te: Kinh tế, y-te: Y tế}
                sources:
                  dia:
                    folder: %s
                    %s
                """.formatted(articles, lines), folder, clock);
    }
}
