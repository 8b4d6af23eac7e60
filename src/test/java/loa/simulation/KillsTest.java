package loa.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import loa.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed in the middle of its work, again and again, while the portal lives on. */
class KillsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** More of them on a machine that has the time: {@code -Dkills=50}. */
    private static final int KILLS = Integer.getInteger("kills", 5);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final Random random = new Random(20260111);
    private final Portal portal = new Portal(new Random(20260112));
    private final Reader reader = new Reader(Duration.ofMinutes(10));
    private final Life life = new Life(portal, reader, random);
    private final Set<Integer> served = new TreeSet<>();

    @Test
    void loseNothingThatWasServedAndShowNothingTwice() throws IOException, InterruptedException {
        life.begin(Instant.now());
        int port = Program.freePort();
        try (PortalServer server = new PortalServer(portal, Clock.systemUTC())) {
            Files.writeString(folder.resolve("feeds.yml"), feedsYml(server.port()));
            for (int kill = 0; kill < KILLS; kill++) {
                life.goOn(2, Instant.now());
                try (Program program = Program.serve(folder, port)) {
                    int before = served.size();
                    read(program, () -> served.size() > before);
                    life.goOn(2, Instant.now());
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
                    program.kill();
                }
            }
            try (Program program = Program.serve(folder, port)) {
                read(program, () -> served.containsAll(listed()));
                assertEquals(0, program.terminate().exitCode());
            }
        }
    }

    /** Reads all feeds until they show what is awaited; none that was served is ever missing. */
    private void read(Program program, BooleanSupplier isEnough) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            assertTrue(System.nanoTime() < end, () -> "served " + served + " of " + listed() + program.output());
            Map<String, Shown> shown = new LinkedHashMap<>();
            boolean isWhole = true;
            for (String section : Portal.SECTIONS) {
                Optional<String> feed =
                        program.get("/feeds/" + section + ".json").map(HttpResponse::body);
                isWhole &= feed.isPresent(); // a machine that has much to do answers late
                for (JsonNode item :
                        JSON.readTree(feed.orElse("{\"items\": []}")).get("items")) {
                    shown.put(item.get("id").asText(), Shown.of(item));
                }
            }
            Set<Integer> stories = reader.read(portal.stories(), List.copyOf(shown.values()), Instant.now())
                    .keySet();
            assertTrue(
                    !isWhole || stories.containsAll(served),
                    () -> "lost: " + served + " of which are there " + stories);
            served.addAll(stories);
            TimeUnit.MILLISECONDS.sleep(200); // each reading has feeds rendered, which collecting waits for
        } while (!isEnough.getAsBoolean());
    }

    private Set<Integer> listed() {
        return Portal.SECTIONS.stream()
                .flatMap(section -> portal.listed(section).stream())
                .map(Story::number)
                .collect(Collectors.toSet());
    }

    private static String feedsYml(int port) {
        return """
                title: Tin
                categories:
                %s
                sources:
                  portal:
                    html: http://127.0.0.1:%d/
                    every: 1s
                    sections: {%s}
                    listing: {item: .tin}
                    article: {title: h4, published: .date, body: .noidung}
                network: {allow-private: [127.0.0.1]}
                """.formatted(
                        Portal.SECTIONS.stream()
                                .map(section -> "  " + section + ": {title: " + section + ", limit: 500}")
                                .collect(Collectors.joining("\n")),
                        port,
                        Portal.SECTIONS.stream()
                                .map(section -> section + ": muc/" + section)
                                .collect(Collectors.joining(", ")));
    }
}
