package loa.source;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import loa.TestPortal;
import org.jspecify.annotations.Nullable;

/** A portal of one kind: all its pages, made from its template when they are asked for. */
final class PortalPages implements TestPortal.Site {

    private static final List<String> KINDS =
            List.of("paragraph", "heading", "quote", "image", "list", "table", "file", "video");
    private static final int PART = 4;
    private static final JsonStringEncoder JSON = JsonStringEncoder.getInstance();

    private final PortalKind kind;
    private final List<PortalArticle> articles;
    private final List<PortalArticle> others;
    private final Instant now;
    private final Template template;
    private final Map<String, String> pages = new LinkedHashMap<>();

    PortalPages(String name, PortalKind kind, List<PortalArticle> all, Instant now) {
        this.kind = kind;
        this.articles = kind.articles(all, now);
        this.others = kind.others(all);
        this.now = now;
        this.template = template(name);
        IntStream.rangeClosed(1, last()).forEach(page -> pages.put(address(page), listing(page)));
        Stream.concat(articles.stream(), others.stream()).forEach(this::putArticle);
    }

    private static Template template(String name) {
        try {
            return Mustache.compiler()
                    .defaultValue("")
                    .emptyStringIsFalse(true)
                    .withLoader(part -> Files.newBufferedReader(PortalKind.FOLDER.resolve(name + "-" + part + ".html")))
                    .compile(Files.readString(PortalKind.FOLDER.resolve(name + ".html")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The articles in the order in which the listing has them. */
    List<PortalArticle> articles() {
        return articles;
    }

    /** All pages by their addresses. */
    Map<String, String> pages() {
        return pages;
    }

    String url(PortalArticle article) {
        return kind.article().replace("{slug}", article.slug()).replace("{id}", Integer.toString(id(article)));
    }

    @Override
    public byte @Nullable [] answer(URI asked, String form) {
        if (asked.getPath().matches(".*\\.(jpg|png|gif)")) {
            return picture();
        } else if (List.of("/robots.txt", "/favicon.ico").contains(asked.getPath())) {
            return null;
        }
        String address = form.isEmpty() ? asked.toString() : posted(asked, form);
        String decoded = URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        return pages.getOrDefault(decoded, elsewhere(decoded)).getBytes(StandardCharsets.UTF_8);
    }

    /** The page that a click on the listing's paging gives: only if the state of the page before comes along. */
    private String posted(URI asked, String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&")) {
            String[] pair = field.split("=", 2);
            fields.put(
                    URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        boolean known = IntStream.rangeClosed(1, last())
                .anyMatch(page -> state(page).equals(fields.get("__VIEWSTATE"))
                        && state(page + 100).equals(fields.get("__EVENTVALIDATION")));
        String argument = fields.getOrDefault("__EVENTARGUMENT", "");
        boolean target = "ctl00$ContentPlaceHolder1$grvTinTuc".equals(fields.get("__EVENTTARGET"));
        return known
                        && target
                        && argument.matches("Page\\$\\d+")
                        && asked.toString().equals(kind.listing())
                ? "post:" + argument.substring(5)
                : "/Error.aspx";
    }

    private String address(int page) {
        if (page == 1) {
            return kind.listing();
        }
        return kind.next() == null
                ? "post:" + page
                : kind.next()
                        .replace("{page}", Integer.toString(page))
                        .replace("{before}", Integer.toString(page - 1))
                        .replace("{offset}", Integer.toString((page - 1) * kind.size()));
    }

    private int last() {
        return (articles.size() + kind.size() - 1) / kind.size();
    }

    /** A page that is no article of the listing: of a menu, a notice, a document. */
    private String elsewhere(String address) {
        PortalArticle page = new PortalArticle(
                "trang",
                Instant.parse("2021-02-03T01:00:00Z"),
                "Trang thông tin " + Integer.toHexString(address.hashCode()),
                null,
                null,
                null,
                null,
                List.of(PortalArticle.Block.read("Nội dung đang được cập nhật, mong quý bạn đọc quay lại sau."
                        + " Mọi góp ý xin gửi về bộ phận biên tập để chúng tôi hoàn thiện trang này tốt hơn.")));
        return render(Map.of("article", withParts(page, address, 1, 1, page.body())));
    }

    private void putArticle(PortalArticle article) {
        List<PortalArticle.Block> body = article.body();
        int parts = kind.part() == null ? 1 : (body.size() + PART - 1) / PART;
        for (int part = 1; part <= parts; part++) {
            List<PortalArticle.Block> blocks =
                    parts == 1 ? body : body.subList((part - 1) * PART, Math.min(part * PART, body.size()));
            pages.put(
                    part(article, part),
                    render(Map.of("article", withParts(article, url(article), part, parts, blocks))));
        }
    }

    private String part(PortalArticle article, int part) {
        return part == 1 || kind.part() == null
                ? url(article)
                : kind.part().replace("{url}", url(article)).replace("{page}", Integer.toString(part));
    }

    private String listing(int page) {
        List<Map<String, Object>> items = articles.stream()
                .skip((page - 1L) * kind.size())
                .limit(kind.size())
                .map(this::shown)
                .toList();
        Map<String, Object> listing = new HashMap<>(Map.of(
                "items", items,
                "top", items.subList(0, 1),
                "rest", items.subList(1, items.size()),
                "state", state(page),
                "validation", state(page + 100),
                "page", page,
                "first", page == 1));
        listing.put("pages", numbers(last(), page, this::address));
        if (page < last()) {
            listing.put("next", address(page + 1));
        }
        if (page > 1) {
            listing.put("previous", address(page - 1));
        }
        return render(Map.of("listing", listing));
    }

    private static List<Map<String, Object>> numbers(
            int last, int current, java.util.function.IntFunction<String> address) {
        return IntStream.rangeClosed(1, last)
                .<Map<String, Object>>mapToObj(
                        page -> Map.of("number", page, "url", address.apply(page), "current", page == current))
                .toList();
    }

    private String render(Map<String, Object> page) {
        Map<String, Object> context = new HashMap<>(page);
        context.put("now", PortalDates.vietnamese(now));
        context.put("json", (Mustache.Lambda) (text, out) -> out.write(JSON.quoteAsString(text.execute())));
        context.put("elsewhere", others.stream().limit(6).map(this::shown).toList());
        return template.execute(context);
    }

    private Map<String, Object> withParts(
            PortalArticle article, String url, int part, int parts, List<PortalArticle.Block> blocks) {
        Map<String, Object> shown = new HashMap<>(shown(article));
        shown.put("url", url);
        shown.put("body", blocks.stream().map(this::shown).toList());
        shown.put("first", part == 1);
        shown.put("last", part == parts);
        shown.put("parts", parts == 1 ? List.of() : numbers(parts, part, number -> part(article, number)));
        int place = Math.max(0, articles.indexOf(article));
        shown.put(
                "newer",
                articles.subList(Math.max(0, place - 3), place).stream()
                        .map(this::shown)
                        .toList());
        shown.put(
                "older",
                articles.subList(Math.min(place + 1, articles.size()), Math.min(place + 6, articles.size())).stream()
                        .map(this::shown)
                        .toList());
        return shown;
    }

    private Map<String, Object> shown(PortalArticle article) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("title", article.title());
        shown.put("url", url(article));
        shown.put("id", id(article));
        shown.put("slug", article.slug());
        shown.put("views", id(article) % 911 + 17);
        shown.put("date", PortalDates.vietnamese(article.published()));
        shown.put("american", PortalDates.american(article.published()));
        shown.put("ago", PortalDates.ago(Duration.between(article.published(), now)));
        shown.put("lead", said(article.lead()));
        shown.put("author", said(article.author()));
        shown.put("credit", said(article.credit()));
        shown.put("sign", said(article.sign()));
        shown.put(
                "image",
                article.images().stream().findFirst().<Object>map(this::image).orElse(false));
        return shown;
    }

    private Map<String, Object> shown(PortalArticle.Block block) {
        Map<String, Object> shown = new HashMap<>();
        KINDS.forEach(other -> shown.put(other, false)); // else the template would look for it in the article
        shown.putAll(block.shown());
        if (block.kind().equals("image")) {
            List<String> row = block.rows().get(0);
            shown.put("image", Map.of("address", image(row.get(0)), "text", row.get(1)));
        }
        return shown;
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }

    private Map<String, Object> image(String name) {
        return Map.of("url", kind.image().replace("{name}", name), "name", name);
    }

    private static int id(PortalArticle article) {
        return 10_000 + Math.floorMod(article.slug().hashCode(), 80_000);
    }

    /** A hidden field as ASP.NET writes it, different on each page. */
    private String state(int page) {
        StringBuilder state = new StringBuilder("/wEPDwUK");
        IntStream.range(0, 40)
                .forEach(i -> state.append(Integer.toString((page * 7919 + i * 104_729) % 1_679_616, 36)));
        return state.append("+dBg==").toString();
    }

    private static byte[] picture() {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(640, 400, BufferedImage.TYPE_BYTE_GRAY), "png", picture);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return picture.toByteArray();
    }
}
