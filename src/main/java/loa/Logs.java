package loa;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import org.slf4j.Logger;

/** What is logged, and how: to standard error. Code, because XML would have to be read first, at each start. */
public final class Logs extends ContextAwareBase implements Configurator {

    private static final Map<String, Level> LEVELS = Map.of(
            Logger.ROOT_LOGGER_NAME,
            Level.WARN,
            "loa",
            Level.INFO,
            "io.javalin.Javalin",
            Level.OFF, // it reports what it throws; we say it in our words
            "org.eclipse.jetty",
            Level.ERROR, // its warnings repeat what senseless requests say
            "crawlercommons",
            Level.OFF); // it complains of what is in other people's robots.txt

    /** CR and LF of what others wrote never begin a line of ours. */
    private static final String LINE = "%d{HH:mm:ss} %replace(%msg){'[\\r\\n]+', ' '}%n%ex";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(UTF_8);
        encoder.setPattern(LINE);
        encoder.start();
        ConsoleAppender<ILoggingEvent> terminal = new ConsoleAppender<>();
        terminal.setContext(context);
        terminal.setTarget("System.err");
        terminal.setEncoder(encoder);
        terminal.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(terminal);
        LEVELS.forEach((name, level) -> context.getLogger(name).setLevel(level));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
