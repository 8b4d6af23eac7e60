package loa.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import loa.language.Phrase;
import loa.page.Trouble;
import loa.store.SourceState;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final URI LISTING = URI.create("https://p.vn/tin?access_token=abc123&page=1");
    private static final URI ARTICLE = URI.create("https://p.vn/tin/1");
    private static final Phrase WHY = new Phrase("why", "vì sao");

    @Test
    void isWellThoughAnArticleCouldNotBeRead() {
        Diagnosis diagnosis = of(run(20, Set.of(), List.of(), List.of(new Trouble(ARTICLE, WHY)), 1), daily(0));
        assertEquals(SourceState.WELL, diagnosis.state());
        assertEquals(
                "20 articles listed; 1 pages could not be read and are tried again",
                diagnosis.reason().english());
    }

    @Test
    void failsWhereNothingOrOneOfItsListingsCouldNotBeRead() {
        List<Trouble> troubles = List.of(new Trouble(ARTICLE, WHY), new Trouble(LISTING, WHY));
        assertEquals(
                SourceState.FAILING,
                of(run(0, Set.of(), List.of(), List.of(), 1), daily(0)).state());
        Diagnosis partly = of(run(20, Set.of(LISTING), List.of(), troubles, 1), daily(0));
        assertEquals(SourceState.FAILING, partly.state());
        assertTrue(
                partly.reason().vietnamese().contains("vì sao"), partly.reason().vietnamese());
    }

    @Test
    void tellsNoSecretOfAnAddress() {
        Diagnosis held = of(run(20, Set.of(), List.of(new Hold(LISTING, WHY)), List.of(), 1), daily(0));
        assertEquals(SourceState.HELD, held.state());
        assertTrue(held.reason().english().startsWith("https://p.vn/tin?access_token=…&page=1: why"), held.toString());
        assertFalse(held.reason().vietnamese().contains("abc123"), held.toString());
    }

    @Test
    void isSlowWhereARunTakesLongerThanThePause() {
        assertEquals(
                SourceState.SLOW,
                of(run(20, Set.of(), List.of(), List.of(), 901), daily(0)).state());
        assertEquals(
                SourceState.WELL,
                of(run(20, Set.of(), List.of(), List.of(), 899), daily(0)).state());
    }

    @Test
    void isSilentForLongerThanItsOwnHabit() {
        Run run = run(20, Set.of(), List.of(), List.of(), 1);
        assertEquals(SourceState.WELL, of(run, daily(2)).state(), "a weekend");
        assertEquals(SourceState.SILENT, of(run, daily(4)).state());
        assertEquals(SourceState.WELL, of(run, weekly(12)).state(), "its habit is a week");
        assertEquals(SourceState.SILENT, of(run, weekly(15)).state());
        assertEquals(SourceState.WELL, of(run, daily(40).subList(0, 9)).state(), "nine tell no habit");
    }

    @Test
    void isHeldBeforeItFailsAndFailsBeforeItIsSlow() {
        List<Hold> holds = List.of(new Hold(LISTING, WHY));
        assertEquals(
                SourceState.HELD,
                of(run(0, Set.of(LISTING), holds, List.of(), 901), daily(40)).state());
        assertEquals(
                SourceState.FAILING,
                of(run(0, Set.of(), List.of(), List.of(), 901), daily(40)).state());
    }

    private static Diagnosis of(Run run, List<Instant> latest) {
        return Diagnosis.of(run, EVERY, latest, NOW);
    }

    private static Run run(int listed, Set<URI> unread, List<Hold> holds, List<Trouble> troubles, int seconds) {
        return new Run("portal", listed, 0, 0, unread, holds, troubles, Optional.empty(), Duration.ofSeconds(seconds));
    }

    /** One a day, the last so many days ago. */
    private static List<Instant> daily(int silent) {
        return every(Duration.ofDays(1), silent);
    }

    private static List<Instant> weekly(int silent) {
        return every(Duration.ofDays(7), silent);
    }

    private static List<Instant> every(Duration pause, int silentDays) {
        Instant last = NOW.minus(Duration.ofDays(silentDays));
        return IntStream.range(0, 20)
                .mapToObj(i -> last.minus(pause.multipliedBy(i)))
                .toList();
    }
}
