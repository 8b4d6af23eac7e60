package loa.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import loa.feed.Rendered;
import org.jspecify.annotations.Nullable;

/** The files that are part of the program: by their exact names, and only those of known kinds. */
final class Files {

    /** By extension; without the charset, which is UTF-8 for all texts. */
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "css", "text/css",
            "js", "text/javascript",
            "gif", "image/gif",
            "jpg", "image/jpeg",
            "png", "image/png");

    private static final int LONGEST_PATH = 256;

    /** Names that no file system takes for more than a name: none begins with a dot. */
    private static final Pattern PATH = Pattern.compile("(?:/[\\p{L}\\p{N}_-][\\p{L}\\p{M}\\p{N} ._-]*+)++");

    private final Map<String, Consumer<Context>> loaded = new ConcurrentHashMap<>();

    /** Answers with the file at this path among the program's resources; a folder has an {@code index.html}. */
    void send(Context context, String path) {
        Optional<Consumer<Context>> file = file(path.endsWith("/") ? path + "index.html" : path);
        if (file.isPresent()) {
            file.get().accept(context);
        } else if (file(path + "/index.html").isPresent()) {
            String folder = path.substring(path.lastIndexOf('/') + 1) + "/";
            context.redirect(folder, HttpStatus.MOVED_PERMANENTLY); // else the page's relative links would break
        } else {
            Server.notFound(context);
        }
    }

    private Optional<Consumer<Context>> file(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        return type == null
                        || path.length() > LONGEST_PATH
                        || !PATH.matcher(path).matches()
                ? Optional.empty()
                : Optional.ofNullable(loaded.computeIfAbsent(path, absent -> load(absent, type)));
    }

    private static @Nullable Consumer<Context> load(String path, String type) {
        try (InputStream file = Files.class.getResourceAsStream(path)) {
            if (file == null) {
                return null;
            }
            return type.startsWith("text/") ? text(type, file.readAllBytes()) : image(type, file.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Consumer<Context> text(String type, byte[] content) {
        Rendered text = Rendered.of(content, type, 0, Instant.EPOCH);
        return context -> Documents.send(context, text, Documents.CACHE_CONTROL, "Accept-Encoding");
    }

    private static Consumer<Context> image(String type, byte[] content) {
        Representation image = Representation.of(type, content);
        return context -> {
            context.header("Cache-Control", Documents.CACHE_CONTROL);
            image.answer(context);
        };
    }
}
