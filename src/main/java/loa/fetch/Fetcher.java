package loa.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loa.article.Image;
import loa.article.WebLink;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Fetched;
import loa.fetch.FetchResult.NotModified;
import loa.fetch.FetchResult.Reason;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/** Fetches documents over HTTP as a polite robot does; never throws for what the network does. */
public final class Fetcher implements AutoCloseable {

    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,2000})>\\s*;[^,<>]{0,200}\\brel=\"?next\\b");

    private final Surroundings surroundings;
    private final Exchange exchange;
    private final Robots robots;
    private final LongAdder documents;
    private final long kept;

    public Fetcher(FetchSettings settings) {
        this(settings, Surroundings.real());
    }

    /** One for which it is what this clock says, in its pauses too. */
    public static Fetcher under(Clock clock, FetchSettings settings) {
        return new Fetcher(settings, Surroundings.under(clock));
    }

    Fetcher(FetchSettings settings, Surroundings surroundings) {
        AddressGuard guard = new AddressGuard(settings.allowPrivate());
        Hosts hosts = new Hosts(settings.delay(), guard, surroundings);
        this.surroundings = surroundings;
        this.exchange = new Exchange(settings, hosts, guard, surroundings);
        this.robots = new Robots(settings, exchange, hosts, surroundings);
        this.documents = new LongAdder();
        this.kept = Question.LARGEST;
    }

    private Fetcher(Fetcher same, long kept) {
        this.surroundings = same.surroundings;
        this.exchange = same.exchange;
        this.robots = same.robots;
        this.documents = same.documents;
        this.kept = kept;
    }

    /** The same, for who reads no more than so many bytes of a document: the others are not kept in memory. */
    public Fetcher keeping(long bytes) {
        return new Fetcher(this, bytes);
    }

    /** The document at this address, following at most five redirects. */
    public FetchResult fetch(URI address) {
        return result(address, Question.document(request -> {}, kept), null);
    }

    /** The document at this address, or the word that it is still the version that is known. */
    public FetchResult fetch(URI address, PageVersion known) {
        return result(address, Question.document(known::askWhetherChanged, kept), known);
    }

    /** What the address answers to this form, under the same conditions. */
    public FetchResult post(URI address, Map<String, String> form) {
        return result(address, Question.form(form, kept), null);
    }

    /** The image with its type and length as its server has it now; as it was given where they cannot be found out. */
    public Image measure(Image image) {
        try {
            Answer head = exchange.ask(image.address(), Question.headers(), robots);
            if (head.status() == NOT_FOUND || head.status() == GONE) {
                return image;
            }
            Image measured = measured(image, head, length(head));
            return measured.isMeasured() || isSomethingElse(head) ? measured : measureWhole(image);
        } catch (IOException unreachable) {
            return image;
        }
    }

    /** How many documents came so far. */
    public long documents() {
        return documents.sum();
    }

    @Override
    public void close() {
        exchange.close();
    }

    /** Servers that answer HEAD with an error, or without a length, tell more when they are asked for the image. */
    private Image measureWhole(Image image) throws IOException {
        Answer whole = exchange.ask(image.address(), Question.document(request -> {}, 0), robots);
        return measured(image, whole, whole.length());
    }

    private static boolean isSomethingElse(Answer head) {
        return head.status() == Answer.OK && imageType(head).isEmpty();
    }

    private static Image measured(Image image, Answer answer, long length) {
        return answer.status() == Answer.OK && imageType(answer).isPresent() && length > 0
                ? new Image(image.address(), imageType(answer).get(), length)
                : image;
    }

    private static long length(Answer head) {
        try {
            return Long.parseLong(
                    head.headers().values("Content-Length").stream().findFirst().orElse("0"));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static Optional<String> imageType(Answer answer) {
        return answer.mediaType().filter(type -> type.type().equals("image")).map(Fetcher::name);
    }

    private FetchResult result(URI address, Question question, @Nullable PageVersion known) {
        try {
            Answer answer = exchange.ask(address, question, robots);
            boolean answersAnother = answer.status() == NOT_MODIFIED && !wasAskedFor(known);
            return result(answersAnother ? exchange.ask(address, pastCaches(), robots) : answer, known);
        } catch (IOException failure) {
            return Refusal.explain(failure, surroundings.deadline());
        }
    }

    private Question pastCaches() {
        return Question.document(request -> request.header("Cache-Control", "no-cache"), kept);
    }

    private FetchResult result(Answer answer, @Nullable PageVersion known) {
        return switch (answer.status()) {
            case Answer.OK -> document(answer, known);
            case NOT_MODIFIED ->
                known != null && wasAskedFor(known)
                        ? new NotModified(known.confirmed(answer.headers()))
                        : failed(Reason.STATUS, answer);
            case NOT_FOUND -> failed(Reason.NOT_FOUND, answer);
            case GONE -> failed(Reason.GONE, answer);
            default -> failed(Reason.STATUS, answer);
        };
    }

    private static boolean wasAskedFor(@Nullable PageVersion known) {
        return known != null && known.hasValidators();
    }

    private static FetchFailed failed(Reason reason, Answer answer) {
        return new FetchFailed(reason, Integer.toString(answer.status()));
    }

    /** The body's hash decides: servers send new validators with an old document, and the reverse. */
    private FetchResult document(Answer answer, @Nullable PageVersion known) {
        if (answer.length() == 0) {
            return failed(Reason.EMPTY, answer);
        }
        PageVersion version = PageVersion.of(answer.headers(), answer.bodyHash());
        if (known != null && known.bodyHash().equals(version.bodyHash())) {
            return new NotModified(version);
        }
        documents.increment();
        Optional<MediaType> type = answer.mediaType();
        return new Fetched(
                answer.address(),
                answer.body(),
                type.map(Fetcher::name).orElse(null),
                type.map(MediaType::charset).map(charset -> charset.name()).orElse(null),
                version,
                surroundings.clock().instant(),
                next(answer));
    }

    private static @Nullable URI next(Answer answer) {
        return answer.headers().values("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .flatMap(link -> WebLink.resolve(answer.address().toString(), link.group(1)).stream())
                .findFirst()
                .orElse(null);
    }

    private static String name(MediaType type) {
        return type.type() + "/" + type.subtype();
    }
}
