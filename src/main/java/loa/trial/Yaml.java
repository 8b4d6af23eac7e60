package loa.trial;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URI;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import loa.listing.FoundSelectors;
import loa.listing.PortalSection;

/** Writes what was found the way feeds.yml says it, ready to paste. */
final class Yaml {

    private static final int LONGEST_NAME = 40;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9]+");

    /** What YAML reads as it stands: begins with a letter and has nothing in it that means something. */
    private static final Pattern PLAIN =
            Pattern.compile("(?!(?i:true|false|yes|no|on|off|null|y|n)$)\\p{L}[\\p{L}\\p{N} ._/-]*");

    private Yaml() {}

    /** A source that is one listing, in a category of its title. */
    static String source(URI listing, String title, FoundSelectors selectors) {
        String category = name(title, "tin-tuc");
        StringBuilder yaml = new StringBuilder("categories:\n");
        yaml.append("  ").append(category).append(": ").append(scalar(title)).append('\n');
        yaml.append("sources:\n  portal:\n    html: ")
                .append(scalar(listing.toString()))
                .append('\n');
        yaml.append("    category: ").append(category).append('\n');
        List<Map.Entry<String, Optional<String>>> found = List.of(
                Map.entry("item", selectors.item()),
                Map.entry("link", selectors.link()),
                Map.entry("next", selectors.next()));
        if (found.stream().anyMatch(selector -> selector.getValue().isPresent())) {
            yaml.append("    listing:\n");
        }
        found.forEach(selector -> selector.getValue()
                .ifPresent(css -> yaml.append("      ")
                        .append(selector.getKey())
                        .append(": ")
                        .append(scalar(css))
                        .append('\n')));
        return yaml.toString();
    }

    /** A source that lists its articles for programs. */
    static String list(URI address, String kind) {
        return "categories:\n  tin-tuc: Tin tức\nsources:\n  portal:\n    " + kind + ": " + scalar(address.toString())
                + "\n    category: tin-tuc\n";
    }

    /** A whole feeds.yml with a category for each section. */
    static String newsroom(URI home, String title, List<PortalSection> sections) {
        Map<String, PortalSection> named = new LinkedHashMap<>();
        sections.forEach(section -> {
            String name = name(section.title(), "tin-tuc");
            String unique = named.containsKey(name) ? name + "-" + (named.size() + 1) : name;
            named.put(unique, section);
        });
        StringBuilder yaml = new StringBuilder("title: ").append(scalar(title)).append("\n\ncategories:\n");
        named.forEach((name, section) -> yaml.append("  ")
                .append(name)
                .append(": ")
                .append(scalar(section.title()))
                .append('\n'));
        yaml.append("\nsources:\n  portal:\n    html: ")
                .append(scalar(home.toString()))
                .append("\n    sections:\n");
        named.forEach((name, section) -> yaml.append("      ")
                .append(name)
                .append(": ")
                .append(scalar(section.address().toString()))
                .append('\n'));
        return yaml.toString();
    }

    /** A category's name after its title: {@code Kinh tế} becomes {@code kinh-te}. */
    static String name(String title, String otherwise) {
        String letters = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        String name = NO_NAME.matcher(letters).replaceAll("-");
        String cut = name.substring(0, Math.min(LONGEST_NAME, name.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() || cut.equals("all") ? otherwise : cut;
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() && text.equals(text.strip())
                ? text
                : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
