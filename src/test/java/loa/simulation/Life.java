package loa.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import loa.simulation.Portal.Former;

/** What happens on a portal from one moment to the next. */
final class Life {

    private final Portal portal;
    private final Reader reader;
    private final Random random;

    Life(Portal portal, Reader reader, Random random) {
        this.portal = portal;
        this.reader = reader;
        this.random = random;
    }

    /** As many articles as are listed, an hour between two. */
    void begin(Instant now) {
        for (int hours = 2 * Portal.LISTED; hours > 0; hours--) {
            portal.publish(now.minus(Duration.ofHours(hours)));
        }
    }

    /** News, a minute between two, and a correction or another address of an article. */
    void goOn(int news, Instant now) {
        for (int minutes = news; minutes > 0; minutes--) {
            portal.publish(now.minus(Duration.ofMinutes(minutes)));
        }
        List<Story> listed = portal.listed(Portal.SECTIONS.get(random.nextInt(Portal.SECTIONS.size())));
        Story one = listed.get(random.nextInt(3));
        if (!reader.isUpToDate(one)) {
            portal.move(one, Former.LEADS);
        } else if (random.nextBoolean()) {
            portal.edit(one, now);
        } else {
            portal.move(one, Former.any(random));
        }
    }
}
