package loa.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import loa.fetch.FetchResult.Reason;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/** What sites want of robots, each asked once a day (RFC 9309). */
final class Robots implements Exchange.Gate {

    private static final String PATH = "/robots.txt";
    private static final List<String> OUR_NAME = List.of("loa");
    private static final int MOST_SITES = 10_000;
    private static final long MOST_BYTES = 500 * 1024; // RFC 9309, section 2.5
    private static final Duration AGE = Duration.ofHours(24); // RFC 9309, section 2.4
    private static final Duration AGE_OF_FAILURE = Duration.ofMinutes(10);
    private static final Duration LONGEST_CRAWL_DELAY = Duration.ofSeconds(30);
    private static final int TOO_MANY_REQUESTS = 429;

    /** What says more by itself than that robots.txt cannot be read. */
    private static final Set<Reason> ABOUT_THE_HOST = EnumSet.of(
            Reason.SILENCE, Reason.UNKNOWN_HOST, Reason.NO_CONNECTION, Reason.INSECURE, Reason.PRIVATE_ADDRESS);

    private final Cache<String, Site> sites =
            Caffeine.newBuilder().maximumSize(MOST_SITES).expireAfterAccess(AGE).build();

    private final Exchange exchange;
    private final Hosts hosts;
    private final Set<String> ignored;
    private final Surroundings surroundings;

    Robots(FetchSettings settings, Exchange exchange, Hosts hosts, Surroundings surroundings) {
        this.exchange = exchange;
        this.hosts = hosts;
        this.ignored = Exchange.authorities(settings.withoutRobots());
        this.surroundings = surroundings;
    }

    @Override
    public void require(HttpUrl url) throws IOException {
        if (ignored.contains(Exchange.authority(url))) {
            return;
        }
        HttpUrl file = url.newBuilder(PATH).build();
        BaseRobotRules rules =
                sites.get(file.toString(), unknown -> new Site(file)).rules();
        if (rules.isDeferVisits()) {
            throw new Refusal(Reason.ROBOTS_UNREADABLE, file.toString());
        } else if (!rules.isAllowed(url.toString())) {
            throw new Refusal(Reason.ROBOTS, file.toString());
        }
        Duration delay = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
        hosts.named(url.host()).slowTo(delay.compareTo(LONGEST_CRAWL_DELAY) > 0 ? LONGEST_CRAWL_DELAY : delay);
    }

    private BaseRobotRules read(HttpUrl file) throws IOException {
        try {
            return rules(exchange.ask(URI.create(file.toString()), Question.beginning(MOST_BYTES), anywhere -> {}));
        } catch (IOException failure) {
            Reason reason = Refusal.explain(failure, surroundings.deadline()).reason();
            throw ABOUT_THE_HOST.contains(reason) ? failure : new Refusal(Reason.ROBOTS_UNREADABLE, file.toString());
        }
    }

    private static BaseRobotRules rules(Answer answer) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        if (answer.status() == Answer.OK) {
            String type = answer.mediaType().map(MediaType::toString).orElse("text/plain");
            return parser.parseContent(answer.address().toString(), answer.body(), type, OUR_NAME);
        }
        return parser.failedFetch(answer.status() == TOO_MANY_REQUESTS ? 503 : answer.status());
    }

    /** The rules of one site; those it had stay while it cannot be asked for new ones. */
    private final class Site {

        private final HttpUrl file;
        private @Nullable BaseRobotRules rules;
        private long validUntil;

        Site(HttpUrl file) {
            this.file = file;
        }

        synchronized BaseRobotRules rules() throws IOException {
            long now = surroundings.nanoTime().getAsLong();
            BaseRobotRules known = rules;
            if (known != null && validUntil - now > 0) {
                return known;
            }
            BaseRobotRules current = known == null ? read(file) : readInPlaceOf(known);
            boolean anew = current != known && !current.isDeferVisits();
            validUntil = now + (anew ? AGE : AGE_OF_FAILURE).toNanos();
            rules = current;
            return current;
        }

        private BaseRobotRules readInPlaceOf(BaseRobotRules known) {
            try {
                BaseRobotRules read = read(file);
                return read.isDeferVisits() ? known : read;
            } catch (IOException notNow) {
                return known;
            }
        }
    }
}
