package loa;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * What it costs to start: until the first answer, and in memory after a hundred, Loa with twenty categories beside a bare
 * Javalin, in turns; as they are, and with an archive of their classes.
 */
final class StartBenchmark {

    private static final int ROUNDS = 3;
    private static final int REQUESTS = 100;
    private static final String BARE = "bare Javalin";
    private static final String LOA = "Loa";
    private static final String BARE_ARCHIVED = "bare, frugal, archive";
    private static final String LOA_ARCHIVED = "Loa, frugal, archive";
    private static final String FIRST = FilledNewsroom.feed(0);
    private static final List<String> MEMORY = List.of("-Xmx128m");
    private static final List<String> FRUGAL = List.of("-Xmx128m", "-Xms16m", "-XX:+UseSerialGC");

    private StartBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Bench.measure(StartBenchmark::compare);
    }

    private static void compare(Path folder) throws IOException, InterruptedException {
        FilledNewsroom.fill(folder);
        Path jar = bareJar(folder.resolve("bare.jar"));
        Map<String, Start> starts = new LinkedHashMap<>();
        starts.put(BARE, new Start(MEMORY, (flags, port) -> bare(flags, jar, port)));
        starts.put(LOA, new Start(MEMORY, Bench::loa));
        starts.put(BARE_ARCHIVED, new Start(archive(folder, "bare"), (flags, port) -> bare(flags, jar, port)));
        starts.put(LOA_ARCHIVED, new Start(archive(folder, "loa"), Bench::loa));
        for (Start start : starts.values()) {
            start.once(folder); // writes the archive where there is none
        }
        for (int i = 0; i < ROUNDS; i++) {
            for (Start start : starts.values()) {
                start.measure(folder);
            }
        }
        Bench.say("least / middle / most of %d starts", ROUNDS);
        starts.forEach((name, start) -> Bench.say(
                "%-22s first answer after ms %s   CPU ms %s   MB after %d requests %s",
                name, start.wait.say("%.0f"), start.cpu.say("%.0f"), REQUESTS, start.resident.say("%.0f")));
        Bench.say("CPU, Loa over bare: %s; both with archive: %s",
                cost(starts, LOA).over(cost(starts, BARE)).say("%.2f"),
                cost(starts, LOA_ARCHIVED).over(cost(starts, BARE_ARCHIVED)).say("%.2f"));
    }

    private static Spread cost(Map<String, Start> starts, String name) {
        return Objects.requireNonNull(starts.get(name)).cpu;
    }

    private static List<String> bare(List<String> flags, Path jar, int port) {
        String classPath = jar + java.io.File.pathSeparator + Bench.jar();
        return Bench.java(flags, "-cp", classPath, BareServer.class.getName(), Integer.toString(port));
    }

    /** The flags that use an archive, and, when a process ends that had none, write it. */
    private static List<String> archive(Path folder, String name) {
        Path archive = folder.resolve(name + ".jsa");
        List<String> flags = new ArrayList<>(FRUGAL);
        flags.add("-Xshare:auto");
        flags.add("-XX:SharedArchiveFile=" + archive);
        return flags;
    }

    /** The bare server in a jar: classes in folders cannot be archived. */
    private static Path bareJar(Path file) throws IOException {
        String name = BareServer.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out);
                InputStream code = Objects.requireNonNull(BareServer.class.getResourceAsStream("/" + name))) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
        return file;
    }

    interface Command {
        List<String> on(List<String> flags, int port);
    }

    private static final class Start {

        private final List<String> flags;
        private final Command command;
        final Spread wait = new Spread();
        final Spread cpu = new Spread();
        final Spread resident = new Spread();

        Start(List<String> flags, Command command) {
            this.flags = flags;
            this.command = command;
        }

        /** Starts, asks and ends it; where it is to have an archive, that is written. */
        void once(Path folder) throws IOException, InterruptedException {
            List<String> writing = flags.stream()
                    .filter(flag -> !flag.equals("-Xshare:auto"))
                    .map(flag -> flag.replace("-XX:SharedArchiveFile", "-XX:ArchiveClassesAtExit"))
                    .toList();
            int port = Child.freePort();
            try (Child child = Child.start(folder, port, FIRST, command.on(writing, port))) {
                ask(child);
            }
        }

        void measure(Path folder) throws IOException, InterruptedException {
            int port = Child.freePort();
            long before = System.nanoTime();
            try (Child child = Child.start(folder, port, FIRST, command.on(flags, port))) {
                wait.add((System.nanoTime() - before) / 1e6);
                cpu.add(child.cpuSeconds() * 1e3);
                ask(child);
                resident.add(child.residentMegabytes());
            }
        }

        private static void ask(Child child) throws IOException, InterruptedException {
            for (int i = 0; i < REQUESTS; i++) {
                child.get(FilledNewsroom.feed(i % FilledNewsroom.CATEGORIES), "Accept-Encoding", "gzip");
            }
        }
    }
}
