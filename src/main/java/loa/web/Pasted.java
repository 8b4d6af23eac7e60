package loa.web;

import loa.article.Category;
import loa.feed.Newsroom;

/** The lines that others paste into their pages to have a category's headlines there; HTML, as it has to be written. */
public final class Pasted {

    private Pasted() {}

    /** An element that our script defines. */
    public static String element(Newsroom newsroom, Category category) {
        return script(newsroom)
                + "<loa-headlines category=\"%s\" limit=\"%d\"></loa-headlines>"
                        .formatted(category.name(), Embed.USUAL);
    }

    /** A frame that our script gives its height; without it, it has what the usual number of headlines takes. */
    public static String frame(Newsroom newsroom, Category category) {
        return "<iframe src=\"%s?limit=%d&amp;theme=light\" title=\"%s\" width=\"100%%\" height=\"460\" loading=\"lazy\"></iframe>"
                        .formatted(newsroom.at("/embed/" + category.name()), Embed.USUAL, quoted(category.title()))
                + script(newsroom);
    }

    /** An inclusion on a server. */
    public static String inclusion(Category category) {
        return "<!--#include virtual=\"/embed/%s.html?limit=%d\" -->".formatted(category.name(), Embed.USUAL);
    }

    private static String script(Newsroom newsroom) {
        return "<script type=\"module\" src=\"%s\"></script>".formatted(newsroom.at("/embed.js"));
    }

    private static String quoted(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
