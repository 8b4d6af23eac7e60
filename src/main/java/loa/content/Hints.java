package loa.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the names that a page gives an element say about it, in the languages that templates are written in. */
enum Hints {
    /** The article is here. */
    BODY,
    /** The article's lead is here. */
    LEAD,
    /** A picture is described here, or its maker named. */
    CAPTION,
    /** Something else is here: a bar, a box, other articles, comments. */
    ASIDE,
    NONE;

    private static final Set<String> FRAMES = words("footer nav aside");
    private static final Set<String> ASIDE_TAGS = words("nav footer aside menu dialog button form");
    private static final Set<String> ARTICLE_TAGS = words("article main body h1");

    private static final Set<String> ASIDE_ROLES =
            words("navigation banner contentinfo search dialog alertdialog complementary menu menubar toolbar tablist");

    private static final Set<String> ASIDE_WORDS = words("""
            nav navbar navi menu submenu topbar toolbar footer bottombar sidebar aside rail breadcrumb breadcrumbs crumb crumbs
            pagination pager paging phantrang toc
            ad ads adv advert adverts advertising advertisement advertisements anzeige werbung publicidad publicite pubblicita
            reklama quangcao sponsor sponsored sponsors affiliate partner donate donation donations promo promos promotion
            promobox cta outbrain taboola
            share sharing sharer shares social socials follow addthis addtoany sharethis chiase mxh
            comment comments commentlist respond disqus discussion kommentar kommentare comentarios commentaires binhluan ykien
            related relatedposts recommended recommend recommendation recommendations recirc recirculation mostread popular
            trending morenews readmore seealso similar suggested suggestions teaser teasers lienquan tinlienquan tinkhac
            bailienquan cungchuyenmuc docthem trove
            newsletter newsletters subscribe subscription signup register login blocker cookie cookies consent gdpr
            popup modal overlay onetrust optanon regwall adblock jwplayer carousel lightbox tooltip notification alertbar toast player audioplayer
            tag tags taglist keywords topics tukhoa hashtag rating ratings vote votes poll luotxem views counter print printer
            visually visuallyhidden screenreader screenreadertext sronly noprint
            byline bylines dateline timestamp datetime pubdate publishdate published updated posted date dates meta metadata
            metadaten postmeta ngaydang ngay lastupdated readingtime duration kicker eyebrow overline
            author authors autor autoren auteur verfasser tacgia nguoiviet authorbio biography bio aboutauthor authorbox profile
            disclaimer copyright
            """);

    /** The beginnings of such words, where nothing else begins so. */
    private static final List<String> ASIDE_BEGINNINGS = List.of(
            "related",
            "recommend",
            "newsletter",
            "breadcrumb",
            "comment",
            "advert",
            "sidebar",
            "subscri",
            "outbrain",
            "taboola",
            "sponsor",
            "sharing",
            "socialm",
            "cookie",
            "tinlienquan",
            "binhluan",
            "quangcao",
            "footer");

    private static final Set<String> READERS =
            words("comments commentlist kommentare comentarios commentaires binhluan disqus");

    private static final Set<String> CAPTION_WORDS = words("""
            caption captions figcaption imagecaption photocaption wpcaption credit credits photocredit imagecredit
            legend legende bildunterschrift chuthich chuthichanh picdesc imgdesc
            """);

    private static final Set<String> PICTURE_WORDS = words("""
            image images img photo photos picture pictures foto fotos media featured gallery galerie thumbnail thumb slide
            slider hinhanh anh
            """);

    private static final Set<String> LEAD_WORDS = words("""
            lead lede sapo standfirst dek deck subtitle subheadline subhead intro introduction vorspann chapo chapeau entradilla
            excerpt abstract summary ingress manchet perex desc hometext
            tomtat lbltomtat trich trichdan trichyeu mota modau
            """);

    /** Names that are joined to others without a mark between them. */
    private static final List<String> LEAD_BEGINNINGS = List.of("tomtat", "sapo", "trichdan", "trichyeu", "standfirst");

    private static final List<Set<String>> LEAD_PAIRS =
            List.of(words("tom tat"), words("mo dau"), words("trich dan"), words("trich yeu"), words("mo ta"));

