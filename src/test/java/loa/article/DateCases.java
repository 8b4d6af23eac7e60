package loa.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of cases: what a page prints, a bar, and the date that it means, where no zone is printed in that of the file; a
 * day alone is a date without a time, one that counts back names what it comes near to.
 */
record DateCases(Path file, ZoneId zone, Instant fetched, List<String> lines) {

    static final Path FOLDER = Path.of("src/test/resources/dates");

    static List<DateCases> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(DateCases::read)
                    .toList();
        }
    }

    static DateCases read(Path file) {
        ZoneId zone = ZoneId.of("UTC");
        Instant fetched = Instant.parse("2026-11-23T08:00:00Z");
        List<String> lines = new ArrayList<>();
        for (String line : linesOf(file)) {
            if (line.startsWith("zone: ")) {
                zone = ZoneId.of(line.substring(6));
            } else if (line.startsWith("fetched: ")) {
                fetched = Instant.parse(line.substring(9));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(unescaped(line));
            }
        }
        return new DateCases(file, zone, fetched, lines);
    }

    static String text(String line) {
        return line.substring(0, line.lastIndexOf('|')).strip();
    }

    Optional<ReadDate> meant(String line) {
        String[] meant = line.substring(line.lastIndexOf('|') + 1).strip().split(" ");
        if (meant[0].equals("none")) {
            return Optional.empty();
        }
        boolean timed = meant[0].contains("T");
        Instant at = timed
                ? OffsetDateTime.parse(meant[0]).toInstant()
                : LocalDate.parse(meant[0]).atStartOfDay(zone).toInstant();
        boolean relative = meant.length > 1;
        Precision printed = timed ? Precision.MINUTE : Precision.DAY;
        return Optional.of(new ReadDate(at, relative ? Precision.valueOf(meant[1]) : printed, relative));
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.startsWith("\\u", i);
            plain.append(escape ? (char) Integer.parseInt(text.substring(i + 2, i + 6), 16) : text.charAt(i));
            i += escape ? 5 : 0;
        }
        return plain.toString();
    }
}
