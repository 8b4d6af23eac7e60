package loa.simulation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The portal on the network, well or not. */
public final class PortalServer implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for an acknowledgement
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Portal portal;
    private final Clock clock;
    private volatile @Nullable Ailment ailment;
    private volatile Runnable meanwhile = () -> {};

    PortalServer(Portal portal, Clock clock) {
        this.portal = portal;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** From now on it is ill in this way; null makes it well. */
    void suffer(@Nullable Ailment from) {
        ailment = from;
    }

    /** From now on this happens before each answer. */
    void meanwhile(Runnable life) {
        meanwhile = life;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        meanwhile.run();
        Asked asked = new Asked(
                exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match")),
                exchange.getRequestHeaders().containsKey("Cache-Control"),
                clock.instant());
        Ailment now = ailment;
        Answer answer = now == null ? portal.answer(asked) : now.answer(asked, () -> portal.answer(asked));
        try (exchange) {
            if (answer.status() == 0) {
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            int length = answer.body().length + answer.missing();
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        }
    }
}
