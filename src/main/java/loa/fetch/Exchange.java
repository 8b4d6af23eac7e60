package loa.fetch;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import loa.article.WebLink;
import loa.fetch.FetchResult.Reason;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asks servers, each in its turn, and goes where they lead, within bounds of time and size. */
final class Exchange implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> USUAL_PORTS = Set.of(80, 443);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final OkHttpClient client;
    private final Hosts hosts;
    private final Set<String> sites;
    private final String userAgent;
    private final Surroundings surroundings;

    Exchange(FetchSettings settings, Hosts hosts, AddressGuard guard, Surroundings surroundings) {
        this.hosts = hosts;
        this.sites = authorities(settings.sites());
        this.userAgent = settings.userAgent();
        this.surroundings = surroundings;
        this.client = surroundings
                .client()
                .newBuilder()
                .socketFactory(new GuardedSockets(guard))
                .proxy(Proxy.NO_PROXY)
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ZERO) // the deadline of the whole bounds each part of it
                .writeTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /** The hosts and ports of these addresses, as {@link #authority} writes them. */
    static Set<String> authorities(Set<URI> addresses) {
        return addresses.stream()
                .map(address -> HttpUrl.parse(address.toString()))
                .filter(Objects::nonNull)
                .map(Exchange::authority)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String authority(HttpUrl url) {
        return url.host() + ":" + url.port();
    }

    /**
     * The first answer that is no redirect.
     *
     * @param gate throws where no request is to go
     */
    Answer ask(URI address, Question question, Gate gate) throws IOException {
        Consumer<Request.Builder> shape = question.first();
        URI current = address;
        long left = surroundings.deadline().toNanos();
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpUrl url = url(current);
            gate.require(url);
            try (Turn turn = new Turn(hosts.named(url.host()))) {
                Answer answer = turn.ask(current, request(url, shape), question, left);
                if (!isRedirect(answer.status())) {
                    return answer;
                }
                left -= turn.spent();
                current = target(current, answer);
                shape = question.afterRedirect();
            }
        }
        throw new Refusal(Reason.BAD_REDIRECT, address.toString());
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private HttpUrl url(URI address) throws Refusal {
        HttpUrl url = HttpUrl.parse(address.toString());
        if (url == null || !url.username().isEmpty() || !url.password().isEmpty()) {
            throw new Refusal(Reason.BAD_ADDRESS, address.toString());
        } else if (!USUAL_PORTS.contains(url.port()) && !sites.contains(authority(url))) {
            throw new Refusal(Reason.FOREIGN_PORT, authority(url));
        }
        return url;
    }

    private Request request(HttpUrl url, Consumer<Request.Builder> shape) {
        Request.Builder request = new Request.Builder()
                .url(url)
                .header("User-Agent", userAgent)
                .header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5")
                .header("Accept-Encoding", "gzip");
        shape.accept(request);
        return request.build();
    }

    private static boolean isRedirect(int status) {
        return status == 300 || status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Where a redirect leads, if that is a web address and does not leave https for http. */
    private static URI target(URI from, Answer redirect) throws Refusal {
        Optional<String> location = Optional.ofNullable(redirect.headers().get("Location"));
        return location.flatMap(to -> WebLink.resolve(from.toString(), to))
                .filter(to ->
                        !from.getScheme().equals("https") || to.getScheme().equals("https"))
                .orElseThrow(() -> new Refusal(Reason.BAD_REDIRECT, from + " → " + location.orElse("?")));
    }

    /** Says where no request is to go. */
    interface Gate {
        void require(HttpUrl url) throws IOException;
    }

    /** The turn to ask one host once. */
    private final class Turn implements AutoCloseable {

        private final Host host;
        private final long began;

        Turn(Host host) throws IOException {
            this.host = host;
            host.begin();
            this.began = surroundings.nanoTime().getAsLong();
        }

        Answer ask(URI address, Request request, Question question, long nanos) throws IOException {
            Call call = client.newCall(request);
            call.timeout().timeout(Math.max(1, nanos), TimeUnit.NANOSECONDS);
            try (Response response = call.execute()) {
                Answer answer = Answer.read(address, response, question);
                host.answered(answer.status(), answer.headers().get("Retry-After"));
                return answer;
            } catch (Refusal ours) {
                throw ours;
            } catch (IOException theirs) {
                if (!Thread.currentThread().isInterrupted()) {
                    host.failed();
                }
                throw theirs;
            }
        }

        long spent() {
            return surroundings.nanoTime().getAsLong() - began;
        }

        @Override
        public void close() {
            host.end();
        }
    }
}
