package loa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The system's Chromium, one for all tests: a test class says {@code @ExtendWith(Browser.Lent.class)} and takes a
 * {@code Browser} as a parameter. Where there is none the test is skipped, unless {@code -Dbrowser=required}.
 */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
    private static final Path DRIVER = Path.of(System.getProperty("chromedriver", "/usr/bin/chromedriver"));

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-extensions",
            "--disable-sync",
            "--no-first-run",
            "--no-pings",
            "--lang=vi");

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path profile;
    private final Wire wire;
    private final ChromeDriver driver;

    /** One of its own, for who closes it. */
    public static Browser open() {
        return new Browser();
    }

    private Browser() {
        try {
            profile = Files.createTempDirectory("chromium");
            wire = Wire.open();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .withSilent(true)
                        .build(),
                options());
    }

    private ChromeOptions options() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(CHROMIUM.toFile())
                .addArguments(ARGUMENTS)
                .addArguments(
                        "--user-data-dir=" + profile,
                        "--proxy-server=127.0.0.1:" + wire.port(),
                        "--proxy-bypass-list=" + "127.0.0.1;localhost");
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    /** Opens pages, finds elements, runs scripts. */
    public ChromeDriver driver() {
        return driver;
    }

    /** What lies between the browser and every host but this machine's own. */
    public Wire wire() {
        return wire;
    }

    /** What the console has said since it was last asked. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The reader's system prefers these colours from now on, {@code light} or {@code dark}, and that nothing moves. */
    public void colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Waits until this expression of the page is true. */
    public void waitFor(String condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(driver.executeScript("return " + condition))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it never came to be: " + condition);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
        }
    }

    /** How large pages are shown from now on, in CSS pixels; 0 by 0 as the window is. */
    public void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        wire.close();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isHere() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    private static boolean isRequired() {
        return System.getProperty("browser", "").toLowerCase(Locale.ROOT).equals("required");
    }

    /** Lends the browser to the tests of a class, and closes it after the last class. */
    public static final class Lent implements ExecutionCondition, ParameterResolver {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return isRequired() || isHere()
                    ? ConditionEvaluationResult.enabled("there is a browser, or there has to be")
                    : ConditionEvaluationResult.disabled("no browser here: install chromium and chromium-driver");
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Browser.class;
        }

        @Override
        public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Browser.class))
                    .getOrComputeIfAbsent(Browser.class, none -> new Browser(), Browser.class);
        }
    }
}
