package loa.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import loa.article.Article;
import loa.article.Image;
import loa.store.Withdrawal;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Writes a feed as Atom (RFC 4287), with its archive (RFC 5005) and what was withdrawn (RFC 6721). */
final class AtomWriter {

    private AtomWriter() {}

    static byte[] write(Feed feed) {
        Newsroom newsroom = feed.newsroom();
        var atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        atom.setId(feed.current(FeedFormat.ATOM).toString()); // archives belong to the same feed
        atom.setTitle(feed.title());
        atom.setUpdated(Date.from(feed.updated()));
        atom.setAuthors(List.of(person(newsroom.title())));
        atom.setGenerator(generator());
        atom.setRights(newsroom.rights());
        atom.setIcon(newsroom.icon().toString());
        atom.setLogo(newsroom.icon().toString());
        atom.setOtherLinks(links(feed));
        atom.setAlternateLinks(List.of(link("alternate", newsroom.page(feed.category()), "text/html")));
        if (feed.category().description() != null) {
            atom.setSubtitle(plain(feed.category().description()));
        }
        atom.setForeignMarkup(extensions(feed));
        atom.setEntries(
                feed.articles().stream().map(article -> entry(feed, article)).toList());
        Document document = Xml.document(atom, Xml.DC, Xml.HISTORY, Xml.MEDIA);
        if (!feed.withdrawn().isEmpty()) {
            document.getRootElement().addNamespaceDeclaration(Xml.TOMBSTONES); // which validators warn of
        }
        document.getRootElement().setAttribute("lang", newsroom.language(), Namespace.XML_NAMESPACE);
        return Xml.bytes(document, element -> false); // Atom says of each text what it is
    }

    private static List<Link> links(Feed feed) {
        return feed.links(FeedFormat.ATOM).entrySet().stream()
                .map(link -> link(link.getKey(), link.getValue(), FeedFormat.ATOM.mediaType()))
                .toList();
    }

    private static List<Element> extensions(Feed feed) {
        List<Element> extensions = new ArrayList<>();
        if (feed.place().isFull()) {
            extensions.add(new Element("archive", Xml.HISTORY));
        }
        extensions.add(Xml.element("publisher", Xml.DC, feed.newsroom().title()));
        for (Withdrawal gone : feed.withdrawn()) {
            extensions.add(new Element("deleted-entry", Xml.TOMBSTONES)
                    .setAttribute("ref", gone.guid())
                    .setAttribute("when", DateTimeFormatter.ISO_INSTANT.format(gone.when())));
        }
        return extensions;
    }

    private static Entry entry(Feed feed, Article article) {
        Entry entry = new Entry();
        entry.setId(article.guid());
        entry.setTitleEx(plain(article.title()));
        entry.setPublished(Date.from(article.published()));
        entry.setUpdated(Date.from(article.updated()));
        entry.setAlternateLinks(List.of(link("alternate", article.link(), "text/html")));
        if (article.byline().shown() != null) {
            entry.setAuthors(List.of(person(article.byline().shown())));
        }
        entry.setCategories(
                article.categories().stream().map(name -> category(feed, name)).toList());
        entry.setSummary(plain(article.excerpt()));
        if (feed.category().fullText()) {
            entry.setContents(List.of(text("html", article.body())));
        }
        List<Element> extensions = new ArrayList<>(Xml.origin(feed, article));
        Image image = article.image();
        if (image != null) {
            if (image.isMeasured()) {
                entry.setOtherLinks(List.of(enclosure(image)));
            }
            extensions.addAll(MediaElements.of(image));
        }
        entry.setForeignMarkup(extensions);
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

    private static Link link(String relation, URI address, @Nullable String mediaType) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(address.toString());
        link.setType(mediaType);
        return link;
    }

    private static Link enclosure(Image image) {
        Link link = link("enclosure", image.address(), image.mediaType());
        link.setLength(image.length());
        return link;
    }

    private static Category category(Feed feed, String name) {
        Category category = new Category();
        category.setTerm(name);
        category.setScheme(feed.newsroom().at("/").toString());
        category.setLabel(feed.titleOf(name));
        return category;
    }

    /** Text without markup; where a reader could see markup in it, told and escaped as HTML. */
    private static Content plain(String value) {
        return value.indexOf('<') < 0 ? text(null, value) : text("html", Entities.escape(value));
    }

    private static Content text(@Nullable String type, String value) {
        Content content = new Content();
        content.setType(type);
        content.setValue(value);
        return content;
    }
}
