package loa.web;

import io.javalin.http.Context;
import java.util.Map;
import loa.feed.FeedFormat;
import loa.feed.Newsroom;
import loa.feed.StatusWriter;
import loa.store.Health;

/** How the sources are: for the officer, for programs, and for who wants to be told when it changes. */
final class StatusRoutes {

    /** Nobody is told for longer that all is well when it is not. */
    private static final String CACHE_CONTROL = "public, max-age=15, must-revalidate";

    private static final int SHOWN = 20;
    private static final int ENTRIES = 100;

    private final Health health;
    private final Newsroom newsroom;
    private final Pages pages;
    private final DirectMemory memory;

    StatusRoutes(Health health, Newsroom newsroom, Pages pages, DirectMemory memory) {
        this.health = health;
        this.newsroom = newsroom;
        this.pages = pages;
        this.memory = memory;
    }

    void page(Context context) {
        pages.status(context, CACHE_CONTROL, Map.of("sources", health.all(), "changes", health.changes(SHOWN)));
    }

    void json(Context context) {
        context.header("Cache-Control", CACHE_CONTROL);
        Representation.of("application/json; charset=utf-8", StatusWriter.json(health.all(), memory.size()))
                .answer(context);
    }

    void atom(Context context) {
        context.header("Cache-Control", CACHE_CONTROL);
        Representation.of(
                        FeedFormat.ATOM.mediaType() + "; charset=utf-8",
                        StatusWriter.atom(newsroom, health.changes(ENTRIES)))
                .answer(context);
    }
}
