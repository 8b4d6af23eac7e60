package loa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import loa.article.Text;
import loa.trial.SavedPages;

/**
 * How well articles and listings are read from saved pages. A folder holds the pages, {@code index.json} as {@code try --saved}
 * takes it, and {@code truth.json}: {@code [{"id", "text", "title", "author": [], "date", "links": []}]}, of each what is known.
 */
public final class QualityBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORDS = 4;
    private static final int WORST = 10;

    private QualityBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0 || arguments[0].isBlank()) {
            Bench.say("skipped: name folders of saved pages with their truth, -Dquality=\"FOLDER FOLDER\"");
            return;
        }
        for (String folder : arguments[0].split(" ")) {
            measure(Path.of(folder));
        }
    }

    private static void measure(Path folder) throws IOException {
        StringWriter written = new StringWriter();
        SavedPages.in(folder.resolve("index.json")).write(written, ZoneId.of("Asia/Ho_Chi_Minh"));
        JsonNode found = JSON.readTree(written.toString());
        List<Overlap> bodies = new ArrayList<>();
        List<Overlap> lists = new ArrayList<>();
        Map<String, int[]> fields = new HashMap<>();
        for (JsonNode truth : JSON.readTree(folder.resolve("truth.json").toFile())) {
            String id = truth.path("id").asText();
            JsonNode read = found.path(id);
            if (truth.hasNonNull("text")) {
                bodies.add(Overlap.of(id, runs(truth.path("text")), runs(read.path("text"))));
            }
            if (truth.hasNonNull("links")) {
                lists.add(Overlap.of(id, counted(texts(truth.path("links"))), counted(texts(read.path("links")))));
            }
            count(fields, "title", truth, () -> letters(truth.path("title")).equals(letters(read.path("title"))));
            count(fields, "author", truth, () -> isAuthor(truth.path("author"), read.path("author")));
            count(fields, "date", truth, () -> isMinute(truth.path("date").asText(), read.path("date").asText()));
        }
        report(folder, "body", bodies);
        report(folder, "links", lists);
        fields.forEach((field, right) -> Bench.say("  %-6s %d of %d right", field, right[0], right[1]));
    }

    private static void report(Path folder, String what, List<Overlap> overlaps) {
        double precision = overlaps.stream().mapToDouble(Overlap::precision).average().orElse(0);
        double recall = overlaps.stream().mapToDouble(Overlap::recall).average().orElse(0);
        if (!overlaps.isEmpty()) {
            Bench.say(
                    "%s: %d pages, %s F1 %.3f (precision %.3f, recall %.3f)",
                    folder, overlaps.size(), what, 2 * precision * recall / (precision + recall), precision, recall);
        }
        overlaps.stream()
                .sorted(Comparator.comparingDouble(overlap -> overlap.precision() * overlap.recall()))
                .limit(WORST)
                .forEach(worst -> Bench.say(
                        "    %s precision %.2f recall %.2f", worst.id, worst.precision(), worst.recall()));
    }

    private static void count(Map<String, int[]> fields, String field, JsonNode truth, BooleanSupplier right) {
        if (truth.hasNonNull(field) && !(truth.path(field).isArray() && truth.path(field).isEmpty())) {
            int[] counts = fields.computeIfAbsent(field, unknown -> new int[2]);
            counts[0] += right.getAsBoolean() ? 1 : 0;
            counts[1]++;
        }
    }

    /** Runs of four words, with how often each occurs. */
    private static Map<String, Integer> runs(JsonNode text) {
        String[] words = text.asText().strip().split("[^\\p{L}\\p{N}\\p{M}_]+");
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < Math.max(1, words.length - WORDS + 1); i++) {
            runs.add(String.join(" ", List.of(words).subList(i, Math.min(i + WORDS, words.length))));
        }
        runs.remove("");
        return counted(runs);
    }

    private static Map<String, Integer> counted(List<String> values) {
        Map<String, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String letters(JsonNode text) {
        return Text.letters(text.asText());
    }

    private static boolean isAuthor(JsonNode truth, JsonNode read) {
        String names = letters(read);
        return !names.isEmpty()
                && texts(truth).stream().map(Text::letters).allMatch(name -> names.contains(name) || name.contains(names));
    }

    /** The same minute, or the same on the clock where the truth names no zone. */
    private static boolean isMinute(String truth, String read) {
        Optional<OffsetDateTime> found = offset(read);
        String expected = truth.replace(' ', 'T');
        return found.isPresent()
                && offset(expected)
                        .map(date -> date.toInstant().truncatedTo(ChronoUnit.MINUTES).equals(found.get()
                                .toInstant()
                                .truncatedTo(ChronoUnit.MINUTES)))
                        .orElseGet(() -> LocalDateTime.parse(expected)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .equals(found.get().toLocalDateTime().truncatedTo(ChronoUnit.MINUTES)));
    }

    private static Optional<OffsetDateTime> offset(String date) {
        try {
            return Optional.of(OffsetDateTime.parse(date));
        } catch (DateTimeParseException withoutZone) {
            return Optional.empty();
        }
    }

    /** How much of what is true was found, and how much else. */
    private record Overlap(String id, int right, int extra, int missing) {

        static Overlap of(String id, Map<String, Integer> truth, Map<String, Integer> found) {
            int right = found.entrySet().stream()
                    .mapToInt(run -> Math.min(run.getValue(), truth.getOrDefault(run.getKey(), 0)))
                    .sum();
            return new Overlap(id, right, sum(found) - right, sum(truth) - right);
        }

        private static int sum(Map<String, Integer> runs) {
            return runs.values().stream().mapToInt(Integer::intValue).sum();
        }

        double precision() {
            return right + extra == 0 ? 1 : right / (double) (right + extra);
        }

        double recall() {
            return right + missing == 0 ? 1 : right / (double) (right + missing);
        }
    }
}
