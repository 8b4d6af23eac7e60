package loa.content;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Candidate;
import loa.article.Entry;
import loa.article.Image;
import loa.article.ParsedArticle;
import loa.article.Sanitizer;
import loa.article.Text;
import loa.page.Images;
import loa.page.PageParser;
import loa.page.Trouble;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Makes an article of what a feed, an interface or a file gives of it: no page is needed. */
public final class EntryArticle {

    private static final int LONGEST_SUMMARY = 600;

    private EntryArticle() {}

    /** The article that the entry is; one without a text consists of its headline. */
    public static ParsedArticle of(Site site, Candidate candidate, Entry entry, Consumer<Trouble> troubles) {
        Element content = parsed(entry.content().isBlank() ? entry.summary() : entry.content(), entry, troubles);
        Images.settle(content);
        Noise.remove(content);
        Byline signature = SignatureReader.take(content);
        Optional<URI> shown = Images.lead(content);
        Optional<URI> image = shown.or(() -> entry.images().stream()
                .filter(address -> !Images.isNoArticlesPicture(address.toString()))
                .findFirst());
        if (shown.isEmpty()) {
            image.ifPresent(address -> content.prependElement("p")
                    .appendElement("img")
                    .attr("src", address.toString())
                    .attr("alt", ""));
        }
        Body body = Sanitizer.clean(content);
        return new ParsedArticle(
                site.source(),
                site.identity().key(entry.link()),
                entry.link(),
                entry.title(),
                summary(entry, troubles),
                body.text().isEmpty() && image.isEmpty() ? headline(entry) : body,
                byline(entry, signature),
                image.map(Image::at).orElse(null),
                entry.published(),
                candidate.categories());
    }

    private static Element parsed(String html, Entry entry, Consumer<Trouble> troubles) {
        return PageParser.parse(html, entry.base(), troubles).body();
    }

    private static @Nullable String summary(Entry entry, Consumer<Trouble> troubles) {
        Element summary = parsed(entry.summary(), entry, troubles);
        Noise.remove(summary);
        String text = Text.cut(Text.line(summary.text()), LONGEST_SUMMARY);
        return text.isEmpty() ? null : text;
    }

    private static Body headline(Entry entry) {
        Element content = new Element("div");
        content.appendElement("p").text(entry.title());
        return Sanitizer.clean(content);
    }

    private static Byline byline(Entry entry, Byline signature) {
        return entry.author() == null ? signature : Byline.read(entry.author()).with(signature);
    }
}
