package loa;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import loa.article.ParsedArticle;
import loa.article.Text;
import loa.content.Field;
import loa.content.ReadArticle;
import loa.language.Phrase;
import loa.listing.Evidence;
import loa.listing.PortalSection;
import loa.source.SinglePage;
import loa.trial.Tried;
import loa.trial.TriedList;
import org.jspecify.annotations.Nullable;

/** What the terminal says of a page that was tried. */
final class TrialReport {

    private static final int LONGEST_CELL = 60;
    private static final int LONGEST_TEXT = 160;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);
    private final PrintWriter terminal;
    private final Locale language;
    private final ZoneId zone;

    TrialReport(PrintWriter terminal, Locale language, ZoneId zone) {
        this.terminal = terminal;
        this.language = language;
        this.zone = zone;
    }

    void show(Tried tried) {
        tried.page().ifPresent(this::feeds);
        if (tried.isList()) {
            tried.list().ifPresent(this::list);
        } else if (tried.isHome()) {
            home(tried.sections());
        } else if (tried.isListing()) {
            tried.page().ifPresent(this::listing);
            tried.articles().forEach(this::article);
        } else {
            tried.article().ifPresent(article -> {
                say(new Phrase(
                        "This page is an article; give `try` the page that lists it to get the YAML.",
                        "Trang này là một bài viết; muốn có đoạn YAML, hãy dùng `try` với trang danh sách bài."));
                article(tried.address(), article);
            });
        }
        troubles(tried);
        tried.yaml().ifPresent(this::paste);
    }

    /** A feed of the site's own knows more than its pages. */
    private void feeds(SinglePage page) {
        page.posts()
                .ifPresent(posts -> say(Phrase.of(
                        "This is WordPress, which gives whole articles to programs; better than reading pages, instead of `html:` write"
                                + " `json: %s`",
                        "Trang này dùng WordPress, có sẵn dữ liệu của cả bài viết; tốt hơn là đọc từng trang, thay cho `html:` hãy viết"
                                + " `json: %s`",
                        posts)));
        page.feeds()
                .forEach(feed -> say(Phrase.of(
                        "This page names a feed of its own, which is better than reading pages; instead of `html:` write `feed: %s`",
                        "Trang này có sẵn nguồn tin riêng, dùng nó tốt hơn là đọc từng trang; thay cho `html:` hãy viết `feed: %s`",
                        feed)));
    }

    private void list(TriedList list) {
        say(Phrase.of(
                "This is no page but lists %d articles for programs; it is a source of the kind `%s:`",
                "Đây không phải trang web mà là danh sách %d bài dành cho chương trình; hãy dùng nguồn loại `%s:`",
                list.entries().size(),
                list.kind()));
        Table.print(
                list.entries().stream()
                        .map(entry -> new String[] {
                            date(entry.published()), cut(entry.title(), LONGEST_CELL), shown(entry.link())
                        })
                        .toList(),
                terminal);
    }

    private void home(List<PortalSection> sections) {
        say(Phrase.of(
                "This is the home page of a portal; %d sections in its menu list articles:",
                "Đây là trang chủ của một cổng thông tin; %d chuyên mục trong trình đơn có danh sách bài:",
                sections.size()));
        Table.print(
                sections.stream()
                        .map(section -> new String[] {
                            cut(section.title(), LONGEST_CELL),
                            section.address().toString()
                        })
                        .toList(),
                terminal);
    }

    private void listing(SinglePage page) {
        String evidence = page.evidence().stream()
                .sorted()
                .map(Evidence::phrase)
                .map(phrase -> phrase.in(language))
                .collect(Collectors.joining("; "));
        say(Phrase.of(
                "This page lists %d articles (%s):",
                "Trang này liệt kê %d bài (%s):", page.listed().size(), evidence));
        List<String[]> rows = new ArrayList<>();
        page.listed()
                .forEach(link -> rows.add(
                        new String[] {date(link.published()), cut(link.title(), LONGEST_CELL), shown(link.address())}));
        Table.print(rows, terminal);
    }

    private void article(URI address, ReadArticle read) {
        terminal.println();
        terminal.println(address);
        List<String[]> rows = new ArrayList<>();
        for (Field field : Field.values()) {
            rows.add(new String[] {
                name(field).in(language),
                value(field, read.article())
                        .map(text -> cut(text, LONGEST_TEXT))
                        .orElse("–"),
                Optional.ofNullable(read.evidence().get(field))
                        .map(phrase -> "← " + phrase.in(language))
                        .orElse("")
            });
        }
        Table.print(rows, terminal);
    }

    private static Phrase name(Field field) {
        return switch (field) {
            case TITLE -> new Phrase("title", "tiêu đề");
            case PUBLISHED -> new Phrase("published", "ngày đăng");
            case AUTHOR -> new Phrase("author", "tác giả");
            case SUMMARY -> new Phrase("summary", "tóm tắt");
            case BODY -> new Phrase("body", "nội dung");
            case IMAGE -> new Phrase("image", "ảnh");
        };
    }

    private Optional<String> value(Field field, ParsedArticle article) {
        return switch (field) {
            case TITLE -> Optional.of(article.title());
            case PUBLISHED -> Optional.ofNullable(article.published()).map(this::date);
            case AUTHOR ->
                Optional.ofNullable(article.byline().author())
                        .or(() -> Optional.ofNullable(article.byline().credit()));
            case SUMMARY -> Optional.ofNullable(article.summary());
            case BODY -> Optional.of(article.body().text());
            case IMAGE ->
                Optional.ofNullable(article.image())
                        .map(image -> image.address().toString());
        };
    }

    private void troubles(Tried tried) {
        tried.troubles()
                .forEach(trouble -> terminal.println(
                        trouble.address() + ": " + trouble.reason().in(language)));
        if (!tried.gives() && tried.page().isPresent()) {
            say(new Phrase(
                    "Neither articles nor a list of articles is found on this page.",
                    "Không tìm thấy bài viết hay danh sách bài viết trên trang này."));
        }
    }

    private void paste(String yaml) {
        terminal.println();
        say(new Phrase("For feeds.yml:", "Dán vào feeds.yml:"));
        terminal.println();
        terminal.print(yaml);
        terminal.flush();
    }

    private String date(@Nullable Instant instant) {
        return instant == null ? "–" : DATE.format(instant.atZone(zone));
    }

    private static String shown(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + "?" + address.getRawQuery();
    }

    private static String cut(String text, int longest) {
        return Text.cut(Text.line(text), longest);
    }

    private void say(Phrase phrase) {
        terminal.println(phrase.in(language));
    }
}
