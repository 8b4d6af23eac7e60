package loa.fetch;

import java.util.Map;
import java.util.function.Consumer;
import okhttp3.FormBody;
import okhttp3.Request;

/**
 * What is asked of a server.
 *
 * @param first makes the request that it is
 * @param afterRedirect makes it again for where the first one led
 * @param most bytes that the answer may have, unpacked; none are taken if 0
 * @param kept bytes of it that are kept in memory; the others are only hashed and counted
 * @param cut whether more than that is left out; if not, it is a failure
 */
record Question(
        Consumer<Request.Builder> first, Consumer<Request.Builder> afterRedirect, long most, long kept, boolean cut) {

    static final long LARGEST = 15L * 1024 * 1024;

    /** The whole document, with these headers, of which this much is kept. */
    static Question document(Consumer<Request.Builder> headers, long kept) {
        return new Question(headers, headers, LARGEST, kept, false);
    }

    /** The document that answers a form; where the form is redirected to, no form is sent. */
    static Question form(Map<String, String> fields, long kept) {
        FormBody.Builder body = new FormBody.Builder();
        fields.forEach(body::add);
        return new Question(request -> request.post(body.build()), request -> {}, LARGEST, kept, false);
    }

    /** The headers alone, those of the document as it is; some servers send the body too, and spoil the connection. */
    static Question headers() {
        Consumer<Request.Builder> head =
                request -> request.head().header("Accept-Encoding", "identity").header("Connection", "close");
        return new Question(head, head, 0, 0, false);
    }

    /** This much of the document, however long it is. */
    static Question beginning(long most) {
        return new Question(request -> {}, request -> {}, most, most, true);
    }
}
