package loa.article;

import java.net.URI;
import java.time.Instant;
import java.util.Random;
import java.util.Set;

/** An article that was never written: Vietnamese syllables as frequent as those of a language are, in about 4 KB of HTML. */
public final class GeneratedArticle {

    private static final String[] ONSETS =
            "b c ch d đ g gi h kh l m n ng ngh nh ph qu r s t th tr v x".split(" ");
    private static final String[] RHYMES =
            ("a à á ạ ả an ang ành ách ảo ây ấp âu ăn ắng e én ề ết ệnh êu i ì ích iện iều inh o ó oan oàng oi ọng ô ốc ồi ông "
                            + "ộng ơ ới ơn ợp u ú ục ung uôn uyện ứ ức ưng ước ường ượng y ý")
                    .split(" ");
    private static final int SYLLABLES = ONSETS.length * RHYMES.length;
    private static final int PARAGRAPHS = 10;
    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");

    private GeneratedArticle() {}

    /** The article of this number, the same each time. */
    public static ParsedArticle of(int number, String source, Set<String> categories) {
        Random random = new Random(number);
        String path = "/tin-tuc/bai-viet-" + number + ".html";
        StringBuilder html = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PARAGRAPHS; i++) {
            String paragraph = sentence(random, 70);
            html.append("<p>").append(paragraph).append("</p>\n");
            text.append(text.isEmpty() ? "" : " ").append(paragraph);
            if (i == 2) {
                html.append("<figure><img src=\"https://portal.example.vn/anh/").append(number);
                html.append(".jpg\" alt=\"\"><figcaption>Ảnh: Thúy Vân</figcaption></figure>\n");
            }
        }
        return new ParsedArticle(
                source,
                path,
                URI.create("https://portal.example.vn" + path),
                sentence(random, 12),
                sentence(random, 30),
                new Body(html.toString(), text.toString()),
                new Byline("Thúy Vân", null),
                new Image(URI.create("https://portal.example.vn/anh/" + number + ".jpg"), "image/jpeg", 43_210),
                FIRST.plusSeconds(number * 60L),
                categories);
    }

    static String sentence(Random random, int syllables) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            sentence.append(i == 0 ? "" : " ").append(syllable(random));
        }
        return sentence.append('.').toString();
    }

    /** The rarer, the higher its number. */
    private static String syllable(Random random) {
        int number = (int) Math.pow(SYLLABLES, random.nextDouble());
        return ONSETS[number % ONSETS.length] + RHYMES[number / ONSETS.length % RHYMES.length];
    }
}
