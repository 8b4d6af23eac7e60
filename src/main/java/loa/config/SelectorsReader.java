package loa.config;

import java.util.Optional;
import loa.article.DatePattern;
import loa.content.ArticleSelectors;
import loa.listing.ListingSelectors;
import loa.page.Selector;

/** Reads where pages have what. */
final class SelectorsReader {

    private SelectorsReader() {}

    static ListingSelectors listing(Section source) {
        Section listing = source.section("listing", "item: .media-row");
        ListingSelectors selectors = new ListingSelectors(
                listing.value("item", Kind.SELECTOR).orElse(null),
                listing.value("link", Kind.SELECTOR).orElse(null),
                listing.value("next", Kind.SELECTOR).orElse(null));
        listing.refuseTheRest();
        return selectors;
    }

    static ArticleSelectors article(Section source) {
        Section article = source.section("article", "body: .noidung");
        Optional<Selector> title = article.value("title", Kind.SELECTOR);
        Optional<Selector> published;
        Optional<DatePattern> format = Optional.empty();
        if (article.isSection("published")) {
            Section inner = article.section("published", "select: span.date");
            inner.require("select", "span.date");
            published = inner.value("select", Kind.SELECTOR);
            format = inner.value("format", Kind.DATE_PATTERN);
            inner.refuseTheRest();
        } else {
            published = article.value("published", Kind.SELECTOR);
        }
        ArticleSelectors selectors = new ArticleSelectors(
                title.orElse(null),
                published.orElse(null),
                format.orElse(null),
                article.value("author", Kind.SELECTOR).orElse(null),
                article.value("summary", Kind.SELECTOR).orElse(null),
                article.value("body", Kind.SELECTOR).orElse(null),
                article.values("drop", Kind.SELECTOR));
        article.refuseTheRest();
        return selectors;
    }
}
