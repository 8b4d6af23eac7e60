package loa.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.article.Text;
import loa.config.Node.Alias;
import loa.config.Node.Entry;
import loa.config.Node.Mapping;
import loa.config.Node.Position;
import loa.config.Node.Scalar;
import loa.config.Node.Sequence;

/** Reads YAML into {@link Node}s. Anchors, aliases and tags are refused: feeds.yml needs none. */
final class YamlReader {

    private static final int DEEPEST = 20;
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final Problems problems;

    YamlReader(Problems problems) {
        this.problems = problems;
    }

    /** The mapping that the file is; empty after noting why it is none. */
    Optional<Mapping> read(String yaml) {
        try (YAMLParser parser = FACTORY.createParser(yaml)) {
            try {
                return document(parser);
            } catch (JsonProcessingException malformed) {
                SyntaxProblem.of(malformed, at(parser)).addTo(problems);
                return Optional.empty();
            }
        } catch (IOException never) {
            throw new IllegalStateException("text in memory can be read", never);
        }
    }

    private Optional<Mapping> document(YAMLParser parser) throws IOException {
        Node root = parser.nextToken() == null ? new Scalar(new Position(1, 1), "") : node(parser);
        if (parser.currentToken() != null && parser.nextToken() != null) {
            problems.add(
                    at(parser),
                    "a second document begins here; delete the line `---` before it",
                    "ở đây bắt đầu một tài liệu thứ hai; hãy xóa dòng `---` phía trước");
        }
        if (root instanceof Mapping mapping && !mapping.entries().isEmpty()) {
            return Optional.of(mapping);
        }
        problems.add(
                root.at(),
                "the file has no keys with values; begin with a line such as `title: Tin tức`",
                "tệp không có khóa và giá trị nào; hãy bắt đầu bằng một dòng như `title: Tin tức`");
        return Optional.empty();
    }

    private Node node(YAMLParser parser) throws IOException {
        Position at = at(parser);
        if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
            problems.add(
                    at,
                    "a value that begins with `&`, `*` or `!` means something else in YAML; put it in quotes",
                    "giá trị bắt đầu bằng `&`, `*` hoặc `!` có nghĩa khác trong YAML; hãy đặt nó trong dấu nháy");
        }
        if (parser.isCurrentAlias()) {
            return new Alias(at);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, at);
            case START_ARRAY -> sequence(parser, at);
            case VALUE_NULL -> new Scalar(at, "");
            default -> new Scalar(at, Text.line(parser.getText()));
        };
    }

    private Mapping mapping(YAMLParser parser, Position at) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = Text.line(parser.currentName());
            Position keyAt = at(parser);
            parser.nextToken();
            Entry first = entries.putIfAbsent(key, new Entry(keyAt, node(parser)));
            if (first != null) {
                problems.add(
                        keyAt,
                        "`%s` is already there in line %d; keep one of the two",
                        "`%s` đã có ở dòng %d; hãy chỉ giữ lại một",
                        key,
                        first.key().line());
            }
        }
        return new Mapping(at, entries);
    }

    private Sequence sequence(YAMLParser parser, Position at) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(parser));
        }
        return new Sequence(at, items);
    }

    private static Position at(YAMLParser parser) {
        JsonLocation location = parser.currentTokenLocation();
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
