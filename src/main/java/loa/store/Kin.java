package loa.store;

import java.net.URI;
import java.time.Instant;
import loa.article.Body;
import loa.article.Likeness;
import loa.article.Likeness.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * A kept article that may be the same as one that its source shows under an address that is not known yet.
 *
 * @param id its number in the store
 * @param link where it was last
 * @param hasItsNumber whether both addresses have the number by which the source tells its articles apart
 * @param published as the source dated it, null if it did not
 */
public record Kin(
        long id,
        URI link,
        boolean hasItsNumber,
        String title,
        Body body,
        @Nullable Instant published) {

    public Likeness to(Sighting other) {
        return Likeness.of(new Sighting(title, body.text(), published), other);
    }
}
