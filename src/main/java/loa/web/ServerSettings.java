package loa.web;

/**
 * Where the server listens.
 *
 * @param bind the address of the network interface
 * @param sample whether the bundled sample newsroom is served under {@code /sample/}
 */
public record ServerSettings(int port, String bind, boolean sample) {

    public static final int DEFAULT_PORT = 7070;
    public static final String DEFAULT_BIND = "0.0.0.0";
}
