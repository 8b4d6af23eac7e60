package loa.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import loa.article.Hash;
import loa.feed.Encoding;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.util.Callback;

/** What is at an address, in the form that suits the asker (RFC 9110, section 3.2). */
final class Representation {

    private final String contentType;
    private final String etag;
    private final Instant modified;
    private final Encoding encoding;
    private final byte[] body;

    /**
     * @param etag a strong validator, quoted
     * @param modified {@link Instant#EPOCH} if that is not known
     * @param body encoded as {@code encoding} says; not to be changed
     */
    Representation(String contentType, String etag, Instant modified, Encoding encoding, byte[] body) {
        this.contentType = contentType;
        this.etag = etag;
        this.modified = modified;
        this.encoding = encoding;
        this.body = body;
    }

    /** One whose validator is a hash of its content. */
    static Representation of(String contentType, byte[] body) {
        return new Representation(contentType, '"' + Hash.of(body) + '"', Instant.EPOCH, Encoding.IDENTITY, body);
    }

    /** Answers with 304 where the asker has it, with all of it where not (RFC 9110, section 13.2.2). */
    void answer(Context context) {
        validators(context);
        if (isKnown(context)) {
            notModified(context);
        } else {
            write(context);
        }
    }

    /** Says which state the resource is in. */
    void validators(Context context) {
        context.header("ETag", etag);
        if (isDated()) {
            context.header("Last-Modified", DateGenerator.formatDate(modified));
        }
    }

    /**
     * Writes the body, and what describes it, to whoever asked for more than that. No thread waits for a slow reader, who
     * has no copy of the whole either.
     */
    void write(Context context) {
        context.res().setContentType(null); // else the default's charset would stay
        context.res().setContentType(contentType);
        context.res().setContentLength(body.length);
        if (encoding != Encoding.IDENTITY) {
            context.header("Content-Encoding", encoding.token());
        }
        if (!context.req().getMethod().equals("HEAD")) {
            context.future(() -> sent(context));
        }
    }

    private static void notModified(Context context) {
        context.status(HttpStatus.NOT_MODIFIED);
        context.res().setContentType(null);
        try {
            context.res().flushBuffer(); // else a length of 0 is added, which a cache may take for the document's
        } catch (IOException gone) {
            // whoever went away needs no answer
        }
    }

    private CompletableFuture<?> sent(Context context) {
        Callback.Completable sent = new Callback.Completable();
        try {
            HttpOutput output = (HttpOutput) context.res().getOutputStream();
            output.sendContent(new ByteArrayInputStream(body), sent); // piece by piece
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return sent.exceptionally(gone -> null); // whoever went away needs no answer
    }

    private boolean isKnown(Context context) {
        return new Condition(Documents.lines(context, "If-None-Match"), context.header("If-Modified-Since"))
                .knows(etag, modified);
    }

    private boolean isDated() {
        return modified.isAfter(Instant.EPOCH);
    }
}
