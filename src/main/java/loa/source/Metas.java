package loa.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import loa.article.Text;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The {@code <meta>} elements of a page by name, whatever attribute names them. */
final class Metas {

    private static final List<String> NAMES = List.of("property", "name", "itemprop");

    private final Map<String, List<String>> contents = new HashMap<>();

    static Metas of(Document page) {
        Metas metas = new Metas();
        for (Element meta : page.getElementsByTag("meta")) {
            String content = Text.line(meta.attr("content"));
            if (!content.isEmpty()) {
                NAMES.stream()
                        .map(name -> meta.attr(name).toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .forEach(name -> metas.contents
                                .computeIfAbsent(name, unknown -> new ArrayList<>())
                                .add(content));
            }
        }
        return metas;
    }

    List<String> all(String name) {
        return contents.getOrDefault(name, List.of());
    }
}
