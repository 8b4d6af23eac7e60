package loa.source;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import loa.article.Text;

/**
 * In which categories a source's articles are filed.
 *
 * @param all the categories of every article
 * @param byName those of the articles that the source files under a name
 */
public record Filing(Set<String> all, Map<String, String> byName) {

    public Filing {
        all = Set.copyOf(all);
        Map<String, String> names = new TreeMap<>();
        byName.forEach((name, category) -> names.put(name(name), category));
        byName = Map.copyOf(names);
    }

    /** Everything in one category. */
    public static Filing in(String category) {
        return new Filing(Set.of(category), Map.of());
    }

    /** Each article by what the source calls its category. */
    public static Filing by(Map<String, String> names) {
        return new Filing(Set.of(), names);
    }

    /** All categories that may get an article. */
    public Set<String> categories() {
        Set<String> categories = new LinkedHashSet<>(all);
        categories.addAll(byName.values());
        return categories;
    }

    /** Where an article goes that the source files so; nowhere if nothing of it was named. */
    Set<String> of(Collection<String> theirs) {
        Set<String> ours = theirs.stream()
                .map(Filing::name)
                .filter(byName::containsKey)
                .map(byName::get)
                .collect(Collectors.toCollection(TreeSet::new));
        ours.addAll(all);
        return ours;
    }

    /** The fingerprint of a source is made of this: the order of its names must not count. */
    @Override
    public String toString() {
        return new TreeSet<>(all) + "" + new TreeMap<>(byName);
    }

    private static String name(String text) {
        return Text.line(text).toLowerCase(Locale.ROOT);
    }
}
