package loa.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers each connection with whatever bytes a test wants, robots.txt apart, and then hangs up. */
final class FaultServer implements AutoCloseable {

    private static final int TLS_HANDSHAKE = 22;
    private static final int LONGEST_LIFE_MILLIS = 10_000;

    private final ServerSocket socket;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What is done with a connection once the head of its request has been read. */
    interface Script {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private FaultServer(ServerSocket socket, Script script) {
        this.socket = socket;
        this.script = script;
    }

    static FaultServer at(String address, int port, Script script) {
        try {
            FaultServer server = new FaultServer(new ServerSocket(port, 50, InetAddress.getByName(address)), script);
            server.socket.setSoTimeout(LONGEST_LIFE_MILLIS);
            start(server::accept);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static FaultServer doing(Script script) {
        return at("127.0.0.1", 0, script);
    }

    /** A server that answers with this head, its lines divided by {@code |}, and body. */
    static FaultServer answering(String head, byte[] body) {
        return doing(out -> {
            out.write(lines(head));
            out.write(body);
        });
    }

    static byte[] lines(String head) {
        return (head.replace("|", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of the requests, except those for robots.txt. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() throws IOException {
        while (!socket.isClosed()) {
            Socket connection = socket.accept();
            open.add(connection);
            start(() -> serve(connection));
        }
    }

    private void serve(Socket connection) throws IOException, InterruptedException {
        try (connection) {
            String head = head(connection);
            if (head.startsWith("GET /robots.txt ")) {
                connection.getOutputStream().write(lines("HTTP/1.1 404 Not Found|Content-Length: 0|Connection: close"));
            } else {
                requests.add(head);
                script.answer(connection.getOutputStream());
            }
        } finally {
            open.remove(connection);
        }
    }

    private static String head(Socket connection) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        reader.mark(1);
        if (reader.read() == TLS_HANDSHAKE) {
            return "";
        }
        reader.reset();
        StringBuilder head = new StringBuilder();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException hungUp) {
                // as everybody does in these tests
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
