package loa.source;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.content.Block;
import org.jspecify.annotations.Nullable;

/**
 * An article that test portals publish, and the truth about it.
 *
 * @param sign the line below the body that names the author or the quoted medium
 */
record PortalArticle(
        String slug,
        Instant published,
        String title,
        @Nullable String lead,
        @Nullable String author,
        @Nullable String credit,
        @Nullable String sign,
        List<Block> body) {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Pattern NAMED = Pattern.compile("(?<name>title|lead|author|credit|sign): (?<value>.*)");

    /** Reads what is written in {@code portals/kinds/articles.txt}: names first, then a block on each line. */
    static List<PortalArticle> readAll(String text) {
        return Stream.of(text.split("(?m)^=== "))
                .filter(Predicate.not(String::isBlank))
                .map(PortalArticle::read)
                .toList();
    }

    private static PortalArticle read(String text) {
        List<String> lines = text.lines().filter(Predicate.not(String::isBlank)).toList();
        String[] head = lines.get(0).split(" · ", -1);
        Map<String, String> named = lines.stream()
                .map(NAMED::matcher)
                .filter(java.util.regex.Matcher::matches)
                .collect(Collectors.toMap(line -> line.group("name"), line -> line.group("value")));
        List<String> rest = lines.stream()
                .skip(1)
                .filter(line -> !NAMED.matcher(line).matches())
                .toList();
        return new PortalArticle(
                head[0],
                LocalDateTime.parse(head[1]).atZone(ZONE).toInstant(),
                said(named, "title"),
                known(named, "lead"),
                known(named, "author"),
                known(named, "credit"),
                known(named, named.containsKey("sign") ? "sign" : "author"),
                blocks(rest));
    }

    private static String said(Map<String, String> named, String name) {
        return named.getOrDefault(name, "");
    }

    private static @Nullable String known(Map<String, String> named, String name) {
        String value = said(named, name);
        return value.isEmpty() || value.equals("-") ? null : value;
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (String line : lines) {
            Block block = Block.read(line);
            if (!blocks.isEmpty() && blocks.get(blocks.size() - 1).goesOnWith(block)) {
                blocks.add(blocks.remove(blocks.size() - 1).with(block));
            } else {
                blocks.add(block);
            }
        }
        return blocks;
    }

    PortalArticle at(Instant other) {
        return new PortalArticle(slug, other, title, lead, author, credit, sign, body);
    }

    PortalArticle titled(String other) {
        return new PortalArticle(slug, published, other, lead, author, credit, sign, body);
    }

    List<String> images() {
        return body.stream()
                .filter(block -> block.kind().equals("image"))
                .map(block -> block.rows().get(0).get(0))
                .toList();
    }

    /** The addresses of documents and videos in the body. */
    List<String> links() {
        return body.stream()
                .filter(block -> block.kind().equals("file") || block.kind().equals("video"))
                .map(block -> block.rows().get(0).get(0))
                .toList();
    }

    /**
     * A part of a body: a paragraph, heading, quote, image with its caption, list, table, document or video.
     *
     * @param rows of a table and a list its lines; of all others one line, the address before the text
     */
    record Block(String kind, List<List<String>> rows) {

        static Block read(String line) {
            if (line.startsWith("![")) {
                int end = line.indexOf(']');
                return new Block("image", line.substring(2, end), line.substring(end + 1));
            } else if (line.startsWith("## ")) {
                return new Block("heading", line.substring(3));
            } else if (line.startsWith("> ")) {
                return new Block("quote", line.substring(2));
            } else if (line.startsWith("- ")) {
                return new Block("list", line.substring(2));
            } else if (line.startsWith("| ")) {
                return new Block("table", line.substring(2, line.length() - 2).split(" \\| ", -1));
            } else if (line.startsWith("@file ")) {
                return new Block("file", line.substring(6).split(" \\| ", -1));
            } else if (line.startsWith("@video ")) {
                return new Block("video", line.substring(7), "");
            }
            return new Block("paragraph", line);
        }

        private Block(String kind, String... cells) {
            this(kind, List.of(Stream.of(cells).map(String::strip).toList()));
        }

        boolean goesOnWith(Block next) {
            return kind.equals(next.kind) && (kind.equals("list") || kind.equals("table"));
        }

        Block with(Block next) {
            return new Block(
                    kind, Stream.concat(rows.stream(), next.rows.stream()).toList());
        }

        /** What of it is text, in order. */
        List<String> texts() {
            return rows.stream()
                    .flatMap(row -> row.stream().skip(hasAddress() ? 1 : 0))
                    .filter(Predicate.not(String::isBlank))
                    .toList();
        }

        /** As a template sees it: what it is, and its text or rows. */
        Map<String, Object> shown() {
            Object content = switch (kind) {
                case "list" -> rows.stream().map(row -> row.get(0)).toList();
                case "table" -> rows.stream().map(row -> Map.of("cells", row)).toList();
                case "image", "file", "video" ->
                    Map.of(
                            "address", rows.get(0).get(0),
                            "text", rows.get(0).get(1));
                default -> rows.get(0).get(0);
            };
            return Map.of(kind, kind.equals("list") || kind.equals("table") ? Map.of("rows", content) : content);
        }

        private boolean hasAddress() {
            return kind.equals("image") || kind.equals("file") || kind.equals("video");
        }
    }
}
