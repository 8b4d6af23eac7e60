package loa.feed;

import java.util.Arrays;
import java.util.Optional;

/** The forms in which a feed is published. */
public enum FeedFormat {
    RSS("rss", "RSS", "application/rss+xml"),
    ATOM("atom", "Atom", "application/atom+xml"),
    JSON("json", "JSON Feed", "application/feed+json");

    private final String extension;
    private final String title;
    private final String mediaType;

    FeedFormat(String extension, String title, String mediaType) {
        this.extension = extension;
        this.title = title;
        this.mediaType = mediaType;
    }

    /** How its addresses end. */
    public String extension() {
        return extension;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The form whose addresses end so. */
    public static Optional<FeedFormat> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst();
    }
}
