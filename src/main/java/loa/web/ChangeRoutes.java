package loa.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import loa.feed.Changes;
import loa.feed.Rendered;

/** The list of changes, for programs that keep a copy of all articles. */
final class ChangeRoutes {

    private final Changes changes;

    ChangeRoutes(Changes changes) {
        this.changes = changes;
    }

    /** {@code ?since=CURSOR&limit=}: what came after the cursor of the answer before, from the beginning without one. */
    void changes(Context context) {
        long since = WholeNumber.of(context.queryString(), "since", 0).orElse(0);
        int limit = Limit.of(context.queryString()).orElse(Changes.DEFAULT_LIMIT);
        Rendered document = changes.since(since, limit)
                .orElseThrow(() -> new BadRequestResponse("since is no cursor of this server; begin without it"));
        Documents.send(context, document);
    }
}
