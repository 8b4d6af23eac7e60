package loa.simulation;

import java.time.Instant;
import java.util.Optional;

/**
 * A request.
 *
 * @param path without its query
 * @param tag of the version that is known
 * @param isPastCaches whether no cached answer is wanted
 * @param now when it comes
 */
record Asked(String path, Optional<String> tag, boolean isPastCaches, Instant now) {

    boolean isRobots() {
        return path.equals("/robots.txt");
    }

    boolean isListing() {
        return path.startsWith("/muc/");
    }

    boolean isArticle() {
        return !isRobots() && !isListing() && !path.equals("/");
    }
}
