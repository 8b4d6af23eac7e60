package loa.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loa.simulation.Story.Dating;
import org.jsoup.Jsoup;

/** A reader who forgets nothing that was ever shown, and holds it against the truth. */
final class Reader {

    /** So long it may take until a silent change of an article that is no news any more is seen. */
    static final Duration PATIENCE = Duration.ofDays(90);

    private static final Pattern NUMBER = Pattern.compile("/phu-luc/(\\d+)\\?");
    private static final Pattern APPENDIX = Pattern.compile("<p><a href=\"[^\"]*/phu-luc/.*");

    private final Map<Integer, Seen> seen = new HashMap<>();
    private final Duration delay;

    /** @param delay after which at the latest it reads what was collected */
    Reader(Duration delay) {
        this.delay = delay;
    }

    /** Reads these, each of which has to be true, as it was, and the only one of its story; gives them by their stories. */
    Map<Integer, Shown> read(List<Story> stories, List<Shown> articles, Instant now) {
        Map<Integer, Shown> read = new TreeMap<>();
        for (Shown article : articles) {
            Matcher number = NUMBER.matcher(article.html());
            assertTrue(number.find(), () -> "false: " + article);
            Story story = stories.get(Integer.parseInt(number.group(1)));
            assertEquals(null, read.put(story.number(), article), () -> "twice: " + article);
            compare(story, article, now);
        }
        return read;
    }

    /** Whether the story was ever shown. */
    boolean knows(Story story) {
        return seen.containsKey(story.number());
    }

    /** Whether the story was shown as it is now, where it is now: who moves and changes at once, and leaves no trace, is another. */
    boolean isUpToDate(Story story) {
        Seen last = seen.get(story.number());
        return last != null
                && last.version == story.versionAt(Instant.MAX)
                && last.link.getPath().equals(story.address());
    }

    int count() {
        return seen.size();
    }

    private void compare(Story story, Shown article, Instant now) {
        Seen was = seen.get(story.number());
        boolean isAsBefore = was != null && was.title.equals(article.title()) && was.html.equals(article.html());
        int version = isAsBefore ? was.version : version(story, article);
        assertTrue(version >= 0, () -> "never said: " + article);
        assertTrue(version >= story.versionAt(now.minus(PATIENCE)), () -> "an edit is not served: " + article);
        Seen is = new Seen(
                article.id(),
                version,
                article.link(),
                article.title(),
                article.html(),
                article.published(),
                article.updated());
        seen.put(story.number(), is);
        if (was == null) {
            Instant first = now.truncatedTo(ChronoUnit.SECONDS);
            boolean isDated = story.dating() == Dating.TRUE;
            Instant earliest = isDated ? story.published() : first.minus(delay);
            Instant latest = isDated ? story.published() : first;
            boolean isRight = !article.published().isBefore(earliest)
                    && !article.published().isAfter(latest);
            assertTrue(isRight, () -> "misdated: " + article);
        } else {
            assertEquals(was.id, is.id, () -> "another identity: " + article + " of " + story + ", which was " + was);
            assertEquals(was.published, is.published, () -> "another date: " + article);
            assertTrue(was.version <= is.version, () -> "former version: " + article);
            assertEquals(was.version == is.version, was.updated.equals(is.updated), () -> "updated: " + article);
        }
    }

    private static int version(Story story, Shown article) {
        return story.versionOf(
                article.title(),
                Jsoup.parse(APPENDIX.matcher(article.html()).replaceAll("")).text());
    }

    /** As what a story was shown last. */
    private record Seen(
            String id, int version, URI link, String title, String html, Instant published, Instant updated) {}
}
