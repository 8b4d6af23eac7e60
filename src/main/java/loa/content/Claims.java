package loa.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        "thumbnail"
    };
    private static final String[] SITES = {"og:site_name", "application-name", "dc.publisher", "dcterms.publisher"};

    private final JsonLd json;
    private final Metas metas;

    private Claims(Named page) {
        this.json = JsonLd.of(page.all("script"));
        this.metas = Metas.of(page.all("meta"));
    }

    static Claims of(Document page) {
        return of(Named.in(page, NAMES));
    }

    /** Of a page of which the elements of these {@link #NAMES} are known. */
    static Claims of(Named page) {
        return new Claims(page);
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

    /** The names of the site. */
    List<Claim> sites() {
        return claims("publisher", SITES);
    }

    private List<Claim> claims(String property, String[] names) {
        List<Claim> claims = new ArrayList<>();
        for (Map<String, Object> article : json.articles()) {
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