    private static final Set<String> BODY_WORDS = words("""
            articlebody articlecontent articletext bodytext bodycopy maintext entry entrycontent postcontent postbody
            storybody storycontent storytext fulltext newscontent newsbody richtext prose
            noidung noidungtin chitiet chitiettin detailcontent contentdetail baiviet
            """);

    private static final List<Set<String>> BODY_PAIRS = List.of(
            words("article body"),
            words("article content"),
            words("article text"),
            words("entry content"),
            words("post content"),
            words("post body"),
            words("story body"),
            words("story content"),
            words("story text"),
            words("news content"),
            words("detail content"),
            words("body text"),
            words("main content"),
            words("noi dung"));

    static Hints of(Element element) {
        if (ASIDE_TAGS.contains(element.normalName()) || ASIDE_ROLES.contains(element.attr("role"))) {
            return ASIDE;
        }
        List<String> words = words(element);
        if (element.attr("itemprop").equals("articleBody") || isBody(words)) {
            return BODY;
        }
        if (element.attr("itemprop").equals("description")) {
            return LEAD;
        }
        if (element.nameIs("figcaption") || !Collections.disjoint(CAPTION_WORDS, words)) {
            return CAPTION;
        }
        if (ARTICLE_TAGS.contains(element.normalName())) {
            return NONE;
        }
        if (words.stream().anyMatch(word -> isAside(word) && !isQuoted(element, word, words)) || isHidden(words)) {
            return ASIDE;
        }
        return isLead(words) ? LEAD : NONE;
    }

    /** Whether it is a row of a table, whose name tells what it is about, or a post from elsewhere that the article shows. */
    private static boolean isQuoted(Element element, String word, List<String> words) {
        return element.nameIs("tr") || (word.startsWith("social") && words.contains("embed"));
    }

    /** Not where only the label of a field is hidden. */
    private static boolean isHidden(List<String> words) {
        return words.contains("hidden") && !words.contains("label");
    }

    /** Whether this can only be the frame of the page, however much text it holds. */
    static boolean isFrame(Element element) {
        return FRAMES.contains(element.normalName()) || !Collections.disjoint(FRAMES, words(element));
    }

    /** Whether this comes up before the page, such as a notice about cookies. */
    static boolean isOverPage(Element element) {
        return element.nameIs("dialog")
                || element.attr("role").endsWith("dialog")
                || words(element).contains("onetrust");
    }

    /** Whether readers write here. */
    static boolean isOfReaders(Element element) {
        return !Collections.disjoint(READERS, words(element));
    }

    /** Whether the names say that a picture is here. */
    static boolean isPicture(Element element) {
        return element.nameIs("figure") || !Collections.disjoint(PICTURE_WORDS, words(element));
    }

    private static boolean isLead(List<String> words) {
        return !Collections.disjoint(LEAD_WORDS, words)
                || words.stream().anyMatch(word -> LEAD_BEGINNINGS.stream().anyMatch(word::startsWith))
                || (words.size() > 1 && LEAD_PAIRS.stream().anyMatch(words::containsAll));
    }

    private static boolean isBody(List<String> words) {
        return !Collections.disjoint(BODY_WORDS, words)
                || (words.size() > 1 && BODY_PAIRS.stream().anyMatch(words::containsAll));
    }

    private static boolean isAside(String word) {
        return ASIDE_WORDS.contains(word)
                || (word.length() > 6 && ASIDE_BEGINNINGS.stream().anyMatch(word::startsWith));
    }

    /** The words of the element's classes and id in lower case: {@code relatedPosts-2} is "related", "posts". */
    private static List<String> words(Element element) {
        List<String> words = new ArrayList<>();
        split(element.className(), words);
        split(element.id(), words);
        return words;
    }

    private static void split(String names, List<String> words) {
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            boolean ends = i == names.length() || !Character.isLetter(names.charAt(i));
            boolean hump = !ends && i > start && isHump(names, i);
            if (ends || hump) {
                if (i - start > 1) {
                    words.add(names.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = hump ? i : i + 1;
            }
        }
    }

    private static boolean isHump(String names, int i) {
        return Character.isUpperCase(names.charAt(i)) && Character.isLowerCase(names.charAt(i - 1));
    }

    private static Set<String> words(String table) {
        return Set.of(table.strip().split("\\s+"));
    }
}
