package loa.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads listings without a selector. A case is a page and what it lists: {@code NAME.html}, {@code NAME.expected.json}. */
class ListingReaderTest {

    private static final Path CASES = Path.of("src/test/resources/listings");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant FETCHED = Instant.parse("2026-03-15T03:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.substring(0, name.length() - ".html".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheArticlesAndNothingElse(String name) throws IOException {
        JsonNode expected = JSON.readTree(CASES.resolve(name + ".expected.json").toFile());
        URI address = URI.create(expected.get("address").asText());
        Document page = Jsoup.parse(Files.readString(CASES.resolve(name + ".html")), address.toString());
        ListingReader reader = new ListingReader(ListingSelectors.NONE, ZONE);
        Listed listed = reader.listed(page, Optional.empty());
        assertEquals(
                lines(expected.get("entries"), address),
                reader.items(listed, FETCHED).stream()
                        .map(ListingReaderTest::line)
                        .collect(Collectors.joining("\n")));
        assertEquals(next(expected, address), reader.next(page, listed));
    }

    private static String lines(JsonNode entries, URI address) {
        List<String> lines = new ArrayList<>();
        entries.forEach(entry -> lines.add(String.join(
                " | ",
                absolute(entry.get("link"), address),
                entry.get("title").asText(),
                text(entry.get("published")),
                absolute(entry.get("image"), address),
                text(entry.get("summary")))));
        return String.join("\n", lines);
    }

    private static String line(ListingReader.Item item) {
        return Stream.of(item.link(), item.title(), published(item), item.image(), item.summary())
                .map(field -> field == null ? "-" : field.toString())
                .collect(Collectors.joining(" | "));
    }

    private static @Nullable Instant published(ListingReader.Item item) {
        return item.published() == null ? null : item.published().at();
    }

    private static Optional<PageRequest> next(JsonNode expected, URI address) {
        JsonNode next = expected.get("next");
        if (next == null) {
            return Optional.empty();
        }
        Map<String, String> form = new LinkedHashMap<>();
        next.path("form")
                .properties()
                .forEach(field -> form.put(field.getKey(), field.getValue().asText()));
        return Optional.of(new PageRequest(address.resolve(next.get("address").asText()), form));
    }

    private static String absolute(@Nullable JsonNode reference, URI address) {
        return reference == null ? "-" : address.resolve(reference.asText()).toString();
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "-" : value.asText();
    }
}
