package loa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the benchmarks of the whole program have in common. */
final class Bench {

    private static final Path JAR = Path.of("target", "loa.jar").toAbsolutePath();

    private Bench() {}

    interface Measurement {
        void in(Path folder) throws IOException, InterruptedException;
    }

    /** Measures in a folder that is deleted afterwards. */
    static void measure(Measurement measurement) throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            say("skipped: there is no %s; make it with `mvn -q -DskipTests package`", JAR);
            return;
        }
        Path folder = Files.createTempDirectory("loa-bench");
        try {
            measurement.in(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    static List<String> java(List<String> flags, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(arguments));
        return command;
    }

    static List<String> loa(List<String> flags, int port) {
        return java(flags, "-jar", JAR.toString(), "serve", "--port", Integer.toString(port));
    }

    static String jar() {
        return JAR.toString();
    }
}
