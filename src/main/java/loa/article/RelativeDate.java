package loa.article;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.MONTHS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static java.time.temporal.ChronoUnit.YEARS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A date that counts back from the fetch: {@code 2 giờ trước}, {@code hôm qua 15:10}, {@code vor 3 Stunden}. */
final class RelativeDate {

    /** More words than this beside it, and the line tells of something else. */
    private static final int MOST_OTHERS = 5;

    private static final int MOST = 1000;

    private static final Map<String, ChronoUnit> UNITS = new HashMap<>();

    static {
        units(
                SECONDS,
                "giây second seconds sec secs seconde secondes sekunde sekunden segundo segundos secondo secondi");
        units(SECONDS, "sekund sekundy sekundę секунд секунду секунды seconden sekunder saniye secunde δευτερόλεπτα");
        units(SECONDS, "秒 초 detik");
        units(
                MINUTES,
                "phút ph ' ’ ′ minute minutes min mins minuten minuto minutos minuti minuut minut minuty minutę");
        units(
                MINUTES,
                "минут минуту минуты мин хвилин хвилину хвилини minuta minutu minuter minutter minuttia minuutti");
        units(MINUTES, "minuuttia dakika dk λεπτά λεπτό 分 분 menit minit perc");
        units(
                HOURS,
                "giờ h tiếng hour hours hr hrs heure heures stunde stunden std hora horas ora ore uur godzin godzinę");
        units(
                HOURS,
                "godziny godz час часа часов годин годину години hodin hodinu hodiny hodinami timme timmar time timer");
        units(HOURS, "tunti tuntia saat sa ώρες ώρα 시간 jam óra órája órával");
        units(
                DAYS,
                "ngày day days jour jours tag tage tagen día días dia dias giorno giorni dag dagen dagar dage dager dni");
        units(
                DAYS,
                "dzień день дня дней дні днів den dny dnů dnem päivä päivää gün zi zile μέρες ημέρες ημέρα 天 日 일 hari nap");
        units(
                WEEKS,
                "tuần week weeks wk wks semaine semaines woche wochen semana semanas settimana settimane weken tydzień");
        units(
                WEEKS,
                "tygodnie tygodni неделю недели недель тиждень тижні тижнів týden týdny týdnů vecka veckor uge uger uke");
        units(WEEKS, "uker viikko viikkoa hafta săptămână săptămâni εβδομάδα εβδομάδες 周 週 주 minggu hét");
        units(
                MONTHS,
                "tháng month months mois monat monate monaten mes meses mês mese mesi maand maanden miesiąc miesiące");
        units(
                MONTHS,
                "miesięcy месяц месяца месяцев місяць місяці місяців měsíc měsíce měsíců månad månader måned måneder");
        units(MONTHS, "kuukausi kuukautta ay lună luni μήνα μήνες bulan hónap");
        units(
                YEARS,
                "năm year years yr yrs an ans année années jahr jahre jahren año años ano anos anno anni jaar rok lata lat");
        units(YEARS, "год года лет рік роки років roky let år vuosi vuotta yıl ani χρόνια χρόνο 年 년 tahun év");
    }

    private static final Set<String> ONE = Set.of(
            "một", "a", "an", "one", "un", "une", "eine", "einer", "einem", "una", "um", "uma", "een", "en", "et",
            "bir", "o", "sebuah", "egy");

    private static final Set<String> AFTERWARDS = Set.of(
            "trước", "ago", "geleden", "temu", "назад", "тому", "önce", "sedan", "siden", "sitten", "fa", "atrás",
            "lalu", "ezelőtt", "zpět");

    private static final Set<String> BEFORE = Set.of("vor", "hace", "há", "acum", "πριν", "před", "il");

    /** After "trước" these make it the time before an event. */
    private static final Set<String> AN_EVENT = Set.of("khi", "đó", "đây", "của", "lúc", "ngày");

    private static final Set<String> NOW =
            Set.of("vừa xong", "just now", "gerade eben", "baru saja", "только что", "az önce");

    private static final Map<String, Integer> DAYS_AGO = new HashMap<>();

    static {
        days(0, "hôm nay|today|heute|aujourd|hoy|hoje|oggi|vandaag|dziś|dzisiaj|dziś|сегодня|сьогодні|dnes|idag|i dag");
        days(0, "bugün|astăzi|azi|σήμερα|今日|今天|오늘|hari ini|tänään|ma");
        days(1, "hôm qua|yesterday|gestern|hier|ayer|ontem|ieri|gisteren|wczoraj|вчера|вчора|včera|igår|i går|dün");
        days(1, "χθες|昨日|昨天|어제|kemarin|eilen|tegnap");
        days(2, "hôm kia|vorgestern|anteayer|anteontem|eergisteren|przedwczoraj|позавчера|позавчора|předevčírem|前天");
    }

    /** Words that may stand beside a day alone without making the line tell of something else. */
    private static final Set<String> LABELS = Set.of(
            "đăng",
            "lúc",
            "ngày",
            "cập",
            "nhật",
            "published",
            "posted",
            "updated",
            "publié",
            "le",
            "hui",
            "veröffentlicht",
            "publicado",
            "pubblicato",
            "опубликовано",
            "at",
            "on");

    private RelativeDate() {}

    static Optional<ReadDate> read(DateTokens line, ZoneId zone, Instant fetched) {
        return now(line, fetched)
                .or(() -> first(line, i -> counted(line, i, zone, fetched)))
                .or(() -> first(line, i -> day(line, i, zone, fetched)));
    }

