package loa.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import loa.fetch.FetchResult.Reason;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.Buffer;
import okio.GzipSource;
import okio.Source;

/**
 * What a server answered.
 *
 * @param address where, after redirects
 * @param body decompressed; empty unless the status is 200
 */
record Answer(URI address, int status, Headers headers, byte[] body) {

    static final int OK = 200;
    private static final int CHUNK = 64 * 1024;

    static Answer read(URI address, Response response, Question question) throws IOException {
        byte[] body = response.code() == OK && question.most() > 0 ? body(response, question) : new byte[0];
        return new Answer(address, response.code(), response.headers(), body);
    }

    Optional<MediaType> mediaType() {
        return Optional.ofNullable(headers.get("Content-Type")).map(MediaType::parse);
    }

    private static byte[] body(Response response, Question question) throws IOException {
        try (Source source = decoded(response)) {
            Buffer read = new Buffer();
            while (read.size() <= question.most() && source.read(read, CHUNK) != -1) {}
            if (read.size() <= question.most()) {
                return read.readByteArray();
            } else if (question.cut()) {
                return read.readByteArray(question.most());
            }
            throw new Refusal(Reason.TOO_LARGE, question.most() / 1024 / 1024 + " MB");
        }
    }

    /** The document unpacked; a second encoding around it can only be meant to harm, and no other was asked for. */
    private static Source decoded(Response response) throws Refusal {
        List<String> encodings = response.headers().values("Content-Encoding");
        String encoding = String.join(", ", encodings).toLowerCase(Locale.ROOT).strip();
        return switch (encoding) {
            case "", "identity" -> response.body().source();
            case "gzip", "x-gzip" -> new GzipSource(response.body().source());
            default -> throw new Refusal(Reason.BROKEN, "Content-Encoding: " + encoding);
        };
    }
}
