package loa.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import java.net.URI;
import java.util.Date;
import java.util.List;
import loa.article.Article;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Writes a feed as Atom (RFC 4287). */
final class AtomWriter {

    private AtomWriter() {}

    static byte[] write(Feed feed) {
        Newsroom newsroom = feed.newsroom();
        URI self = newsroom.feed(feed.category(), FeedFormat.ATOM);
        var atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        atom.setEncoding("UTF-8");
        atom.setId(self.toString());
        atom.setTitle(feed.title());
        atom.setUpdated(Date.from(feed.updated()));
        atom.setAuthors(List.of(person(newsroom.title())));
        atom.setGenerator(generator());
        atom.setOtherLinks(List.of(link("self", self, FeedFormat.ATOM.mediaType())));
        atom.setAlternateLinks(List.of(link("alternate", newsroom.page(feed.category()), "text/html")));
        if (feed.category().description() != null) {
            atom.setSubtitle(text(null, feed.category().description()));
        }
        atom.setEntries(
                feed.articles().stream().map(article -> entry(feed, article)).toList());
        return Xml.bytes(Xml.document(atom, Xml.MEDIA));
    }

    private static Entry entry(Feed feed, Article article) {
        Entry entry = new Entry();
        entry.setId(article.guid());
        entry.setTitle(article.title());
        entry.setPublished(Date.from(article.published()));
        entry.setUpdated(Date.from(article.updated()));
        entry.setAlternateLinks(List.of(link("alternate", article.link(), "text/html")));
        if (article.byline().shown() != null) {
            entry.setAuthors(List.of(person(article.byline().shown())));
        }
        entry.setCategories(
                article.categories().stream().map(name -> category(feed, name)).toList());
        if (article.summary() != null) {
            entry.setSummary(text(null, article.summary()));
        }
        if (feed.category().fullText()) {
            entry.setContents(List.of(text("html", article.body())));
        }
        if (article.image() != null) {
            entry.setForeignMarkup(List.of(new Element("thumbnail", Xml.MEDIA)
                    .setAttribute("url", article.image().toString())));
        }
        return entry;
    }

    private static Person person(String name) {
        Person person = new Person();
        person.setName(name);
        return person;
    }

    private static Generator generator() {
        Generator generator = new Generator();
        generator.setValue("Loa");
        return generator;
    }

    private static Link link(String relation, URI address, String mediaType) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(address.toString());
        link.setType(mediaType);
        return link;
    }

    private static Category category(Feed feed, String name) {
        Category category = new Category();
        category.setTerm(name);
        category.setLabel(feed.titleOf(name));
        return category;
    }

    private static Content text(@Nullable String type, String value) {
        Content content = new Content();
        content.setType(type);
        content.setValue(value);
        return content;
    }
}
