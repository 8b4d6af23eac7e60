package loa.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpostorTest {

    private static final URI ROOT = URI.create("https://portal.example.vn/");
    private static final URI ASKED = ROOT.resolve("tin/bai-12.html");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOGIN | <title>Đăng nhập - Cổng thông tin</title><form><input type=password></form>",
                "LOGIN | <h1>Sign in</h1>",
                "LOGIN | <form><input name=u><input type=password></form>",
                "CAPTCHA | <title>Just a moment...</title>",
                "CAPTCHA | <title>Attention Required! | Cloudflare</title>",
                "CAPTCHA | <p>Vui lòng nhập mã xác nhận</p><img src=c.png>",
                "CAPTCHA | <div class=g-recaptcha></div>",
                "MAINTENANCE | <h2>Hệ thống đang bảo trì</h2>",
                "MAINTENANCE | <title>Cổng thông tin đang nâng cấp</title>",
                "MAINTENANCE | <title>503 Service Unavailable</title>",
                "MAINTENANCE | <p>Website tạm ngừng hoạt động, mong quý vị thông cảm.</p>",
                "NOT_FOUND | <title>Lỗi 404 - Cổng thông tin</title>",
                "NOT_FOUND | <title>Cổng thông tin</title><h1>Không tìm thấy trang</h1><h4><a href=/1>Tin mới</a></h4>",
                "NOT_FOUND | <h3>Bài viết không tồn tại hoặc đã bị xóa</h3>",
            })
    void knowsAPageThatIsNotTheOneThatWasAskedFor(Impostor expected, String html) {
        assertEquals(
                Optional.of(expected), Impostor.ofArticle(page(html, ASKED), ASKED, ROOT, "Nông dân thu hoạch lúa"));
        assertEquals(Optional.of(expected), Impostor.ofListing(page(html, ASKED), ASKED, ROOT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hệ thống đang bảo trì từ ngày 1/3 | <h1>Hệ thống đang bảo trì từ ngày 1/3</h1><p>Bà con chú ý.</p>",
                "Không tìm thấy trang bị bảo hộ cho … | <h3>Không tìm thấy trang bị bảo hộ cho ngư dân</h3>",
                "Đăng nhập tài khoản VNeID thế nào | <title>Đăng nhập tài khoản VNeID thế nào</title><form><input type=password></form>",
            })
    void takesAnArticleForWhatItIsWhateverItsTitle(String title, String html) {
        assertEquals(Optional.empty(), Impostor.ofArticle(page(html, ASKED), ASKED, ROOT, title));
    }

    @Test
    void takesNoPageForAnotherBecauseOneCanLogInBesideIt() {
        String html = "<title>Kinh tế</title><p>" + "Tin tức trong ngày. ".repeat(40) + "</p><input type=password>";
        assertEquals(Optional.empty(), Impostor.ofListing(page(html, ASKED), ASKED, ROOT));
        String headed =
                "<h3>Đăng nhập</h3><input type=password><h3>Kinh tế</h3><p>" + "Tin tức trong ngày. ".repeat(60);
        assertEquals(Optional.empty(), Impostor.ofListing(page(headed, ASKED), ASKED, ROOT));
    }

    @Test
    void knowsTheHomePageInThePlaceOfAnother() {
        String html = "<title>Cổng thông tin</title><p>" + "Tin tức trong ngày. ".repeat(40) + "</p>";
        assertEquals(Optional.of(Impostor.HOME), Impostor.ofListing(page(html, ROOT), ASKED, ROOT));
        assertEquals(Optional.empty(), Impostor.ofListing(page(html, ROOT), ROOT, ROOT));
    }

    private static Document page(String html, URI address) {
        return Jsoup.parse(html, address.toString());
    }
}
