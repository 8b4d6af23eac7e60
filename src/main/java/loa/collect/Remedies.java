package loa.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import loa.article.Article;
import loa.article.Candidate;
import loa.language.Phrase;
import loa.source.Section;
import loa.source.Source;
import loa.store.ArticleStore;

/** What to write in feeds.yml where the operator's selectors match nothing any more, in words for the officer. */
final class Remedies {

    private static final int MOST_TITLES = 60;
    private static final int MOST_READ = 3;

    private final Source source;
    private final ArticleStore store;
    private final Isolation isolation;

    Remedies(Source source, ArticleStore store, Isolation isolation) {
        this.source = source;
        this.store = store;
        this.isolation = isolation;
    }

    /** Where nothing is found with the operator's selectors, but known articles are without: what would find them. */
    Optional<Phrase> forListing(Section section) {
        Set<String> titles = store.articles().newest(section.category(), MOST_TITLES).stream()
                .map(Article::title)
                .collect(Collectors.toSet());
        return source.mending(
                        section,
                        found -> titles.contains(found.title())
                                || store.known(source.name(), found.key()).isPresent())
                .map(yaml -> Phrase.of(
                        "the page was built anew, and this in feeds.yml would find them: %s",
                        "trang đã được thiết kế lại, khai báo sau trong feeds.yml sẽ tìm thấy bài viết: %s", yaml));
    }

    /** The same where nothing is found on the pages of these articles. */
    Optional<Phrase> forArticles(List<Candidate> unreadable) {
        List<Phrase> found = new ArrayList<>();
        if (!unreadable.isEmpty()) {
            isolation.of(
                    source.root(),
                    () -> source.mending(unreadable.stream().limit(MOST_READ).toList())
                            .map(Remedies::forArticles)
                            .ifPresent(found::add));
        }
        return found.stream().findFirst();
    }

    private static Phrase forArticles(String yaml) {
        return Phrase.of(
                "the articles' pages were built anew, and this in feeds.yml would read them: %s",
                "trang bài viết đã được thiết kế lại, khai báo sau trong feeds.yml sẽ đọc được: %s", yaml);
    }
}
