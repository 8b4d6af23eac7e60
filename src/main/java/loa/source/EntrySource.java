package loa.source;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import loa.article.Candidate;
import loa.article.Category;
import loa.article.Entry;
import loa.article.Hash;
import loa.article.ParsedArticle;
import loa.article.Precision;
import loa.article.ReadDate;
import loa.article.WebLink;
import loa.content.EntryArticle;
import loa.content.SiteMemory;
import loa.entry.Newest;
import loa.fetch.Fetcher;
import loa.fetch.PageVersion;
import loa.language.Phrase;
import loa.page.Trouble;
import loa.source.Reading.Read;
import loa.source.Reading.Unchanged;
import org.jspecify.annotations.Nullable;

/** A source that lists its articles for programs, and gives them whole or names their pages. */
final class EntrySource implements Source {

    /** What lists more lists everything; the newest are enough. */
    private static final int MOST_ENTRIES = 500;

    /** Of a page that there is none of. */
    private static final PageVersion UNASKED = new PageVersion(null, null, "");

    private static final int LONGEST_ID = 500;
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s/]+/.*");

    private final SourceSettings settings;
    private final Filing filing;
    private final Catalog catalog;
    private final boolean fullText;
    private final Fetcher fetcher;
    private final ArticlePages pages;

    /** @param fullText whether each article is read from its page */
    EntrySource(SourceSettings settings, Filing filing, Catalog catalog, boolean fullText, Fetcher fetcher, Desk desk) {
        this.settings = settings;
        this.filing = filing;
        this.catalog = catalog;
        this.fullText = fullText;
        this.fetcher = fetcher;
        this.pages = new ArticlePages(settings.site(), fetcher, desk);
    }

    @Override
    public SourceSettings settings() {
        return settings;
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section(Category.ALL, catalog.address()));
    }

    @Override
    public Reading<List<Candidate>> candidates(
            Section section, Optional<PageVersion> known, Consumer<Trouble> troubles) {
        return catalog.entries(known, troubles).map(entries -> candidates(newest(entries, troubles)));
    }

    @Override
    public Reading<ParsedArticle> article(
            Candidate candidate, Optional<PageVersion> known, Consumer<Trouble> troubles) {
        @Nullable Entry entry = candidate.entry();
        if (fullText) {
            return pages.article(candidate, known, troubles);
        } else if (entry == null) {
            return catalog.whereabouts(candidate.link()).isPresent()
                    ? new Unchanged<>(UNASKED)
                    : pages.presence(candidate.link(), known, troubles);
        }
        ParsedArticle article = EntryArticle.of(settings.site(), candidate, entry, troubles);
        return new Read<>(
                article.image() == null ? article : article.with(fetcher.measure(article.image())), Optional.empty());
    }

    @Override
    public Whereabouts whereabouts(URI address) {
        return catalog.whereabouts(address).orElseGet(() -> pages.whereabouts(address));
    }

    @Override
    public Optional<SiteMemory> learn(List<Candidate> candidates) {
        return fullText ? pages.learn(candidates) : Optional.empty();
    }

    @Override
    public void forget() {
        pages.forget();
    }

    @Override
    public void remember(SiteMemory memory) {
        pages.remember(memory);
    }

    private List<Entry> newest(List<Entry> entries, Consumer<Trouble> troubles) {
        if (entries.size() <= MOST_ENTRIES) {
            return entries;
        }
        troubles.accept(new Trouble(
                catalog.address(),
                Phrase.of(
                        "%d articles are listed; only the newest %d were taken",
                        "liệt kê %d bài viết nên chỉ lấy %d bài mới nhất", entries.size(), MOST_ENTRIES)));
        return Newest.of(entries, Entry::published, MOST_ENTRIES);
    }

    private List<Candidate> candidates(List<Entry> entries) {
        Set<String> unusable = shared(entries);
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        entries.forEach(entry -> candidates.merge(
                key(entry, unusable), candidate(entry, unusable), (first, again) -> first.alsoIn(again)));
        return List.copyOf(candidates.values());
    }

    private Candidate candidate(Entry entry, Set<String> unusable) {
        return new Candidate(
                key(entry, unusable),
                entry.link(),
                entry.title(),
                null,
                entry.published() == null ? null : new ReadDate(entry.published(), Precision.MINUTE, false),
                entry.images().stream().findFirst().orElse(null),
                filing.of(entry.categories()),
                fullText ? null : entry);
    }

    /** The source's own name for the article, if it has one and gives it to no other; else the article's address. */
    private String key(Entry entry, Set<String> unusable) {
        @Nullable String id = entry.id();
        if (id == null || unusable.contains(id)) {
            return identity().key(entry.link());
        } else if (WEB_ADDRESS.matcher(id).matches()) {
            return WebLink.resolve(entry.link().toString(), id)
                    .map(identity()::key)
                    .orElse("id:" + id);
        }
        return "id:" + (id.length() > LONGEST_ID ? Hash.of(id) : id);
    }

    /** The names that the source gives to several addresses at once. */
    private static Set<String> shared(List<Entry> entries) {
        Map<String, Set<URI>> links = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.id() != null) {
                links.computeIfAbsent(entry.id(), id -> new HashSet<>()).add(entry.link());
            }
        }
        return links.entrySet().stream()
                .filter(named -> named.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