    private static Optional<ReadDate> first(DateTokens line, IntFunction<Optional<ReadDate>> reader) {
        return Stream.iterate(0, i -> i < line.size(), i -> i + 1)
                .flatMap(i -> reader.apply(i).stream())
                .findFirst();
    }

    private static Optional<ReadDate> now(DateTokens line, Instant fetched) {
        boolean said = line.size() <= MOST_OTHERS
                && Stream.iterate(0, i -> i < line.size(), i -> i + 1).anyMatch(i -> NOW.contains(pair(line, i)));
        return said ? Optional.of(new ReadDate(fetched, Precision.MINUTE, true)) : Optional.empty();
    }

    private static Optional<ReadDate> counted(DateTokens line, int i, ZoneId zone, Instant fetched) {
        List<Count> counts = new ArrayList<>();
        int end = i;
        for (Optional<Count> next = count(line, i); next.isPresent(); next = count(line, end)) {
            counts.add(next.get());
            end = next.get().end;
        }
        boolean back = isBack(line, i, end);
        if (counts.isEmpty() || !back || words(line) - counts.size() > MOST_OTHERS + 1) {
            return Optional.empty();
        }
        return Optional.of(before(counts, zone, fetched));
    }

    private static boolean isBack(DateTokens line, int start, int end) {
        boolean after = isBehind(line, end);
        boolean before = line.isAny(start - 1, BEFORE)
                ? !line.is(start - 1, "il")
                : line.is(start - 1, "a") && line.is(start - 2, "y") && line.is(start - 3, "il");
        return before || (after && !line.isAny(end + 1, AN_EVENT));
    }

    /** Whether this word says of the amount before it that it is past. */
    static boolean isBehind(DateTokens line, int i) {
        return line.isAny(i, AFTERWARDS) || (line.is(i, "yang") && line.is(i + 1, "lalu"));
    }

    private static Optional<Count> count(DateTokens line, int i) {
        int amount = line.isAny(i, ONE) ? 1 : line.value(i);
        int unit = line.is(i + 1, ".") ? i + 2 : i + 1;
        boolean there = amount > 0 && amount <= MOST && UNITS.containsKey(line.text(unit));
        int end = line.is(unit + 1, ".") ? unit + 2 : unit + 1;
        return there
                ? Optional.of(new Count(amount, UNITS.getOrDefault(line.text(unit), DAYS), end))
                : Optional.empty();
    }

    private static ReadDate before(List<Count> counts, ZoneId zone, Instant fetched) {
        ZonedDateTime at = fetched.atZone(zone);
        ChronoUnit finest = YEARS;
        for (Count count : counts) {
            at = at.minus(count.amount, count.unit);
            finest = count.unit.compareTo(finest) < 0 ? count.unit : finest;
        }
        boolean timed = finest.compareTo(DAYS) < 0;
        Instant instant =
                timed ? at.toInstant() : at.toLocalDate().atStartOfDay(zone).toInstant();
        return new ReadDate(instant, precision(finest), true);
    }

    private static Precision precision(ChronoUnit unit) {
        return switch (unit) {
            case SECONDS, MINUTES -> Precision.MINUTE;
            case HOURS -> Precision.HOUR;
            case DAYS -> Precision.DAY;
            case WEEKS -> Precision.WEEK;
            case MONTHS -> Precision.MONTH;
            default -> Precision.YEAR;
        };
    }

    /** A day that has a name, with its time beside it, or with nothing beside it. */
    private static Optional<ReadDate> day(DateTokens line, int i, ZoneId zone, Instant fetched) {
        boolean two = DAYS_AGO.containsKey(pair(line, i));
        String name = two ? pair(line, i) : line.text(i);
        boolean other = line.is(i - 1, "avant") || line.is(i - 2, "avant");
        if (!DAYS_AGO.containsKey(name) || other || words(line) > MOST_OTHERS + 2) {
            return Optional.empty();
        }
        var day = fetched.atZone(zone).toLocalDate().minusDays(DAYS_AGO.getOrDefault(name, 0));
        List<PrintedTime> times = PrintedTime.all(line);
        if (times.size() == 1) {
            return times.get(0)
                    .time()
                    .map(clock -> LocalDateTime.of(day, clock).atZone(zone).toInstant())
                    .map(at -> new ReadDate(at, Precision.MINUTE, true));
        }
        boolean alone = times.isEmpty()
                && Stream.iterate(0, k -> k < line.size(), k -> k + 1)
                        .allMatch(k -> !line.isNumber(k)
                                && (!line.isWord(k) || k == i || (two && k == i + 1) || line.isAny(k, LABELS)));
        return alone
                ? Optional.of(new ReadDate(day.atStartOfDay(zone).toInstant(), Precision.DAY, true))
                : Optional.empty();
    }

    private static String pair(DateTokens line, int i) {
        return line.text(i) + " " + line.text(i + 1);
    }

    private static long words(DateTokens line) {
        return Stream.iterate(0, i -> i < line.size(), i -> i + 1)
                .filter(line::isWord)
                .count();
    }

    private static void units(ChronoUnit unit, String names) {
        for (String name : names.split(" ")) {
            UNITS.put(name, unit);
        }
    }

    private static void days(int ago, String names) {
        for (String name : names.split("\\|")) {
            DAYS_AGO.put(name, ago);
        }
    }

    private record Count(int amount, ChronoUnit unit, int end) {}
}
