package loa.entry;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import loa.article.DateReader;
import loa.article.Entry;
import loa.article.Text;
import loa.article.WebLink;
import loa.fetch.FetchResult.Fetched;
import loa.language.Phrase;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads sitemaps, those of news too, compressed or not (sitemaps.org). Only the newest of what they name is kept. */
public final class SitemapReader {

    /** The newest are enough. */
    public static final int MOST = 500;

    /** As long as the protocol allows. */
    private static final long LARGEST = 50L * 1024 * 1024;

    /** A path that is likely one article's: a slug of several words, or a number. */
    private static final Pattern ARTICLE_PATH = Pattern.compile("[^/]*(?:-[^/]*-|\\d{3})[^/]*/?$");

    private static final Pattern FILE =
            Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|xlsx?|mp[34]|xml|gz|zip)$");
    private static final Pattern ENDING = Pattern.compile("\\.[a-z]{2,5}$");

    private SitemapReader() {}

    /** What it names. */
    public static Sitemap read(Fetched fetched, ZoneId zone) throws UnreadableException {
        Handler handler = new Handler(fetched.address(), zone);
        try (InputStream in = new Bounded(unpacked(fetched.body()))) {
            StrictXml.read(new InputSource(in), handler);
        } catch (UnreadableException broken) {
            throw broken;
        } catch (IOException broken) {
            throw new UnreadableException(new Phrase("it is compressed, but not whole", "tệp nén bị hỏng"));
        }
        if (!handler.isSitemap) {
            throw new UnreadableException(new Phrase("it is XML, but no sitemap", "là XML nhưng không phải sitemap"));
        }
        return handler.sitemap();
    }

    private static InputStream unpacked(byte[] body) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        boolean isPacked = body.length > 1 && body[0] == 0x1F && (body[1] & 0xFF) == 0x8B;
        return isPacked ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    /** Takes what is named as it comes. */
    private static final class Handler extends DefaultHandler {

        private static final Set<String> ROOTS = Set.of("urlset", "sitemapindex");
        private static final Set<String> ENTRIES = Set.of("url", "sitemap");
        private static final Pattern OF_MEDIA = Pattern.compile("sitemap-(?:image|video)");
        private static final int LONGEST = 10_000;

        private final URI address;
        private final ZoneId zone;
        private final StringBuilder text = new StringBuilder();
        private final Map<String, String> fields = new HashMap<>();
        private List<Dated> entries = new ArrayList<>();
        private List<Sitemap.Child> children = new ArrayList<>();
        private int named;
        private int depth;
        private boolean isSitemap;

        Handler(URI address, ZoneId zone) {
            this.address = address;
            this.zone = zone;
        }

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) {
            text.setLength(0);
            if (depth++ == 0) {
                isSitemap = ROOTS.contains(name);
            } else if (ENTRIES.contains(name)) {
                fields.clear();
            }
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (text.length() < LONGEST) {
                text.append(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qName) throws SAXException {
            depth--;
            if (name.equals("url") && isSitemap) {
                entry().ifPresent(this::take);
            } else if (name.equals("sitemap") && isSitemap) {
                child().ifPresent(this::take);
            } else if (!OF_MEDIA.matcher(uri).find()) {
                fields.putIfAbsent(name, text.toString().strip());
            }
            text.setLength(0);
        }

        Sitemap sitemap() {
            List<Entry> newest = Newest.of(entries, Dated::changed, MOST).stream()
                    .map(Dated::entry)
                    .toList();
            return new Sitemap(newest, named, Newest.of(children, Sitemap.Child::changed, MOST));
        }

        private void take(Dated entry) {
            named++;
            entries.add(entry);
            if (entries.size() > 2 * MOST) {
                entries = new ArrayList<>(Newest.of(entries, Dated::changed, MOST));
            }
        }

        private void take(Sitemap.Child child) {
            children.add(child);
            if (children.size() > 2 * MOST) {
                children = new ArrayList<>(Newest.of(children, Sitemap.Child::changed, MOST));
            }
        }

        private Optional<Sitemap.Child> child() {
            return link().map(link -> new Sitemap.Child(link, date("lastmod")));
        }

        private Optional<Dated> entry() {
            String title = Text.line(fields.getOrDefault("title", ""));
            return link().filter(link -> !title.isEmpty() || isArticle(link)).map(link -> {
                @Nullable Instant published = date("publication_date");
                Entry entry = new Entry(
                        null,
                        WebLink.canonical(link),
                        title.isEmpty() ? words(link) : title,
                        "",
                        "",
                        link,
                        published,
                        null,
                        List.of(),
                        Set.of());
                @Nullable Instant changed = date("lastmod");
                return new Dated(entry, published == null ? changed : published);
            });
        }

        private Optional<URI> link() {
            return WebLink.resolve(address.toString(), fields.getOrDefault("loc", ""));
        }

        private @Nullable Instant date(String field) {
            return DateReader.read(fields.getOrDefault(field, ""), zone).orElse(null);
        }

        private static boolean isArticle(URI link) {
            String path = link.getPath();
            return ARTICLE_PATH.matcher(path).find() && !FILE.matcher(path).find();
        }

        /** What a sitemap without titles tells of one: the words of the address. */
        private static String words(URI link) {
            String path = link.getRawPath().replaceFirst("/+$", "");
            String name =
                    ENDING.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
            String words = Text.line(decoded(name).replaceAll("[-_+]+", " "));
            return words.isEmpty() ? link.toString() : words;
        }

        private static String decoded(String name) {
            try {
                return URLDecoder.decode(name, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException otherwise) {
                return name;
            }
        }
    }

    /** An article with the moment that tells how new it is. */
    private record Dated(Entry entry, @Nullable Instant changed) {}

    /** Ends where the protocol ends. */
    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long left = LARGEST;

        Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            spend(1);
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            spend(Math.max(0, read));
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private void spend(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("too large");
            }
        }
    }
}
