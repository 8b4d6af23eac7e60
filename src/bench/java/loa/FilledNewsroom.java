package loa;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import loa.article.Body;
import loa.article.Byline;
import loa.article.ParsedArticle;
import loa.config.Settings;
import loa.store.ArticleStore;

/** The folder of a newsroom that has collected already: made-up articles, and a source that is never there. */
final class FilledNewsroom {

    static final int CATEGORIES = 20;

    private static final int ARTICLES = 50;
    private static final int WORDS = 315; // an article; fifty of them are some 37 KB when they are compressed
    private static final Instant BEGINNING = Instant.parse("2026-01-11T00:00:00Z");
    private static final String[] ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x".split(" ");
    private static final String[] RIMES = ("a ác ai am ân anh ao áp ất ấu e ém ên ệp i ia iên iêu in ình o oa oan ong ô ơi u "
                    + "ương uyên ưu y")
            .split(" ");

    private FilledNewsroom() {}

    static void fill(Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("feeds.yml"), configuration());
        Settings settings = Settings.read(file, OptionalInt.empty(), folder.resolve("data"));
        Random random = new Random(20260111);
        try (ArticleStore store = ArticleStore.open(settings.store(), Clock.systemUTC())) {
            settings.sources().forEach(source -> store.settle(source.name(), source.identity()));
            for (int i = 0; i < CATEGORIES * ARTICLES; i++) {
                store.put(article(i, random), "/bai-" + i, "");
            }
        }
    }

    static String feed(int category) {
        return "/feeds/" + name(category) + ".rss";
    }

    private static String name(int category) {
        return "muc-" + category;
    }

    private static String configuration() {
        String categories = IntStream.range(0, CATEGORIES)
                .mapToObj(i -> "  " + name(i) + ": Mục " + i + "\n")
                .collect(Collectors.joining());
        return """
                title: Tin tức
                url: https://feeds.example.vn
                categories:
                %ssources:
                  portal: {html: https://portal.invalid/, category: %s}
                """.formatted(categories, name(0));
    }

    private static ParsedArticle article(int number, Random random) {
        String text = words(random, WORDS);
        return new ParsedArticle(
                "portal",
                "/bai-" + number,
                URI.create("https://portal.invalid/bai-" + number),
                words(random, 12),
                words(random, 30),
                new Body("<p>" + text + "</p>", text),
                new Byline(words(random, 3), null),
                null,
                BEGINNING.plusSeconds(60L * number),
                Set.of(name(number % CATEGORIES)));
    }

    private static String words(Random random, int count) {
        return random.ints(count, 0, ONSETS.length * RIMES.length)
                .mapToObj(word -> ONSETS[word % ONSETS.length] + RIMES[word / ONSETS.length])
                .collect(Collectors.joining(" "));
    }
}
