package loa.content;

import java.util.List;
import loa.article.DatePattern;
import loa.page.Selector;
import org.jspecify.annotations.Nullable;

/** Where an article's page has what, and what on it is to be dropped. */
public record ArticleSelectors(
        @Nullable Selector title,
        @Nullable Selector published,
        @Nullable DatePattern format,
        @Nullable Selector author,
        @Nullable Selector summary,
        @Nullable Selector body,
        List<Selector> drop) {

    /** All is to be found. */
    public static final ArticleSelectors NONE = new ArticleSelectors(null, null, null, null, null, null, List.of());

    public ArticleSelectors {
        drop = List.copyOf(drop);
    }
}
