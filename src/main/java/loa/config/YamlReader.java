package loa.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.config.Node.Entry;
import loa.config.Node.Mapping;
import loa.config.Node.Position;
import loa.config.Node.Scalar;
import loa.config.Node.Sequence;

/** Reads YAML into {@link Node}s. Anchors, aliases and tags are refused: feeds.yml needs none. */
final class YamlReader {

    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final Problems problems;

    YamlReader(Problems problems) {
        this.problems = problems;
    }

    /** The mapping that the file is; empty after noting why it is none. */
    Optional<Mapping> read(String yaml) {
        try (YAMLParser parser = FACTORY.createParser(yaml)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Mapping mapping = mapping(parser);
                parser.nextToken();
                return Optional.of(mapping);
            }
            problems.add(
                    new Position(1, 1),
                    "the file says nothing; begin with `title: …` and `sources:`",
                    "tệp không có nội dung hợp lệ; hãy bắt đầu bằng `title: …` và `sources:`");
        } catch (JsonProcessingException malformed) {
            String reason = malformed.getOriginalMessage().lines().findFirst().orElse("");
            problems.add(
                    position(malformed.getLocation()),
                    "this is not YAML: %s; check indentation, colons and quotes",
                    "không đúng cú pháp YAML: %s; hãy kiểm tra thụt đầu dòng, dấu hai chấm và dấu nháy",
                    reason);
        } catch (IOException never) {
            throw new IllegalStateException("text in memory can be read", never);
        }
        return Optional.empty();
    }

    private Node node(YAMLParser parser) throws IOException {
        Position at = position(parser.currentTokenLocation());
        if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
            problems.add(
                    at,
                    "anchors, aliases and tags (`&`, `*`, `!`) are not read; write the value out, in quotes if it begins so",
                    "không dùng neo, tham chiếu và thẻ (`&`, `*`, `!`); hãy viết hẳn giá trị, trong dấu nháy nếu cần");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser);
            case START_ARRAY -> sequence(parser);
            default -> new Scalar(at, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
        };
    }

    private Mapping mapping(YAMLParser parser) throws IOException {
        Position at = position(parser.currentTokenLocation());
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Position keyAt = position(parser.currentTokenLocation());
            parser.nextToken();
            Entry entry = new Entry(keyAt, node(parser));
            Entry first = entries.putIfAbsent(key, entry);
            if (first != null) {
                problems.add(
                        keyAt,
                        "`%s` is already there in line %d; keep one of the two",
                        "`%s` đã có ở dòng %d; chỉ giữ lại một",
                        key,
                        first.key().line());
            }
        }
        return new Mapping(at, entries);
    }

    private Sequence sequence(YAMLParser parser) throws IOException {
        Position at = position(parser.currentTokenLocation());
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new Sequence(at, items);
    }

    private static Position position(JsonLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
