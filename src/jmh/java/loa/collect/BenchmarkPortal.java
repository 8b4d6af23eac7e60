package loa.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A portal in a process of its own that makes up its pages: listings of 50 articles, and articles of 80 KB. */
final class BenchmarkPortal {

    static final int LISTED = 50;

    private static final int PAGE_BYTES = 80 * 1024;
    private static final int ARTICLE_PARAGRAPHS = 24;
    private static final Pattern NUMBERED = Pattern.compile("/(trang|bai-viet)-(\\d+)\\.html");
    private static final String[] WORDS = ("huyện xã nhân dân phát triển kinh tế sản xuất nông nghiệp hội nghị triển khai "
                    + "công tác lãnh đạo địa phương chương trình xây dựng nông thôn mới đồng chí tham dự phát biểu kết quả "
                    + "năm qua giải pháp trong thời gian tới trường học sinh viên thầy cô đường giao thông cầu kênh lúa cá")
            .split(" ");

    private BenchmarkPortal() {}

    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", BenchmarkPortal::answer);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
        new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                .println("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        Matcher path = NUMBERED.matcher(exchange.getRequestURI().getPath());
        try (exchange) {
            if (!path.matches()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            int number = Integer.parseInt(path.group(2));
            byte[] page = (path.group(1).equals("trang") ? listing(number) : article(number))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            if (!exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseBody().write(page);
            }
        }
    }

    private static String listing(int number) {
        StringBuilder html = head("Tin tức").append("<div class='list'>");
        for (int i = (number - 1) * LISTED + 1; i <= number * LISTED; i++) {
            html.append("<div class='item'><h3><a href='/bai-viet-").append(i).append(".html'>");
            html.append(title(i)).append("</a></h3><span class='date'>").append(date(i)).append("</span><p>");
            html.append(words(new Random(i), 30)).append("</p></div>");
        }
        return html.append("</div><a rel='next' href='/trang-")
                .append(number + 1)
                .append(".html'>Trang sau</a></body></html>")
                .toString();
    }

    static String article(int number) {
        Random random = new Random(number);
        StringBuilder html = head(title(number)).append("<div class='main'><h1>");
        html.append(title(number)).append("</h1><span class='date'>").append(date(number)).append("</span>");
        html.append("<div class='content'><p class='sapo'><strong>").append(words(random, 30)).append("</strong></p>");
        for (int i = 0; i < ARTICLE_PARAGRAPHS; i++) {
            html.append("<p class='MsoNormal' style='text-align:justify'><span style='font-size:14pt'>");
            html.append(words(random, 60)).append("</span></p>");
        }
        html.append("<p class='author' style='text-align:right'><strong>Thúy Vân</strong></p></div></div><div class='other'><ul>");
        for (int i = number + 1; html.length() < PAGE_BYTES * 8 / 10; i++) { // letters: some take more than a byte
            html.append("<li><a href='/bai-viet-").append(i).append(".html'>");
            html.append(title(i)).append("</a> <span>(").append(date(i)).append(")</span></li>");
        }
        return html.append("</ul></div></body></html>").toString();
    }

    private static StringBuilder head(String title) {
        StringBuilder html = new StringBuilder(PAGE_BYTES).append("<!DOCTYPE html><html><head><title>");
        html.append(title).append("</title><script>").append("var a = [1, 2, 3];\n".repeat(400));
        html.append("</script></head><body><div class='menu'><ul>");
        for (int i = 0; i < 80; i++) {
            html.append("<li><a href='/muc-").append(i).append("/'>").append(words(new Random(i), 3));
            html.append("</a></li>");
        }
        return html.append("</ul></div>");
    }

    private static String title(int number) {
        return "Bài " + number + " " + words(new Random(-number), 10);
    }

    private static String date(int number) {
        return "%02d:%02d %02d/%02d/2024".formatted(number % 24, number % 60, number % 28 + 1, number % 12 + 1);
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(words.isEmpty() ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return words.toString();
    }
}
