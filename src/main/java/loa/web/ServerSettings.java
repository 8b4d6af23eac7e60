package loa.web;

import java.time.ZoneId;
import java.util.List;

/**
 * Where the server listens, and for whom.
 *
 * @param bind the address of the network interface
 * @param sample whether the bundled sample newsroom is served under {@code /sample/}
 * @param zone in which people are shown dates
 * @param embedders the sites that may show its headlines in a frame, as Content-Security-Policy names them; none: all may
 */
public record ServerSettings(int port, String bind, boolean sample, ZoneId zone, List<String> embedders) {

    public static final int DEFAULT_PORT = 7070;
    public static final String DEFAULT_BIND = "0.0.0.0";

    public ServerSettings {
        embedders = List.copyOf(embedders);
    }
}
