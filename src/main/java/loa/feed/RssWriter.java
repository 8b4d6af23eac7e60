package loa.feed;

import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Image;
import com.rometools.rome.feed.rss.Item;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import loa.article.Article;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jsoup.nodes.Entities;

/** Writes a feed as RSS 2.0. */
final class RssWriter {

    private static final int ICON_SIDE = 144; // the most that RSS 2.0 allows an image to be wide

    private static final Pattern COMMENT = Pattern.compile("[()\\\\]"); // what RFC 822 gives a meaning in one

    private static final Set<String> PLAIN_TEXT = Set.of("title", "description", "copyright", "category");

    private RssWriter() {}

    static byte[] write(Feed feed) {
        Newsroom newsroom = feed.newsroom();
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(feed.title());
        channel.setLink(newsroom.page(feed.category()).toString());
        channel.setDescription(feed.description());
        channel.setLanguage(newsroom.language());
        channel.setCopyright(newsroom.rights());
        channel.setLastBuildDate(Date.from(feed.updated()));
        channel.setGenerator("Loa");
        channel.setTtl((int) Math.max(1, newsroom.pace(feed.category()).toMinutes()));
        channel.setImage(image(feed));
        if (newsroom.contact() != null) {
            channel.setWebMaster(newsroom.contact() + " ("
                    + COMMENT.matcher(newsroom.title()).replaceAll("") + ")");
        }
        channel.setForeignMarkup(extensions(feed));
        channel.setItems(
                feed.articles().stream().map(article -> item(feed, article)).toList());
        Document document = Xml.document(channel, Xml.ATOM, Xml.CONTENT, Xml.DC, Xml.HISTORY, Xml.MEDIA);
        document.getRootElement().getChild("channel").getChildren("item").forEach(RssWriter::extensionsLast);
        return Xml.bytes(document, RssWriter::isPlainText);
    }

    /** The description of an item is HTML, a title never. */
    private static boolean isPlainText(Element element) {
        boolean isOfItem = element.getParentElement().getName().equals("item");
        return element.getNamespace().equals(Namespace.NO_NAMESPACE)
                && PLAIN_TEXT.contains(element.getName())
                && !(isOfItem && element.getName().equals("description"));
    }

    private static List<Element> extensions(Feed feed) {
        List<Element> extensions = new ArrayList<>();
        Map<String, URI> links = feed.links(FeedFormat.RSS);
        links.forEach(
                (relation, address) -> extensions.add(Xml.atomLink(relation, address, FeedFormat.RSS.mediaType())));
        if (feed.place().isFull()) {
            extensions.add(new Element("archive", Xml.HISTORY));
        }
        extensions.add(
                Xml.element("identifier", Xml.DC, feed.current(FeedFormat.RSS).toString()));
        return extensions;
    }

    /** Rome writes them first; readers want the description before the content. */
    private static void extensionsLast(Element item) {
        List<Element> extensions = item.getChildren().stream()
                .filter(child -> !child.getNamespace().equals(Namespace.NO_NAMESPACE))
                .toList();
        extensions.forEach(Element::detach);
        item.addContent(extensions);
    }

    private static Image image(Feed feed) {
        Image image = new Image();
        image.setUrl(feed.newsroom().icon().toString());
        image.setTitle(feed.title());
        image.setLink(feed.newsroom().page(feed.category()).toString());
        image.setWidth(ICON_SIDE);
        image.setHeight(ICON_SIDE);
        return image;
    }

    private static Item item(Feed feed, Article article) {
        Item item = new Item();
        item.setTitle(article.title());
        item.setLink(article.link().toString());
        item.setDescription(description(article));
        item.setGuid(guid(article));
        item.setPubDate(Date.from(article.published()));
        item.setCategories(
                article.categories().stream().map(name -> category(feed, name)).toList());
        if (article.image() != null && article.image().isMeasured()) {
            item.setEnclosures(List.of(enclosure(article.image())));
        }
        item.setForeignMarkup(extensions(feed, article));
        return item;
    }

    private static List<Element> extensions(Feed feed, Article article) {
        List<Element> extensions = new ArrayList<>();
        if (feed.category().fullText()) {
            extensions.add(Xml.element("encoded", Xml.CONTENT, article.body()));
        }
        if (article.byline().shown() != null) {
            extensions.add(Xml.element("creator", Xml.DC, article.byline().shown()));
        }
        extensions.addAll(Xml.origin(feed, article));
        if (article.image() != null) {
            extensions.addAll(MediaElements.of(article.image()));
        }
        return extensions;
    }

    /** Readers take a description for HTML. */
    private static Description description(Article article) {
        Description description = new Description();
        description.setValue(Entities.escape(article.excerpt()));
        return description;
    }

    private static Guid guid(Article article) {
        Guid guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(article.guid());
        return guid;
    }

    private static Enclosure enclosure(loa.article.Image image) {
        Enclosure enclosure = new Enclosure();
        enclosure.setUrl(image.address().toString());
        enclosure.setType(image.mediaType());
        enclosure.setLength(image.length());
        return enclosure;
    }

    private static Category category(Feed feed, String name) {
        Category category = new Category();
        category.setDomain(feed.newsroom().at("/").toString());
        category.setValue(feed.titleOf(name));
        return category;
    }
}
