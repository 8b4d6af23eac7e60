package loa.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import loa.feed.Encoding;
import loa.feed.Rendered;
import org.eclipse.jetty.http.HttpDateTime;
import org.jspecify.annotations.Nullable;

/** Answers with a rendered document: as it is, or 304 where the asker has it (RFC 9110, section 13). */
final class Documents {

    /** What an answer depends on besides the address. */
    static final String VARY = "Accept-Encoding, A-IM, Sec-Fetch-Dest, Sec-Fetch-Mode";

    private static final String CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";

    private static final String DIFFERENCE = "feed";
    private static final HttpStatus IM_USED = HttpStatus.IM_USED;

    private Documents() {}

    static void send(Context context, Rendered document) {
        Encoding encoding = AcceptEncoding.choose(context.header("Accept-Encoding"), document.encodings());
        describe(context, document, encoding, CACHE_CONTROL);
        if (isKnown(context, document, encoding)) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            body(context, document, encoding);
        }
    }

    /** Sends what of the whole document the asker does not have (RFC 3229). */
    static void send(Context context, Rendered whole, Rendered difference) {
        Encoding encoding = AcceptEncoding.choose(context.header("Accept-Encoding"), difference.encodings());
        describe(context, whole, encoding, "no-store"); // caches that know nothing of it would take it for the whole
        context.header("IM", DIFFERENCE);
        context.status(IM_USED);
        body(context, difference, encoding);
    }

    /** Whether the asker understands a difference in the place of the whole document. */
    static boolean wantsDifference(Context context) {
        return Collections.list(context.req().getHeaders("A-IM")).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .anyMatch(manipulation -> manipulation.strip().equalsIgnoreCase(DIFFERENCE));
    }

    private static void describe(Context context, Rendered document, Encoding encoding, String cacheControl) {
        context.header("ETag", document.etag(encoding));
        if (document.modified().isAfter(Instant.EPOCH)) {
            context.header(
                    "Last-Modified", HttpDateTime.format(document.modified().atZone(ZoneOffset.UTC)));
        }
        context.header("Cache-Control", cacheControl);
        context.header("Vary", VARY);
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Access-Control-Expose-Headers", "ETag, IM");
        context.header("X-Content-Type-Options", "nosniff");
    }

    private static void body(Context context, Rendered document, Encoding encoding) {
        byte[] body = document.body(encoding);
        HttpServletResponse response = context.res();
        response.setContentType(document.contentType());
        if (encoding != Encoding.IDENTITY) {
            response.setHeader("Content-Encoding", encoding.token());
        }
        response.setContentLength(body.length);
        if (!context.req().getMethod().equals("HEAD")) {
            try {
                response.getOutputStream().write(body);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private static boolean isKnown(Context context, Rendered document, Encoding encoding) {
        EntityTags known = EntityTags.of(context, "If-None-Match");
        return known.isGiven()
                ? known.contains(document.etag(encoding))
                : isUnmodified(context.header("If-Modified-Since"), document.modified());
    }

    private static boolean isUnmodified(@Nullable String since, Instant modified) {
        if (since == null || !modified.isAfter(Instant.EPOCH)) {
            return false;
        }
        try {
            ZonedDateTime date = HttpDateTime.parse(since);
            return !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(date.toInstant());
        } catch (IllegalArgumentException noDate) {
            return false;
        }
    }
}
