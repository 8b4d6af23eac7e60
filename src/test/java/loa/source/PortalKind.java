package loa.source;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of portal, as {@code portals/kinds/kinds.yml} tells of it; {@code NAME.html} beside it is what its pages look like.
 *
 * @param listing address of the first page of its listing
 * @param next address of the others, with {@code {page}}, {@code {before}} (a page less) or
 *     {@code {offset}} in it; missing if paging is by postback
 * @param article address of an article, with {@code {id}} and {@code {slug}} in it
 * @param part address of a later part of an article, with {@code {url}} and {@code {page}} in it; missing if all are whole
 * @param image address of an image, with {@code {name}} in it
 * @param size how many articles are on a page of the listing
 * @param from the place of its newest article among all that there are; it has {@code count} of them
 * @param recent how many articles are of today and yesterday
 * @param days whether its pages say the day only
 * @param capitals whether its titles are in capitals
 * @param silent what its pages do not say: {@code author}, {@code lead}
 */
record PortalKind(
        String listing,
        @Nullable String next,
        String article,
        @Nullable String part,
        String image,
        int size,
        int from,
        int count,
        int recent,
        boolean days,
        boolean capitals,
        @Nullable List<String> silent) {

    static final Path FOLDER = Path.of("src/test/resources/portals/kinds");

    private static final List<Duration> AGES =
            Stream.of(47L, 125L, 340L, 1500L).map(Duration::ofMinutes).toList();

    /** All kinds by name. */
    static Map<String, PortalKind> all() {
        ObjectMapper yaml =
                new ObjectMapper(new YAMLFactory()).configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
        try {
            return yaml.readValue(FOLDER.resolve("kinds.yml").toFile(), new TypeReference<>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its articles, as its pages tell of them, the newest first. */
    List<PortalArticle> articles(List<PortalArticle> all, Instant now) {
        return IntStream.range(0, count)
                .mapToObj(place -> dated(all.get((from + place) % all.size()), place, now))
                .sorted((one, other) -> other.published().compareTo(one.published()))
                .map(this::told)
                .toList();
    }

    /** The articles of its other sections. */
    List<PortalArticle> others(List<PortalArticle> all) {
        return IntStream.range(count, all.size())
                .mapToObj(place -> all.get((from + place) % all.size()))
                .toList();
    }

    private PortalArticle dated(PortalArticle article, int place, Instant now) {
        return place < recent ? article.at(now.minus(AGES.get(place)).truncatedTo(ChronoUnit.MINUTES)) : article;
    }

    private PortalArticle told(PortalArticle article) {
        Instant day = article.published()
                .atZone(PortalArticle.ZONE)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        PortalArticle dated = article.at(days ? day : article.published());
        return capitals ? dated.titled(article.title().toUpperCase(Locale.ROOT)) : dated;
    }

    boolean says(String field) {
        return silent == null || !silent.contains(field);
    }
}
