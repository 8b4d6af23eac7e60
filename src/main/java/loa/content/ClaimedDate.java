package loa.content;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import loa.article.DateReader;
import loa.article.ReadDate;
import loa.content.Claims.Claim;
import loa.language.Phrase;

/** Finds the date of publication that a page says for machines: the first, in the zone that another of them names. */
final class ClaimedDate {

    /** An offset that somebody chose; "Z" and "+00:00" are often put behind the wall clock of another zone. */
    private static final Pattern OFFSET = Pattern.compile("[+-](?!00:?00)(?:0\\d|1[0-4]):?[0-5]\\d$");

    private static final Pattern GREENWICH = Pattern.compile("(?:\\.\\d+)?\\s*(?:Z|[+-]00:?00)$");

    private final List<Claim> claims;
    private final Instant fetched;
    private final Predicate<ReadDate> isShown;

    private ClaimedDate(List<Claim> claims, Instant fetched, Predicate<ReadDate> isShown) {
        this.claims = claims;
        this.fetched = fetched;
        this.isShown = isShown;
    }

    /**
     * @param zone of dates that name none, and of which no other claim says the same with one
     * @param isShown whether readers are shown this date
     */
    static Optional<Found<ReadDate>> find(
            List<Claim> claims, ZoneId zone, Instant fetched, Predicate<ReadDate> isShown) {
        return new ClaimedDate(claims, fetched, isShown).find(zone);
    }

    /** The offset that a claim of this instant has. */
    static Optional<ZoneOffset> offset(List<Claim> claims, Instant published) {
        return claims.stream()
                .map(Claim::value)
                .filter(date -> DateReader.read(date, ZoneOffset.UTC, published)
                        .filter(read -> read.at().equals(published))
                        .isPresent())
                .flatMap(date -> OFFSET.matcher(date).results())
                .map(offset -> ZoneOffset.of(offset.group()))
                .findFirst();
    }

    private Optional<Found<ReadDate>> find(ZoneId zone) {
        return claims.stream()
                .filter(claim -> read(claim.value(), zone).isPresent())
                .findFirst()
                .map(claim -> withZone(claim, zone))
                .flatMap(claim -> read(claim.value(), zone)
                        .map(date -> new Found<>(date, new Phrase(claim.where(), claim.where()))));
    }

    private Claim withZone(Claim claim, ZoneId zone) {
        Claim local = new Claim(GREENWICH.matcher(claim.value()).replaceFirst(""), claim.where());
        if (!local.equals(claim) && read(local.value(), zone).filter(isShown).isPresent()) {
            return local;
        }
        Optional<ReadDate> clock = read(claim.value(), ZoneOffset.UTC);
        if (namesZone(claim.value(), clock)) {
            return claim;
        }
        return claims.stream()
                .filter(other -> OFFSET.matcher(other.value()).find())
                .filter(other -> read(OFFSET.matcher(other.value()).replaceFirst(""), ZoneOffset.UTC)
                        .equals(clock))
                .findFirst()
                .orElse(claim);
    }

    private boolean namesZone(String date, Optional<ReadDate> clock) {
        return read(date, ZoneOffset.ofHours(1)).equals(clock);
    }

    private Optional<ReadDate> read(String date, ZoneId zone) {
        return DateReader.read(date, zone, fetched);
    }
}
