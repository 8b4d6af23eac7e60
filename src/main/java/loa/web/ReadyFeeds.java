package loa.web;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import loa.article.Category;
import loa.feed.Encoding;
import loa.feed.FeedFormat;
import loa.feed.Feeds;
import loa.feed.Newsroom;
import loa.feed.Rendered;
import loa.web.DirectMemory.Bytes;
import loa.web.RepeatedRequests.Answer;
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

    private static final List<HttpHeader> FOR_OTHERS = List.of(HttpHeader.TRANSFER_ENCODING, HttpHeader.EXPECT);
    private static final List<String> FOR_OTHERS_TOO = List.of("A-IM", "Sec-Fetch-Dest");
    private static final List<HttpField> ALWAYS =
            Stream.concat(Server.HEADERS.stream(), Documents.HEADERS.stream()).toList();
    private static final Map<Encoding, HttpField> CONTENT_ENCODINGS = Map.of(
            Encoding.GZIP, new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, Encoding.GZIP.token()),
            Encoding.BROTLI, new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, Encoding.BROTLI.token()));

    private final Feeds feeds;
    private final Map<String, Address> addresses = new HashMap<>();
    private final DirectMemory memory;

    ReadyFeeds(Feeds feeds, DirectMemory memory) {
        this.feeds = feeds;
        this.memory = memory;
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
        Address address = addresses.get(request.getHttpURI().getPath());
        Optional<Rendered> ready =
                address != null && isPlain(request) ? feeds.ready(address.category, address.format) : Optional.empty();
        if (address != null && ready.isPresent()) {
            answer(request, response, callback, address, ready.get());
        } else {
            elsewhere(request, response, callback);
        }
        return true;
    }

    private static boolean isPlain(Request request) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && request.getHttpURI().getQuery() == null
                && request.getLength() <= 0
                && FOR_OTHERS.stream().noneMatch(request.getHeaders()::contains)
                && FOR_OTHERS_TOO.stream().noneMatch(request.getHeaders()::contains);
    }

    private void answer(Request request, Response response, Callback callback, Address address, Rendered document) {
        HttpFields asked = request.getHeaders();
        HttpFields.Mutable headers = response.getHeaders();
        Encoding encoding =
                AcceptEncoding.choose(asked.getValuesList(HttpHeader.ACCEPT_ENCODING), document.encodings());
        String etag = document.etag(encoding);
        ALWAYS.forEach(headers::add);
        headers.add(HttpHeader.ETAG, etag);
        headers.add(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(document.modified()));
        BooleanSupplier isRight = () -> isCurrent(address, encoding, etag);
        Condition condition =
                new Condition(asked.getValuesList(HttpHeader.IF_NONE_MATCH), asked.get(HttpHeader.IF_MODIFIED_SINCE));
        if (condition.knows(etag, document.modified())) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            RepeatedRequests.remember(request, new Answer(isRight, HttpStatus.NOT_MODIFIED_304, headers, null));
            response.write(false, null, callback); // were it the last, a length of 0 would be added
            return;
        }
        byte[] body = document.body(encoding);
        headers.add(HttpHeader.CONTENT_TYPE, document.contentType());
        if (encoding != Encoding.IDENTITY) {
            headers.add(CONTENT_ENCODINGS.get(encoding));
        }
        headers.add(HttpHeader.CONTENT_LENGTH, body.length);
        Bytes kept = memory.keep(List.of(address, encoding), etag, body);
        if (kept != null) {
            RepeatedRequests.remember(request, new Answer(isRight, HttpStatus.OK_200, headers, kept));
        }
        response.write(true, ByteBuffer.wrap(body).asReadOnlyBuffer(), callback);
    }

    private boolean isCurrent(Address address, Encoding encoding, String etag) {
        return feeds.ready(address.category, address.format)
                .map(document -> document.etag(encoding).equals(etag))
                .orElse(false);
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
