package loa.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import loa.article.Image;
import loa.article.WebLink;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.FetchResult.Reason;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Fetches documents over HTTP, one at a time from each host, within bounds of time and size. */
public final class Fetcher implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long LARGEST = 15L * 1024 * 1024;
    private static final int MOST_REDIRECTS = 5;

    private final OkHttpClient client;
    private final HostTurns turns;
    private final String userAgent;

    public Fetcher(FetchSettings settings) {
        AddressGuard guard = new AddressGuard(settings.allowPrivate());
        this.turns = new HostTurns(settings.delay(), guard);
        this.userAgent = settings.userAgent();
        this.client = new OkHttpClient.Builder()
                .socketFactory(new GuardedSockets(guard))
                .proxy(Proxy.NO_PROXY)
                .callTimeout(DEADLINE)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /** The document at this address, following at most five redirects; never throws for what the network does. */
    public FetchResult fetch(URI address) {
        return ask(address, request -> {});
    }

    /** What the address answers to this form, under the same conditions. */
    public FetchResult post(URI address, Map<String, String> form) {
        FormBody.Builder body = new FormBody.Builder();
        form.forEach(body::add);
        return ask(address, request -> request.post(body.build()));
    }

    private FetchResult ask(URI address, Consumer<Request.Builder> method) {
        URI current = address;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpUrl url = HttpUrl.parse(current.toString());
            if (url == null) {
                return new FetchFailed(Reason.UNKNOWN_HOST, current.toString());
            }
            try (HostTurns.Turn turn = turns.take(url.host());
                    Response response = client.newCall(request(url, hops == 0 ? method : get -> {}))
                            .execute()) {
                if (!response.isRedirect()) {
                    return document(current, response);
                }
                Optional<URI> target = target(current, response);
                if (target.isEmpty()) {
                    return new FetchFailed(Reason.BAD_REDIRECT, current + " → " + response.header("Location"));
                }
                current = target.get();
            } catch (IOException failure) {
                return failed(current, failure);
            }
        }
        return new FetchFailed(Reason.BAD_REDIRECT, address.toString());
    }

    /** The image with its type and length as its server has it now; as it was given where they cannot be found out. */
    public Image measure(Image image) {
        return fetch(image.address()) instanceof Fetched fetched
                        && fetched.mediaType() != null
                        && fetched.mediaType().startsWith("image/")
                ? new Image(image.address(), fetched.mediaType(), fetched.body().length)
                : image;
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private Request request(HttpUrl address, Consumer<Request.Builder> method) {
        Request.Builder request = new Request.Builder()
                .url(address)
                .header("User-Agent", userAgent)
                .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5");
        method.accept(request);
        return request.build();
    }

    private static FetchResult document(URI address, Response response) throws IOException {
        if (response.code() != 200) {
            return new FetchFailed(Reason.STATUS, Integer.toString(response.code()));
        }
        BufferedSource source = response.body().source();
        Buffer read = new Buffer();
        while (source.read(read, 64 * 1024) != -1) {
            if (read.size() > LARGEST) {
                return new FetchFailed(Reason.TOO_LARGE, LARGEST / 1024 / 1024 + " MB");
            }
        }
        MediaType type = response.body().contentType();
        Charset charset = type == null ? null : type.charset();
        return new Fetched(
                address,
                read.readByteArray(),
                type == null ? null : type.type() + "/" + type.subtype(),
                charset == null ? null : charset.name());
    }

    /** Where a redirect leads; empty if it is no web address or leaves https for http. */
    private static Optional<URI> target(URI from, Response response) {
        String location = response.header("Location");
        return location == null
                ? Optional.empty()
                : WebLink.resolve(from.toString(), location)
                        .filter(to -> !from.getScheme().equals("https")
                                || to.getScheme().equals("https"));
    }

    private static FetchFailed failed(URI address, IOException failure) {
        String detail = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (failure instanceof GuardedSockets.AddressRefused) {
            return new FetchFailed(Reason.PRIVATE_ADDRESS, detail);
        } else if (failure instanceof UnknownHostException) {
            return new FetchFailed(Reason.UNKNOWN_HOST, address.getRawAuthority());
        } else if (failure instanceof SSLException) {
            return new FetchFailed(Reason.INSECURE, detail);
        } else if (failure instanceof InterruptedIOException) {
            return new FetchFailed(Reason.TIMEOUT, DEADLINE.toSeconds() + " s");
        } else if (failure instanceof java.net.SocketException) {
            return new FetchFailed(Reason.NO_CONNECTION, detail);
        }
        return new FetchFailed(Reason.BROKEN, detail);
    }
}
