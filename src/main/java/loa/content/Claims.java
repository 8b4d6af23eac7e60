package loa.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loa.article.Text;
import loa.page.JsonLd;
import loa.page.Metas;
import loa.page.Named;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** What a page says of its article for machines: JSON-LD, Open Graph, Dublin Core and other meta elements. */
final class Claims {

    /** The elements that say such things. */
    static final Set<String> NAMES = Set.of("script", "meta");

    private static final String[] TITLES = {
        "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline", "title"
    };
    private static final String[] AUTHORS = {
        "author",
        "article:author",
        "article:author_name",
        "og:article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "dc.creator.name",
        "cxenseparse:author",
        "byl",
        "authors",
        "vr:author",
        "article:author:name",
        "news_authors",
        "twitter:data1"
    };
    private static final String[] DATES = {
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dc.date",
        "dcterms.date",
        "cxenseparse:publishtime",
        "cxenseparse:recs:publishtime",
        "publishdate",
        "publication_date",
        "pubdate",
        "date"
    };
    private static final String[] SUMMARIES = {
        "og:description",
        "description",
        "twitter:description",
        "dc.description",
        "dcterms.abstract",
        "sailthru.description"
    };
    private static final String[] IMAGES = {
        "og:image:secure_url",
        "og:image",
        "og:image:url",
        "twitter:image",
        "twitter:image:src",
        "sailthru.image.full",
        "image",
        "thumbnail"
    };
    private static final List<String> ADDRESSES = List.of("url", "mainEntityOfPage", "@id");
    private static final Pattern HOST = Pattern.compile("^(?:[a-z]+:)?//[^/]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("/*(?:#.*)?$");

    private static final String[] SITES = {"og:site_name", "application-name", "dc.publisher", "dcterms.publisher"};

    private final JsonLd json;
    private final List<Map<String, Object>> articles;
    private final Metas metas;

    private Claims(Named page, String address) {
        this.json = JsonLd.of(page.all("script"));
        this.articles = own(json.articles(), address);
        this.metas = Metas.of(page.all("meta"));
    }

    static Claims of(Document page) {
        return of(Named.in(page, NAMES), page.location());
    }

    /** Of a page of which the elements of these {@link #NAMES} are known. */
    static Claims of(Named page, String address) {
        return new Claims(page, address);
    }

    /** Those that say that they are at this address, if any does: pages describe what they link to, too. */
    private List<Map<String, Object>> own(List<Map<String, Object>> articles, String address) {
        List<Map<String, Object>> own = articles.stream()
                .filter(article -> ADDRESSES.stream()
                        .flatMap(property -> json.values(article.get(property)))
                        .anyMatch(value -> isAt(value, address)))
                .toList();
        return own.isEmpty() ? articles : own;
    }

    private static boolean isAt(Object value, String address) {
        if (value instanceof Map<?, ?> thing) {
            return Stream.of("@id", "url").anyMatch(name -> thing.get(name) instanceof String at && isAt(at, address));
        }
        return value instanceof String at && !path(at).isEmpty() && path(at).equals(path(address));
    }

    /** The address without what changes while the page stays: its host, its scheme, a mark in it. */
    private static String path(String address) {
        return END.matcher(HOST.matcher(address).replaceFirst("")).replaceFirst("");
    }

    List<Claim> titles() {
        return claims("headline", TITLES);
    }

    List<Claim> authors() {
        return claims("author", AUTHORS);
    }

    List<Claim> dates() {
        return claims("datePublished", DATES);
    }

    List<Claim> summaries() {
        return claims("description", SUMMARIES);
    }

    List<Claim> images() {
        return claims("image", IMAGES);
    }

    /** The whole text of the article, with its line breaks. */
    List<String> bodies() {
        return articles.stream()
                .flatMap(article -> json.texts(article, "articleBody").stream())
                .toList();
    }

    /** The names of the site. */
    List<Claim> sites() {
        return claims("publisher", SITES);
    }

    private List<Claim> claims(String property, String[] names) {
        List<Claim> claims = new ArrayList<>();
        for (Map<String, Object> article : articles) {
            json.texts(article, property).forEach(text -> add(claims, text, "JSON-LD"));
        }
        for (String name : names) {
            metas.all(name).forEach(text -> add(claims, text, name));
        }
        return claims;
    }

    private static void add(List<Claim> claims, String text, String where) {
        String line = Text.line(plain(text));
        if (!line.isEmpty()) {
            claims.add(new Claim(line, where));
        }
    }

    /** Texts for machines are often escaped twice, or hold markup. */
    private static String plain(String text) {
        return text.indexOf('&') < 0 && text.indexOf('<') < 0
                ? text
                : Jsoup.parseBodyFragment(Parser.unescapeEntities(text, false)).text();
    }

    /**
     * A value that the page gives.
     *
     * @param where what says so: the name of a meta element, or {@code JSON-LD}
     */
    record Claim(String value, String where) {}
}
