package loa.web;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import loa.article.Category;
import loa.feed.Encoding;
import loa.feed.FeedFormat;
import loa.feed.Feeds;
import loa.feed.Newsroom;
import loa.feed.Rendered;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers for a feed that is rendered already on the very thread that read the request, which must never wait. Whatever
 * needs more than that goes on to Javalin, on a thread that may; both give the same answer.
 */
final class ReadyFeeds extends Handler.Wrapper {

    private static final int MOST_REMEMBERED = 256;
    private static final List<HttpHeader> FOR_OTHERS = List.of(HttpHeader.TRANSFER_ENCODING, HttpHeader.EXPECT);
    private static final List<String> FOR_OTHERS_TOO = List.of("A-IM", "Sec-Fetch-Dest");
    private static final List<HttpField> ALWAYS =
            Stream.concat(Server.HEADERS.stream(), Documents.HEADERS.stream()).toList();
    private static final Map<Encoding, HttpField> CONTENT_ENCODINGS = Map.of(
            Encoding.GZIP, new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, Encoding.GZIP.token()),
            Encoding.BROTLI, new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, Encoding.BROTLI.token()));

    private final Feeds feeds;
    private final Map<String, Address> addresses = new HashMap<>();
    private final Map<List<String>, Encoding> chosen = new ConcurrentHashMap<>();

    ReadyFeeds(Feeds feeds) {
        this.feeds = feeds;
        for (Category category : subscribed(feeds.newsroom())) {
            for (FeedFormat format : FeedFormat.values()) {
                addresses.put("/feeds/" + category.name() + "." + format.extension(), new Address(category, format));
            }
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<Rendered> ready = ready(request);
        if (ready.isPresent()) {
            answer(request, response, callback, ready.get());
        } else {
            elsewhere(request, response, callback);
        }
        return true;
    }

    private Optional<Rendered> ready(Request request) {
        return Optional.ofNullable(addresses.get(request.getHttpURI().getPath()))
                .filter(address -> isPlain(request))
                .flatMap(address -> feeds.ready(address.category, address.format));
    }

    private static boolean isPlain(Request request) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getHttpURI().getQuery() == null
                && request.getLength() <= 0
                && FOR_OTHERS.stream().noneMatch(request.getHeaders()::contains)
                && FOR_OTHERS_TOO.stream().noneMatch(request.getHeaders()::contains);
    }

    private void answer(Request request, Response response, Callback callback, Rendered document) {
        HttpFields asked = request.getHeaders();
        HttpFields.Mutable headers = response.getHeaders();
        Encoding encoding = choose(asked.getValuesList(HttpHeader.ACCEPT_ENCODING), document);
        String etag = document.etag(encoding);
        ALWAYS.forEach(headers::add);
        headers.add(HttpHeader.ETAG, etag);
        headers.add(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(document.modified()));
        Condition condition =
                new Condition(asked.getValuesList(HttpHeader.IF_NONE_MATCH), asked.get(HttpHeader.IF_MODIFIED_SINCE));
        if (condition.knows(etag, document.modified())) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            response.write(false, null, callback); // were it the last, a length of 0 would be added
            return;
        }
        byte[] body = document.body(encoding);
        headers.add(HttpHeader.CONTENT_TYPE, document.contentType());
        headers.add(HttpHeader.CONTENT_LENGTH, body.length);
        if (encoding != Encoding.IDENTITY) {
            headers.add(CONTENT_ENCODINGS.get(encoding));
        }
        response.write(true, ByteBuffer.wrap(body).asReadOnlyBuffer(), callback);
    }

    /** Askers are few kinds of programs, each with its own line: what was chosen for it is remembered. */
    private Encoding choose(List<String> lines, Rendered document) {
        Encoding known = chosen.get(lines);
        if (known != null) {
            return known;
        }
        Encoding choice = AcceptEncoding.choose(lines, document.encodings());
        if (chosen.size() < MOST_REMEMBERED) {
            chosen.put(lines, choice);
        }
        return choice;
    }

    private void elsewhere(Request request, Response response, Callback callback) {
        try {
            request.getComponents().getExecutor().execute(() -> {
                try {
                    if (!super.handle(request, response, callback)) {
                        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                    }
                } catch (Throwable failure) { // as the server itself does with what a handler throws
                    Response.writeError(request, response, callback, failure);
                }
            });
        } catch (RejectedExecutionException tooMany) {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        }
    }

    private static List<Category> subscribed(Newsroom newsroom) {
        return Stream.concat(newsroom.open().stream(), Stream.of(newsroom.all()))
                .toList();
    }

    private record Address(Category category, FeedFormat format) {}
}
