package loa.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import loa.article.Hash;
import loa.fetch.FetchResult.Reason;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Response;
import okio.Buffer;
import okio.GzipSource;
import okio.HashingSource;
import okio.Source;

/**
 * What a server answered.
 *
 * @param address where, after redirects
 * @param body decompressed, or as much of it as was to be kept; empty unless the status is 200
 * @param length of the whole body
 * @param bodyHash of the whole body
 */
record Answer(URI address, int status, Headers headers, byte[] body, long length, String bodyHash) {

    static final int OK = 200;
    private static final int CHUNK = 64 * 1024;

    static Answer read(URI address, Response response, Question question) throws IOException {
        return response.code() == OK && question.most() > 0
                ? whole(address, response, question)
                : new Answer(address, response.code(), response.headers(), new byte[0], 0, "");
    }

    Optional<MediaType> mediaType() {
        return Optional.ofNullable(headers.get("Content-Type")).map(MediaType::parse);
    }

    private static Answer whole(URI address, Response response, Question question) throws IOException {
        try (HashingSource source = HashingSource.sha256(decoded(response))) {
            Buffer kept = new Buffer();
            Buffer chunk = new Buffer();
            long length = 0;
            while (length <= question.most() && source.read(chunk, CHUNK) != -1) {
                length += chunk.size();
                kept.write(chunk, Math.min(chunk.size(), question.kept() - kept.size()));
                chunk.clear();
            }
            if (length > question.most() && !question.cut()) {
                throw new Refusal(Reason.TOO_LARGE, question.most() / 1024 / 1024 + " MB");
            }
            String hash = source.hash().hex().substring(0, Hash.DIGITS);
            return new Answer(address, response.code(), response.headers(), kept.readByteArray(), length, hash);
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
