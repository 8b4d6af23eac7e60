package loa.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Collections;
import java.util.List;
import loa.feed.Encoding;
import loa.feed.Rendered;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Answers with a rendered document: the whole, or what of it the asker does not have. */
final class Documents {

    /** For how long caches may answer in our place: a minute, a while longer if we are slow, a week if we are gone. */
    static final String CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";

    /** What an answer depends on besides the address. */
    static final String VARY = "Accept-Encoding, A-IM, Sec-Fetch-Dest, Sec-Fetch-Mode";

    /** What every whole document says of itself. */
    static final List<HttpField> HEADERS = List.of(
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, CACHE_CONTROL),
            new PreEncodedHttpField(HttpHeader.VARY, VARY));

    private static final String DIFFERENCE = "feed";

    private Documents() {}

    static void send(Context context, Rendered document) {
        send(context, document, CACHE_CONTROL, VARY);
    }

    static void send(Context context, Rendered document, String cacheControl, String vary) {
        context.header("Cache-Control", cacheControl);
        context.header("Vary", vary);
        chosen(context, document).answer(context);
    }

    /** Sends what of the whole document the asker does not have (RFC 3229). */
    static void send(Context context, Rendered whole, Rendered difference) {
        context.header("Cache-Control", "no-store"); // caches that know nothing of it would take it for the whole
        context.header("Vary", VARY);
        context.header("IM", DIFFERENCE);
        context.status(HttpStatus.IM_USED);
        chosen(context, whole).validators(context);
        chosen(context, difference).write(context);
    }

    /** Whether the asker understands a difference in the place of the whole document. */
    static boolean wantsDifference(Context context) {
        return Qualities.of(lines(context, "A-IM")).getOrDefault(DIFFERENCE, 0.0) > 0;
    }

    static List<String> lines(Context context, String field) {
        return Collections.list(context.req().getHeaders(field));
    }

    private static Representation chosen(Context context, Rendered document) {
        Encoding encoding = AcceptEncoding.choose(lines(context, "Accept-Encoding"), document.encodings());
        return new Representation(
                document.contentType(),
                document.etag(encoding),
                document.modified(),
                encoding,
                document.body(encoding));
    }
}
