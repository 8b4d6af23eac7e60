package loa;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.WebDriverException;

/**
 * Takes the pictures in the README anew, of the sample newsroom that is bundled:
 *
 * <pre>
 * apt-get install chromium chromium-driver fonts-noto-core
 * mvn -q test-compile exec:java -Dexec.mainClass=loa.Screenshots -Dexec.classpathScope=test
 * </pre>
 */
public final class Screenshots {

    private static final Path PICTURES = Path.of("src/site");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final double SCALE = 0.75;

    private Screenshots() {}

    /** Takes them; {@code arguments} may name another folder for the pictures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path pictures = arguments.length == 0 ? PICTURES : Path.of(arguments[0]);
        String port = Integer.toString(Program.freePort());
        String data = Files.createTempDirectory("loa").toString();
        PrintWriter quiet = new PrintWriter(Writer.nullWriter());
        Thread serving = new Thread(() ->
                Main.run(new String[] {"--data", data, "--port", port}, quiet, quiet, Locale.forLanguageTag("vi")));
        serving.setDaemon(true);
        serving.start();
        String server = "http://127.0.0.1:" + port;
        try (Browser browser = Browser.open()) {
            browser.size(WIDTH, HEIGHT);
            browser.driver().executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
            await(browser, server + "/status");
            take(browser, server + "/?lang=vi", "light", pictures.resolve("directory.png"));
            take(browser, server + "/c/kinh-te?lang=vi", "dark", pictures.resolve("category.png"));
        }
        System.exit(0);
    }

    /** Waits until the server answers and all is collected. */
    private static void await(Browser browser, String status) throws InterruptedException {
        do {
            Thread.sleep(500);
            try {
                browser.driver().get(status);
            } catch (WebDriverException notYet) {
                // it is starting
            }
        } while (!Boolean.TRUE.equals(
                browser.driver().executeScript("return document.querySelector('.WELL') !== null")));
    }

    private static void take(Browser browser, String address, String colours, Path picture) throws IOException {
        browser.colours(colours);
        browser.driver().get(address);
        browser.waitFor(
                "[...document.images].filter(i => i.getBoundingClientRect().top < innerHeight).every(i => i.complete)");
        Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", WIDTH, "height", HEIGHT, "scale", SCALE);
        Map<String, Object> taken =
                browser.driver().executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "clip", clip));
        Files.createDirectories(picture.toAbsolutePath().getParent());
        Files.write(picture, Base64.getDecoder().decode((String) Objects.requireNonNull(taken.get("data"))));
    }
}
