package loa.entry;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.DateReader;
import loa.article.Entry;
import loa.article.Text;
import loa.article.WebLink;
import loa.language.Phrase;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Reads RSS of any version, RDF and Atom: dialects by Rome, dates and pictures as they are written. */
final class XmlFeed {

    private static final List<String> PUBLISHED = List.of("pubDate", "published", "issued", "date", "created");
    private static final List<String> UPDATED = List.of("updated", "modified");
    private static final Set<String> ITEMS = Set.of("item", "entry");

    /** The form of an RSS author, by the specification an address with a name. */
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\s*\\((?<name>[^()]+)\\)|\\S+@\\S+");

    private final URI address;
    private final ZoneId zone;
    private final Element root;
    private final String home;

    private XmlFeed(Element root, URI address, ZoneId zone, @Nullable String home) {
        this.root = root;
        this.address = address;
        this.zone = zone;
        this.home = WebLink.resolve(address.toString(), home == null ? "" : home)
                .orElse(address)
                .toString();
    }

    /** What the feed at this address lists. */
    static Entries read(Document document, URI address, ZoneId zone) throws UnreadableException {
        SyndFeed feed = feed(document);
        List<Element> items = items(document.getRootElement());
        if (items.size() != feed.getEntries().size()) {
            throw new UnreadableException(noFeed());
        }
        XmlFeed reader = new XmlFeed(document.getRootElement(), address, zone, feed.getLink());
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            reader.entry(feed.getEntries().get(i), items.get(i)).ifPresent(entries::add);
        }
        return new Entries(entries, items.size() - entries.size(), reader.next());
    }

    private static SyndFeed feed(Document document) throws UnreadableException {
        try {
            return new SyndFeedInput(false, Locale.ROOT).build(document);
        } catch (FeedException | RuntimeException unknown) { // Rome takes for granted what a document need not have
            throw new UnreadableException(noFeed());
        }
    }

    private static Phrase noFeed() {
        return new Phrase("it is XML, but no RSS and no Atom", "là XML nhưng không phải RSS hay Atom");
    }

    /** The entries in the order of the document, which is the order in which Rome gives them. */
    private static List<Element> items(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().stream())
                .flatMap(parent -> parent.getName().equals("channel") || parent == root
                        ? parent.getChildren().stream()
                        : Stream.empty())
                .filter(child -> ITEMS.contains(child.getName()))
                .toList();
    }

    private Optional<Entry> entry(SyndEntry entry, Element item) {
        String base = base(item).orElse(home);
        @Nullable String id = id(item);
        Optional<URI> link = link(entry, item, base, id);
        String summary = html(entry.getDescription());
        String content = entry.getContents().stream()
                .map(this::html)
                .filter(html -> !html.isEmpty())
                .findFirst()
                .orElse("");
        String title = title(entry.getTitleEx(), summary + content);
        if (link.isEmpty() || title.isEmpty()) {
            return Optional.empty();
        }
        URI texts = base(item).map(URI::create).orElse(link.get());
        return Optional.of(new Entry(
                id,
                WebLink.canonical(link.get()),
                title,
                summary,
                content,
                texts,
                date(item),
                author(entry, item),
                FeedImages.of(item, texts),
                entry.getCategories().stream()
                        .flatMap(category -> Stream.of(category.getName(), category.getLabel()))
                        .filter(name -> name != null && !name.isBlank())
                        .map(Text::line)
                        .collect(Collectors.toSet())));
    }

    private static @Nullable String id(Element item) {
        String about =
                item.getAttributeValue("about", Namespace.getNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#"));
        return Stream.concat(texts(item, "guid"), texts(item, "id"))
                .findFirst()
                .orElse(about == null || about.isBlank() ? null : about.strip());
    }

    private static Optional<URI> link(SyndEntry entry, Element item, String base, @Nullable String id) {
        Optional<String> named = Optional.ofNullable(entry.getLink()).filter(link -> !link.isBlank());
        boolean isLink = texts(item, "guid").findFirst().isPresent()
                && item.getChildren().stream()
                        .filter(child -> child.getName().equals("guid"))
                        .noneMatch(guid -> "false".equals(guid.getAttributeValue("isPermaLink")));
        return named.or(() -> Optional.ofNullable(id).filter(guid -> isLink && guid.matches("(?i)https?://.*")))
                .flatMap(link -> WebLink.resolve(base, link));
    }

    private String title(@Nullable SyndContent title, String text) {
        String written = title == null || title.getValue() == null ? "" : title.getValue();
        String line = isText(title)
                ? Wording.titleOfText(written)
                : isAtom() ? Wording.titleOfHtml(written) : Wording.title(written);
        return line.isEmpty() ? Wording.titleOf(text) : line;
    }

    private String html(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return "";
        }
        return isText(content) ? Wording.htmlOfText(content.getValue()) : Wording.html(content.getValue());
    }

    /** Atom says what is plain text: RFC 4287, section 3.1.1; RSS does not, and HTML is everywhere in it. */
    private boolean isText(@Nullable SyndContent content) {
        return isAtom()
                && content != null
                && (content.getType() == null
                        || (content.getType().startsWith("text")
                                && !content.getType().endsWith("html")));
    }

    private boolean isAtom() {
        return root.getName().equals("feed");
    }

    private @Nullable Instant date(Element item) {
        return Stream.concat(PUBLISHED.stream(), UPDATED.stream())
                .flatMap(name -> texts(item, name))
                .flatMap(text -> DateReader.read(text, zone).stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String author(SyndEntry entry, Element item) {
        Stream<String> named =
                entry.getAuthors().stream().map(person -> person.getName() == null ? "" : person.getName());
        String names = Stream.concat(named, texts(item, "creator"))
                .map(Text::line)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() && entry.getAuthor() != null ? person(Text.line(entry.getAuthor())) : person(names);
    }

    private static @Nullable String person(String author) {
        Matcher mail = MAIL.matcher(author);
        @Nullable String name = mail.matches() ? mail.group("name") : author;
        return name == null || name.isBlank() ? null : name.strip();
    }

    /** The document before this one in time: RFC 5005, section 4 and 3. */
    private Optional<URI> next() {
        List<Element> links = Stream.concat(Stream.of(root), root.getChildren().stream())
                .filter(parent -> parent == root || parent.getName().equals("channel"))
                .flatMap(parent -> parent.getChildren().stream())
                .filter(child -> child.getName().equals("link") && child.getAttributeValue("href") != null)
                .toList();
        return Stream.of("next", "prev-archive")
                .flatMap(relation -> links.stream().filter(link -> relation.equals(link.getAttributeValue("rel"))))
                .flatMap(link ->
                        WebLink.resolve(base(link).orElse(address.toString()), link.getAttributeValue("href")).stream())
                .findFirst();
    }

    /** What addresses in the element are relative to, where the document says so: RFC 4287, section 2. */
    private Optional<String> base(Element element) {
        List<String> bases = new ArrayList<>();
        for (Element at = element; at != null; at = at.getParentElement()) {
            @Nullable String base = at.getAttributeValue("base", Namespace.XML_NAMESPACE);
            if (base != null) {
                bases.add(0, base);
            }
        }
        return bases.isEmpty()
                ? Optional.empty()
                : Optional.of(bases.stream()
                        .reduce(
                                address.toString(),
                                (outer, inner) -> WebLink.resolve(outer, inner)
                                        .map(URI::toString)
                                        .orElse(outer)));
    }

    /** What the children of this name say, in whatever namespace. */
    private static Stream<String> texts(Element item, String name) {
        return item.getChildren().stream()
                .filter(child -> child.getName().equals(name))
                .map(child -> child.getText().strip())
                .filter(text -> !text.isEmpty());
    }
}
