package loa;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** What the program was started from: a terminal that people look at, or something that keeps what is written. */
final class Terminal {

    private static final int USUAL = 80;

    private Terminal() {}

    /** Its width in characters; none if it is no terminal. */
    static OptionalInt width() {
        return isThere() ? OptionalInt.of(asked()) : OptionalInt.empty();
    }

    /** From Java 22 on there is a console where there is no terminal, too; it says so itself. */
    @SuppressWarnings("SystemConsoleNull") // which is what is said here
    private static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }

    private static int asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            int columns = Integer.parseInt(size.substring(size.indexOf(' ') + 1));
            return columns > 1 ? columns : USUAL;
        } catch (IOException | NumberFormatException unknown) {
            return USUAL;
        }
    }
}
