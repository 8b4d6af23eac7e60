package loa.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loa.article.Byline;
import loa.article.Text;
import loa.content.Claims.Claim;
import loa.language.Phrase;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Finds who wrote an article: whom the page names for machines, else who stands where it shows authors. */
final class Authors {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST = 300;
    private static final int MOST = 8;

    private static final Pattern NO_NAME = Pattern.compile(
            "(?i)https?:.*|www\\..*|\\S*@\\S*|\\S+\\.(?:com|org|net|vn)/\\S*|[^\\p{L}]*|admin\\w*|super user|quản trị.*|(?:null|undefined|none|unknown)");
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)^(?:by|von|por|par|di|door|av|af|przez|autor(?:e|a|in)?|author|text|tekst|bởi|tác giả)\\s*:?\\s+");

    /** What parts a name from what stands behind it in a line. */
    private static final Pattern END = Pattern.compile("[\\s|,;·•–—-]+$");

    /** A word of a name, or what stands between such words; writings without capitals have neither. */
    private static final Pattern WORD = Pattern.compile(
            "\\p{Lu}\\S*|[\\p{Lo}].*|(?iu)(?:von|van|der|den|de|del|della|di|da|dos|du|la|le|al|bin|el|ter|zu|y|i|e|und|and|och|og|en|et|và)|[&|/,–-]");

    /** An author as the data of a page's script name them. */
    private static final Pattern KEPT =
            Pattern.compile("\"(?:author|authorName|tacGia)\"\\s{0,9}:\\s{0,9}\"([^\"\\\\]{2,80})\"");

    private static final Evaluator COMMENTS =
            QueryParser.parse("[class*=comment], [id*=comment], [class*=binh-luan], [class*=binhluan], [class*=ykien]");

    private static final Pattern CONTROL = Pattern.compile(
            "(?iu).*(?:facebook|twitter|e-?mail|instagram|linkedin|whatsapp|telegram|https?:|@|:|\\d|©|foto|photo).*");

    private static final int FEWEST_WORDS = 2;
    private static final int MOST_WORDS = 8;

    /** Where pages show authors, the plainest first. */
    private static final List<Evaluator> PLACES = Stream.of(
                    "[itemprop=author] [itemprop=name]",
                    "[itemprop=author]",
                    "[rel=author]",
                    "[class*=author-name], [class*=authorname], [class*=author__name], [class*=AuthorName]",
                    "[class*=byline] a, [class*=Byline] a",
                    "[class*=byline], [class*=Byline]",
                    "[class*=author] a, [class*=Author] a",
                    "[class*=author], [class*=Author], [class*=autor], [class*=tacgia], [class*=tac-gia],"
                            + " [class*=nguoiviet], [class*=nguoi-viet], [class*=NguoiViet]")
            .map(QueryParser::parse)
            .toList();

    private static final Evaluator CREDITED =
            QueryParser.parse("[class*=author], [class*=source], [class*=tacgia], [class*=tac-gia], [class*=nguon]");

    /** Pictures of a person, as the usual fonts of icons call them. */
    private static final Evaluator ICONS = QueryParser.parse(
            "i[class~=(?i)(^|[\\s-])(user|person|author|pen|pencil|edit)], span[class~=(?i)icon\\S*-(user|person|author|pen)],"
                    + " em[class~=(?i)(^|[\\s-])(user|person|author|pen)]");

    /** Where they say who has logged in. */
    private static final Evaluator ELSEWHERE = QueryParser.parse("header, nav, aside, footer");

    private static final Phrase ICON =
            new Phrase("the name beside the picture of a person", "tên cạnh biểu tượng người");

    private final Document page;
    private final Claims data;
    private final Set<String> sites;

    private final SiteMemory memory;

    private Authors(Document page, Claims data, SiteMemory memory) {
        this.page = page;
        this.memory = memory;
        this.data = data;
        this.sites =
                data.sites().stream().map(site -> Text.letters(site.value())).collect(Collectors.toSet());
    }

    /** The persons whom the page names, other than the site itself. */
    static Optional<Found<String>> persons(Document page, Claims data, SiteMemory memory) {
        return new Authors(page, data, memory).named(false);
    }

    /** Those who stand where the page shows its author. */
    static Optional<Found<String>> shown(Document page, Claims data, SiteMemory memory) {
        return new Authors(page, data, memory).shown();
    }

    /** The one author that the page's scripts name. */
    static Optional<Found<String>> kept(Document page) {
        Set<String> names = page.getElementsByTag("script").stream()
                .flatMap(script -> KEPT.matcher(script.data()).results())
                .map(author -> name(author.group(1)))
                .filter(name -> isShownName(name) || Byline.isDesk(name))
                .collect(Collectors.toSet());
        return names.stream()
                .findFirst()
                .filter(name -> names.size() == 1)
                .map(name -> new Found<>(name, ToldBody.STATE));
    }

    /** The site, where the page names it as the author. */
    static Optional<Found<String>> site(Document page, Claims data, SiteMemory memory) {
        return new Authors(page, data, memory).named(true);
    }

    /** Where the article was taken from, as the place says where the page shows its author or source. */
    static Byline credited(Document page) {
        for (Element element : page.select(CREDITED)) {
            Optional<Byline> byline = Byline.signature(text(element)).filter(one -> one.credit() != null);
            if (byline.isPresent() && !isOfComment(element) && element.closest(ELSEWHERE) == null) {
                return byline.get();
            }
        }
        return Byline.NONE;
    }

    private Optional<Found<String>> named(boolean site) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Claim claim : data.authors()) {
            String name = name(claim.value());
            if (!name.isEmpty() && !memory.knowsAuthor(name) && sites.contains(Text.letters(name)) == site) {
                names.computeIfAbsent(claim.where(), where -> new LinkedHashSet<>())
                        .add(name);
            }
        }
        return names.entrySet().stream()
                .findFirst()
                .map(claim -> new Found<>(joined(claim.getValue()), new Phrase(claim.getKey(), claim.getKey())));
    }

    private Optional<Found<String>> shown() {
        for (Evaluator place : PLACES) {
            Set<String> names = new LinkedHashSet<>();
            for (Element element : page.select(place)) {
                String name = name(element.nameIs("meta") ? element.attr("content") : text(element));
                if ((isShownName(name) || Byline.isDesk(name))
                        && !isOfComment(element)
                        && !sites.contains(Text.letters(name))) {
                    names.add(name);
                }
            }
            if (!names.isEmpty() && names.size() <= MOST) {
                return Optional.of(new Found<>(joined(names), new Phrase("`" + place + "`", "`" + place + "`")));
            }
        }
        return besideIcon();
    }

    /** The one name that stands behind the picture of a person. */
    private Optional<Found<String>> besideIcon() {
        Set<String> names = new LinkedHashSet<>();
        for (Element icon : page.select(ICONS)) {
            String name =
                    icon.hasText() || isOfComment(icon) || icon.closest(ELSEWHERE) != null ? "" : name(behind(icon));
            if ((isShownName(name) || Byline.isDesk(name)) && !sites.contains(Text.letters(name))) {
                names.add(name);
            }
        }
        return names.stream().findFirst().filter(name -> names.size() == 1).map(name -> new Found<>(name, ICON));
    }

    private static String behind(Element icon) {
        Node next = icon.nextSibling();
        while (next instanceof TextNode text && text.isBlank()) {
            next = next.nextSibling();
        }
        return next instanceof TextNode text
                ? text.getWholeText()
                : next instanceof Element element ? text(element) : "";
    }

    /** What it shows, if that can be a name and what stands beside it. */
    private static String text(Element element) {
        return Blocks.saysMoreThan(element, LONGEST) ? "" : element.text();
    }

    private static boolean isOfComment(Element element) {
        return element.closest(COMMENTS) != null;
    }

    private static boolean isShownName(String name) {
        String[] words = name.split(" ", -1);
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && words.length >= FEWEST_WORDS
                && words.length <= MOST_WORDS
                && !CONTROL.matcher(name).matches()
                && Stream.of(words).allMatch(word -> WORD.matcher(word).matches());
    }

    private static String name(String text) {
        String line =
                END.matcher(LABEL.matcher(Text.line(text)).replaceFirst("")).replaceFirst("");
        return line.length() > LONGEST || NO_NAME.matcher(line).matches() ? "" : line;
    }

    private static String joined(Set<String> names) {
        return Text.cut(String.join(", ", new ArrayList<>(names)), LONGEST);
    }
}
