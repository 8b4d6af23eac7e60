package loa.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Text;
import org.jsoup.nodes.Element;

/** The {@code <meta>} elements of a page by name, whatever attribute names them. */
public final class Metas {

    private static final List<String> NAMES = List.of("property", "name", "itemprop");

    private static final Pattern SEPARATORS = Pattern.compile("[:._-]+");

    private final Map<String, List<String>> contents = new HashMap<>();

    /** Of these elements. */
    public static Metas of(Stream<Element> elements) {
        Metas metas = new Metas();
        elements.forEach(metas::add);
        return metas;
    }

    private void add(Element meta) {
        String content = Text.line(meta.attr("content"));
        if (!content.isEmpty()) {
            NAMES.stream()
                    .map(name -> letters(meta.attr(name)))
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .forEach(name -> contents.computeIfAbsent(name, unknown -> new ArrayList<>())
                            .add(content));
        }
    }

    public List<String> all(String name) {
        return contents.getOrDefault(letters(name), List.of());
    }

    /** Pages part the words of a name as they like: {@code article:published_time}, {@code article.published-time}. */
    private static String letters(String name) {
        return SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
