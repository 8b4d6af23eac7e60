package loa.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that are part of the program: by their exact names, and only those of known kinds. */
final class Files {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "gif", "image/gif",
            "jpg", "image/jpeg",
            "png", "image/png");

    private static final int LONGEST_PATH = 256;

    /** Names that no file system takes for more than a name: none begins with a dot. */
    private static final Pattern PATH = Pattern.compile("(?:/[\\p{L}\\p{N}_-][\\p{L}\\p{M}\\p{N} ._-]*+)++");

    private final Map<String, Representation> loaded = new ConcurrentHashMap<>();

    /** Answers with the file at this path among the program's resources; a folder has an {@code index.html}. */
    void send(Context context, String path) {
        Optional<Representation> file = file(path.endsWith("/") ? path + "index.html" : path);
        if (file.isPresent()) {
            context.header("Cache-Control", Documents.CACHE_CONTROL);
            file.get().answer(context);
        } else if (file(path + "/index.html").isPresent()) {
            String folder = path.substring(path.lastIndexOf('/') + 1) + "/";
            context.redirect(folder, HttpStatus.MOVED_PERMANENTLY); // else the page's relative links would break
        } else {
            Server.notFound(context);
        }
    }

    private Optional<Representation> file(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        return type == null
                        || path.length() > LONGEST_PATH
                        || !PATH.matcher(path).matches()
                ? Optional.empty()
                : Optional.ofNullable(loaded.computeIfAbsent(path, absent -> load(absent, type)));
    }

    private static @Nullable Representation load(String path, String type) {
        try (InputStream file = Files.class.getResourceAsStream(path)) {
            if (file == null) {
                return null;
            }
            return Representation.of(type, file.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
