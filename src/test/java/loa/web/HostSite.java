package loa.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Another site, whose pages say in a strict policy what they may load: nothing inline, but for what a test needs of its own. */
final class HostSite implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final String policy;

    /**
     * @param feeds the server from which it embeds
     */
    HostSite(String feeds) {
        policy = "default-src 'none'; script-src " + feeds + " 'nonce-test'; connect-src " + feeds + "; frame-src "
                + feeds + "; img-src data: " + feeds
                + "; style-src 'nonce-test'; require-trusted-types-for 'script'; trusted-types 'none'";
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String page = pages.get(request.getUrl().encodedPath());
                return page == null
                        ? new MockResponse.Builder().code(404).build()
                        : new MockResponse.Builder()
                                .setHeader("Content-Type", "text/html; charset=utf-8")
                                .setHeader("Content-Security-Policy", policy)
                                .body(page)
                                .build();
            }
        });
        try {
            server.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Lays out a page; its address. */
    String page(String body) {
        String path = "/" + pages.size();
        pages.put(
                path,
                "<!doctype html><html lang=vi><meta charset=utf-8><title>Trang tỉnh</title><link rel=icon href=data:,>"
                        + body);
        return server.url(path).toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
