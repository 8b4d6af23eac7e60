package loa.trial;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loa.content.ReadArticle;
import loa.listing.PageKind;
import loa.listing.PortalSection;
import loa.page.Trouble;
import loa.source.SinglePage;

/**
 * What would be taken from a page.
 *
 * @param page empty if it could not be read
 * @param articles the first that it lists, as their own pages give them
 * @param sections if it is the home page of a portal
 * @param list what the address gives instead, if it is no page
 * @param troubles what could not be read
 */
public record Tried(
        URI address,
        Optional<SinglePage> page,
        Map<URI, ReadArticle> articles,
        List<PortalSection> sections,
        Optional<TriedList> list,
        List<Trouble> troubles) {

    public Tried {
        articles = Collections.unmodifiableMap(new LinkedHashMap<>(articles));
        sections = List.copyOf(sections);
        troubles = List.copyOf(troubles);
    }

    /** Whether something on the page would become an article or several. */
    public boolean gives() {
        return isHome() || isListing() || article().isPresent() || isList();
    }

    /** Whether it lists articles for programs. */
    public boolean isList() {
        return list.filter(found -> !found.entries().isEmpty()).isPresent();
    }

    public boolean isHome() {
        return !sections.isEmpty();
    }

    public boolean isListing() {
        return !isHome()
                && page.filter(read -> read.kind() == PageKind.LISTING
                                && !read.listed().isEmpty())
                        .isPresent();
    }

    /** The article that the page is, if it is one. */
    public Optional<ReadArticle> article() {
        return isHome() || isListing() ? Optional.empty() : page.flatMap(SinglePage::article);
    }

    /** What to paste into feeds.yml; empty where there is nothing to collect. */
    public Optional<String> yaml() {
        if (isList()) {
            return list.map(found -> Yaml.list(address, found.kind()));
        } else if (isHome()) {
            return Optional.of(Yaml.newsroom(address, title(), sections));
        }
        return isListing() ? page.map(read -> Yaml.source(address, title(), read.selectors())) : Optional.empty();
    }

    /** What the page calls itself, without the name of the site after it. */
    private String title() {
        return page.map(read -> read.title().split("\\s+[|–—-]\\s+", 2)[0].strip())
                .filter(title -> !title.isEmpty())
                .orElse(address.getHost());
    }
}
