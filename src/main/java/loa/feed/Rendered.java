package loa.feed;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import loa.article.Hash;
import org.jspecify.annotations.Nullable;

/** A document as it goes over the wire, in each encoding, with its validators. */
public final class Rendered {

    private final String mediaType;
    private final Map<Encoding, String> etags;
    private final Instant modified;
    private final Map<Encoding, byte[]> bodies;

    private Rendered(String mediaType, Map<Encoding, String> etags, Instant modified, Map<Encoding, byte[]> bodies) {
        this.mediaType = mediaType;
        this.etags = etags;
        this.modified = modified;
        this.bodies = bodies;
    }

    /**
     * Encodes the document.
     *
     * @param change the number of the last change that it shows
     * @param modified when its content last changed, {@link Instant#EPOCH} if that is not known
     */
    public static Rendered of(byte[] body, String mediaType, long change, Instant modified) {
        return of(body, mediaType, change, modified, null);
    }

    /**
     * Encodes the document, unless that was done before.
     *
     * @param former the document as it was, null if it is new
     */
    static Rendered of(byte[] body, String mediaType, long change, Instant modified, @Nullable Rendered former) {
        String tag = Hash.of(body) + "." + Long.toString(change, 36);
        Map<Encoding, byte[]> bodies =
                former != null && Arrays.equals(body, former.body(Encoding.IDENTITY)) ? former.bodies : encoded(body);
        Map<Encoding, String> etags = new EnumMap<>(Encoding.class);
        for (Encoding encoding : bodies.keySet()) {
            etags.put(encoding, '"' + tag + (encoding == Encoding.IDENTITY ? "" : "-" + encoding.token()) + '"');
        }
        return new Rendered(mediaType, etags, modified, bodies);
    }

    /** With its charset, as Content-Type says it. */
    public String contentType() {
        return mediaType + "; charset=utf-8";
    }

    /** A strong validator of this encoding, quoted; the same wherever the same content was rendered. */
    public String etag(Encoding encoding) {
        return Objects.requireNonNull(etags.get(encoding));
    }

    public Instant modified() {
        return modified;
    }

    public Set<Encoding> encodings() {
        return bodies.keySet();
    }

    /** The document in one of its encodings; never changed by anyone. */
    public byte[] body(Encoding encoding) {
        byte[] body = bodies.get(encoding);
        if (body == null) {
            throw new IllegalArgumentException("not encoded as " + encoding);
        }
        return body;
    }

    int weight() {
        return bodies.values().stream().mapToInt(body -> body.length).sum();
    }

    private static Map<Encoding, byte[]> encoded(byte[] body) {
        Map<Encoding, byte[]> bodies = new EnumMap<>(Encoding.class);
        for (Encoding encoding : Encoding.values()) {
            if (encoding.isAvailable()) {
                bodies.put(encoding, encoded(body, encoding));
            }
        }
        return bodies;
    }

    private static byte[] encoded(byte[] body, Encoding encoding) {
        try {
            return encoding.encode(body);
        } catch (IOException never) {
            throw new IllegalStateException("memory can be written to", never);
        }
    }
}
