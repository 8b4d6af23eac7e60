package loa.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MenuTest {

    @Test
    void namesTheSectionsOfThePortal() throws IOException {
        String home = Files.readString(Path.of("src/main/resources/sample/index.html"));
        assertEquals(
                List.of("Hoạt động Đảng - Đoàn thể", "Kinh tế", "Văn hóa - Xã hội", "An ninh - Quốc phòng"),
                titles(Jsoup.parse(home, "http://portal.example.vn/index.html")));
    }

    @Test
    void leavesOutWhatIsNoNews() {
        Document page = Jsoup.parse(
                "<nav><ul><li><a href='/'>Trang chủ</a><li><a href='/gioi-thieu'>Giới thiệu</a><li><a href='/kinh-te'>Kinh tế</a>"
                        + "<ul><li><a href='/nong-nghiep'>Nông nghiệp</a></ul><li><a href='/y-te'>Y tế</a>"
                        + "<li><a href='https://tinh.example.vn/'>Cổng tỉnh</a><li><a href='/van-ban'>Văn bản</a></ul></nav>",
                "http://portal.example.vn/");
        assertEquals(List.of("Kinh tế", "Y tế", "Nông nghiệp"), titles(page));
    }

    private static List<String> titles(Document page) {
        return Menu.sections(page).stream().map(PortalSection::title).toList();
    }
}
