package loa.entry;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.DateReader;
import loa.article.Entry;
import loa.article.Text;
import loa.article.WebLink;
import loa.page.PageParser;
import loa.page.Trouble;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads an article from a file: HTML or Markdown, each with front matter or without. */
public final class ArticleFile {

    private static final Pattern MARKDOWN = Pattern.compile("(?i).*\\.(?:md|markdown)");
    private static final Pattern NAMED = Pattern.compile("(?i).*\\.(?:md|markdown|html?)");

    private ArticleFile() {}

    /** Whether a file of this name is an article. */
    public static boolean isNamed(String name) {
        return NAMED.matcher(name).matches() && !name.startsWith(".");
    }

    /**
     * The article that the file is; empty if its author says that it is none yet.
     *
     * @param name of the file in its folder, by which the article is known if it has no id
     * @param base what the addresses in it are relative to
     * @param link where people read it if it does not say
     */
    public static Optional<Entry> read(
            String file, String name, URI base, URI link, ZoneId zone, Consumer<Trouble> troubles)
            throws UnreadableException {
        FrontMatter matter = FrontMatter.of(file);
        if (matter.line("draft").filter("true"::equals).isPresent()) {
            return Optional.empty();
        }
        Document page = PageParser.parse(html(matter.text(), name), base, troubles);
        Optional<String> title = title(matter, page);
        return Optional.of(new Entry(
                matter.line("id").orElse(name),
                matter.line("link", "url", "canonical")
                        .or(() -> attribute(page, "link[rel=canonical]", "href"))
                        .flatMap(address -> WebLink.resolve(base.toString(), address))
                        .orElse(link),
                title.orElse(name),
                paragraph(matter.line("summary", "description", "excerpt")
                        .or(() -> attribute(page, "meta[name=description]", "content"))
                        .orElse("")),
                page.body().html(),
                base,
                matter.line("date", "published")
                        .or(() -> attribute(page, "meta[property=article:published_time], meta[name=date]", "content"))
                        .or(() -> attribute(page, "time[datetime]", "datetime"))
                        .flatMap(date -> DateReader.read(date, zone))
                        .orElse(null),
                author(matter, page),
                images(matter, base),
                matter.lines("categories", "category").collect(Collectors.toSet())));
    }

    private static String html(String text, String name) {
        return MARKDOWN.matcher(name).matches()
                ? HtmlRenderer.builder().build().render(Parser.builder().build().parse(text))
                : text;
    }

    /** The headline, which is taken out of the text. */
    private static Optional<String> title(FrontMatter matter, Document page) {
        @Nullable Element heading = page.body().selectFirst("h1");
        Optional<String> headline = Optional.ofNullable(heading)
                .map(Element::text)
                .or(() -> Optional.of(page.title()))
                .map(Text::line)
                .filter(line -> !line.isEmpty());
        if (heading != null) {
            heading.remove();
        }
        return matter.line("title").or(() -> headline);
    }

    private static @Nullable String author(FrontMatter matter, Document page) {
        String authors = matter.lines("author", "authors").collect(Collectors.joining(", "));
        return authors.isEmpty()
                ? attribute(page, "meta[name=author]", "content").orElse(null)
                : authors;
    }

    private static List<URI> images(FrontMatter matter, URI base) {
        return Stream.of("image", "cover")
                .flatMap(name -> matter.lines(name))
                .flatMap(image -> WebLink.resolve(base.toString(), image).stream())
                .toList();
    }

    private static Optional<String> attribute(Document page, String selector, String name) {
        return page.select(selector).stream()
                .map(element -> Text.line(element.attr(name)))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String paragraph(String text) {
        return text.isEmpty() ? "" : Wording.htmlOfText(text);
    }
}
