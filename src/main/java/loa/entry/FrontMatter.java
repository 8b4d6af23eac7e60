package loa.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Text;
import loa.language.Phrase;
import loa.page.JsonTree;

/**
 * What a file says of itself in the YAML before its text, between two lines of three hyphens.
 *
 * @param text what follows
 */
record FrontMatter(Map<?, ?> fields, String text) {

    private static final Pattern FORM = Pattern.compile(
            "\\A\\uFEFF?---[ \\t]*\\R(?<yaml>(?:(?!---[ \\t]*\\R).*\\R){0,1000}?)(?:---|\\.\\.\\.)[ \\t]*(?:\\R|\\z)");
    private static final YAMLFactory YAML = new YAMLFactory();

    /** What the file says; nothing of itself if it does not begin so. */
    static FrontMatter of(String file) throws UnreadableException {
        Matcher form = FORM.matcher(file);
        if (!form.lookingAt()) {
            return new FrontMatter(Map.of(), file);
        }
        try {
            Object read = JsonTree.document(YAML.createParser(form.group("yaml")));
            return new FrontMatter(read instanceof Map<?, ?> fields ? fields : Map.of(), file.substring(form.end()));
        } catch (JsonProcessingException broken) {
            throw new UnreadableException(Phrase.of(
                    "what stands between the lines `---` is no YAML (line %d); put values with a colon in quotes",
                    "phần giữa hai dòng `---` không phải YAML (dòng %d); hãy đặt giá trị có dấu hai chấm trong dấu nháy",
                    broken.getLocation() == null ? 1 : broken.getLocation().getLineNr() + 1));
        } catch (IOException never) {
            throw new IllegalStateException("it is read from memory", never);
        }
    }

    /** What is said under the first of these names that says anything, on one line. */
    Optional<String> line(String... names) {
        return Stream.of(names).flatMap(this::lines).findFirst();
    }

    /** All that is said under these names. */
    Stream<String> lines(String... names) {
        return Stream.of(names).flatMap(this::lines);
    }

    private Stream<String> lines(String name) {
        Object value = fields.get(name);
        return (value instanceof List<?> list ? list.stream() : Stream.ofNullable(value))
                .filter(String.class::isInstance)
                .map(text -> Text.line(text.toString()))
                .filter(text -> !text.isEmpty());
    }
}
