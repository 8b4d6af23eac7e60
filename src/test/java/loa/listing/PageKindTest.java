package loa.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageKindTest {

    private static final Path SAMPLE = Path.of("src/main/resources/sample");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE, 2)) {
            return files
                    .filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> file.toString().matches(".*(kinh-te|van-hoa-xa-hoi).[^/\\\\]+"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void tellsAListingFromAnArticle(Path page) throws IOException {
        boolean lists = page.getFileName().toString().matches("index.html|trang-\\d.html");
        String address = "http://portal.example.vn/" + SAMPLE.relativize(page);
        Document read = Jsoup.parse(Files.readString(page), address);
        assertEquals(lists ? PageKind.LISTING : PageKind.ARTICLE, PageKind.of(read, ListingFinder.find(read)));
    }
}
