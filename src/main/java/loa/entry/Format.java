package loa.entry;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loa.fetch.FetchResult.Fetched;
import loa.page.PageText;

/** What a document is by its content, whatever its server calls it. */
public enum Format {
    XML,
    JSON,
    HTML,
    /** A picture, an archive, a text: nothing that lists articles. */
    OTHER;

    /** Within how many bytes a document shows what it is. */
    private static final int TELLING = 4096;

    /** What may stand before the first element: space, zeros, declarations of the encoding, comments. */
    private static final Pattern PROLOGUE = Pattern.compile("(?s)(?:[\\s\\x00]|<\\?.*?\\?>|<!--.*?-->)*+");

    private static final Pattern ELEMENT = Pattern.compile("<(?:!doctype\\s+)?([a-z][\\w.-]*+(?::[\\w.-]+)?)[\\s>/]");
    private static final Pattern OF_HTML = Pattern.compile(
            "html|head|body|title|meta|link|script|style|div|p|br|a|span|table|h[1-6]|center|font|img|form");

    /** What has come. */
    public static Format of(Fetched fetched) {
        String start =
                PageText.decode(fetched.body(), TELLING, fetched.charset()).toLowerCase(Locale.ROOT);
        Matcher prologue = PROLOGUE.matcher(start);
        String rest = prologue.lookingAt() ? start.substring(prologue.end()) : start;
        Matcher element = ELEMENT.matcher(rest);
        if (rest.startsWith("{") || rest.startsWith("[")) {
            return JSON;
        } else if (!element.lookingAt()) {
            return OTHER;
        }
        return OF_HTML.matcher(element.group(1)).matches() ? HTML : XML;
    }
}
