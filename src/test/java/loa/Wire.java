package loa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** The only way from a browser to the world: answers for the pages that a test lays out, refuses all else, forgets none. */
public final class Wire implements AutoCloseable {

    /** Whom Chromium asks of itself, whatever it is told. */
    private static final Pattern ITS_MAKER = Pattern.compile("\\.(?:google|googleapis|gvt1)\\.com(?::443|/|$)");

    private final ServerSocket server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private Wire(ServerSocket server) {
        this.server = server;
    }

    static Wire open() throws IOException {
        Wire wire = new Wire(new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1")));
        Thread listening = new Thread(wire::listen, "wire");
        listening.setDaemon(true);
        listening.start();
        return wire;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Answers with this page of HTML at this address, and sends no policy along that could protect it. */
    public void put(String address, String html) {
        pages.put(address, html);
    }

    /** What was asked for since this was last called: addresses, and {@code host:443} for what lies behind TLS. */
    public List<String> requests() {
        List<String> taken = new ArrayList<>(requests);
        requests.clear();
        return taken;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread answering = new Thread(() -> answer(socket), "wire");
                answering.setDaemon(true);
                answering.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = reader.readLine();
            for (String header = line; header != null && !header.isEmpty(); ) {
                header = reader.readLine();
            }
            if (line != null) {
                socket.getOutputStream().write(answerTo(line.split(" ", -1)[1]));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private byte[] answerTo(String address) {
        if (!ITS_MAKER.matcher(address).find()) {
            requests.add(address);
        }
        String page = pages.get(address);
        byte[] body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
        String head = (page == null ? "HTTP/1.1 404 Not Found" : "HTTP/1.1 200 OK")
                + "\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\nContent-Length: " + body.length
                + "\r\n\r\n";
        byte[] answer = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.ISO_8859_1), 0, answer, 0, head.length());
        System.arraycopy(body, 0, answer, head.length(), body.length);
        return answer;
    }
}
