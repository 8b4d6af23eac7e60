package loa.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import loa.article.Body;
import loa.article.Byline;
import loa.article.Category;
import loa.article.Image;
import loa.article.ParsedArticle;
import loa.feed.Newsroom;
import org.jspecify.annotations.Nullable;

/** A newsroom with a bit of everything that pages may have to show: nothing, much, long, old, ended, and hostile. */
final class TestPages {

    static final String PAYLOAD = "<img src=x onerror=\"document.title='acted'\"> & 'x' </title></code>";

    private TestPages() {}

    static Newsroom newsroom(String economy) {
        return new Newsroom(
                "Tin Thoại Sơn",
                URI.create("https://feeds.example.vn"),
                "vi",
                null,
                "© Ủy ban nhân dân xã Thoại Sơn",
                List.of(
                        new Category("kinh-te", economy, "Sản xuất, chợ búa, giá cả", 50, true, List.of(), false),
                        new Category("y-te", "Y tế"),
                        new Category("rong", "Chưa có gì"),
                        new Category("cu", "Chuyên mục cũ", null, 50, true, List.of(), true)),
                Map.of());
    }

    /** Sixty articles and some for the first category, one for the second, some of old for the ended one. */
    static void fill(TestServer server) {
        Image picture = Image.at(URI.create(server.address() + "/sample/images/ruong-lua.jpg"));
        for (int i = 1; i <= 60; i++) {
            server.keep(article(
                    "Nông dân thu hoạch vụ lúa đông xuân sớm hơn mọi năm, kỳ " + i,
                    i % 3 == 0 ? null : picture,
                    "kinh-te"));
        }
        server.keep(article(
                "Một tiêu đề rất dài mà người biên tập không nỡ cắt bớt chữ nào "
                        .repeat(6)
                        .strip(),
                picture,
                "kinh-te"));
        server.keep(article(PAYLOAD, picture, "kinh-te"));
        server.keep(article("Trạm y tế xã khám miễn phí", null, "y-te"));
        server.keep(article("Tin của ngày xưa", picture, "cu"));
    }

    /** One that has a summary and an author if it has a picture. */
    private static ParsedArticle article(String title, @Nullable Image picture, String category) {
        URI link = URI.create(
                "https://portal.example.vn/" + category + "/" + Integer.toHexString(title.hashCode()) + ".html");
        return new ParsedArticle(
                "portal",
                title,
                link,
                title,
                picture != null ? "Tóm tắt: " + title : null,
                new Body("<p>x</p>", "x"),
                picture != null
                        ? new Byline(title.equals(PAYLOAD) ? PAYLOAD : "Thu Hà - Minh Khôi", null)
                        : Byline.NONE,
                picture,
                null,
                Set.of(category));
    }
}
