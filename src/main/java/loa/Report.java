package loa;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import loa.article.Category;
import loa.collect.Run;
import loa.feed.Newsroom;
import loa.language.Phrase;
import loa.store.Articles;

/** What the terminal says: which feeds there are, where, and how many articles they hold. */
final class Report {

    private final PrintWriter terminal;
    private final Locale language;
    private final Newsroom newsroom;
    private final Articles articles;
    private final Progress progress;
    private int stillToCome;

    Report(PrintWriter terminal, Locale language, Newsroom newsroom, Articles articles, Progress progress) {
        this.terminal = terminal;
        this.language = language;
        this.newsroom = newsroom;
        this.articles = articles;
        this.progress = progress;
    }

    /** The server listens; its sources are collected from here on. */
    synchronized void started(int sources) {
        say(Phrase.of("Loa is at %s/", "Loa đang chạy tại %s/", newsroom.url()));
        if (articles.count(Category.ALL) > 0) {
            feeds();
        } else {
            stillToCome = sources;
            say(new Phrase("Collecting for the first time …", "Đang thu thập lần đầu …"));
            progress.start();
        }
    }

    /** A source was collected; after the last one of the first time the feeds are listed. */
    synchronized Run collected(Run run) {
        progress.source();
        if (stillToCome > 0 && --stillToCome == 0) {
            progress.close();
            feeds();
        }
        return run;
    }

    /** What came of each source, then the feeds. */
    synchronized void table(List<Run> runs) {
        progress.close();
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {
            word("source", "nguồn"),
            word("listed", "trong danh sách"),
            word("new", "mới"),
            word("updated", "cập nhật"),
            word("troubles", "lỗi")
        });
        for (Run run : runs) {
            rows.add(new String[] {
                run.source(),
                Integer.toString(run.listed()),
                Integer.toString(run.added()),
                Integer.toString(run.updated()),
                Integer.toString(run.troubles().size())
            });
        }
        Table.print(rows, terminal);
        feeds();
    }

    private void feeds() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {word("feed", "nguồn tin"), word("articles", "số bài"), word("address", "địa chỉ")});
        rows.add(row(newsroom.all()));
        newsroom.open().forEach(category -> rows.add(row(category)));
        Table.print(rows, terminal);
        say(Phrase.of(
                "Each also as .atom and .json; the list of all: %s/feeds.opml",
                "Mỗi nguồn tin còn có dạng .atom và .json; danh sách tất cả: %s/feeds.opml", newsroom.url()));
    }

    private String[] row(Category category) {
        return new String[] {
            category.title(),
            Integer.toString(articles.count(category.name())),
            newsroom.url() + "/feeds/" + category.name() + ".rss"
        };
    }

    private void say(Phrase phrase) {
        terminal.println(phrase.in(language));
    }

    private String word(String english, String vietnamese) {
        return new Phrase(english, vietnamese).in(language);
    }
}
