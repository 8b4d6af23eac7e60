package loa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages as the W3C's checker judges them: {@code -Dvnu=FILE} names its {@code vnu.jar}, and without it nothing is judged. It
 * is no dependency, for it brings an older Jetty than ours, and is loaded apart.
 */
@EnabledIfSystemProperty(named = "vnu", matches = ".+")
class ValidPagesTest {

    private static final long STACK = 32 << 20;

    @TempDir
    static Path folder;

    private static TestServer server;
    private static Object checker;

    @BeforeAll
    static void start() throws Exception {
        URL jar = Path.of(System.getProperty("vnu")).toUri().toURL();
        checker = Class.forName(
                        "nu.validator.client.EmbeddedValidator", true, new URLClassLoader(new URL[] {jar}, null))
                .getConstructor()
                .newInstance();
        server = TestServer.serving(folder, TestPages.newsroom(TestPages.PAYLOAD));
        TestPages.fill(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?lang=en",
                "/c/kinh-te",
                "/c/kinh-te?lang=en",
                "/c/kinh-te/archive/1",
                "/c/kinh-te/archive/2",
                "/c/rong",
                "/c/cu",
                "/status",
                "/status?lang=en",
                "/embed/kinh-te?limit=20&images=true",
                "/embed/rong",
                "/embed/cu"
            })
    void isValid(String path) throws Exception {
        assertEquals("[]", judged(new String(server.get(path).body(), StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/embed/kinh-te.html?limit=20&images=true", "/embed/rong.html", "/embed/cu.html"})
    void fitsIntoAValidPage(String path) throws Exception {
        String list = new String(server.get(path).body(), StandardCharsets.UTF_8);
        assertEquals(
                "[]", judged("<!doctype html><html lang=\"vi\"><title>Trang</title><body>" + list + "</body></html>"));
    }

    @Test
    void seesWhatIsNotValid() throws Exception {
        assertNotEquals("[]", judged("<!doctype html><html lang=\"vi\"><title>Trang</title><body><ul><p>x</p></ul>"));
    }

    /** What it says, as a list in JSON. Its schemas nest deeper than an ordinary thread's stack. */
    private static String judged(String page) throws Exception {
        InputStream bytes = new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8));
        FutureTask<Object> judging = new FutureTask<>(() ->
                checker.getClass().getMethod("validate", InputStream.class).invoke(checker, bytes));
        new Thread(null, judging, "checker", STACK).start();
        return new ObjectMapper()
                .readTree(judging.get().toString())
                .get("messages")
                .toString();
    }
}
