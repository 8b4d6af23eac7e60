package loa.listing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loa.article.WebLink;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** A link of ASP.NET Web Forms: it sends the page's whole form back, with what was pressed. */
final class Postback {

    private static final Pattern CALL =
            Pattern.compile("__doPostBack\\(\\s*(['\"])(.*?)\\1\\s*,\\s*(['\"])(.*?)\\3\\s*\\)", Pattern.DOTALL);
    private static final Pattern OPTIONS =
            Pattern.compile("WebForm_PostBackOptions\\(\\s*(['\"])(.*?)\\1\\s*,\\s*(['\"])(.*?)\\3", Pattern.DOTALL);
    private static final Evaluator FIELDS = QueryParser.parse("input[name], select[name], textarea[name]");
    private static final Evaluator CHOSEN = QueryParser.parse("option[selected]");
    private static final Evaluator OPTION = QueryParser.parse("option");
    private static final Set<String> PRESSED = Set.of("submit", "button", "image", "reset", "file");
    private static final int LARGEST = 4_000_000;

    private Postback() {}

    /** What the link sends; empty if it is no such link, or stands in no form that can be sent. */
    static Optional<PageRequest> of(Element link) {
        Matcher call = CALL.matcher(script(link));
        Matcher found = call.find() ? call : OPTIONS.matcher(script(link));
        boolean isCall = found == call || found.find();
        Element form = link.closest("form");
        return isCall && form != null ? request(form, found.group(2), found.group(4)) : Optional.empty();
    }

    /** What a button of such a form sends. */
    static Optional<PageRequest> ofButton(Element button) {
        Element form = button.closest("form");
        return form == null
                        || form.selectFirst("[name=__VIEWSTATE]") == null
                        || button.attr("name").isEmpty()
                ? Optional.empty()
                : request(form, "", "").map(request -> pressed(request, button));
    }

    private static PageRequest pressed(PageRequest request, Element button) {
        Map<String, String> fields = new LinkedHashMap<>(request.form());
        fields.put(button.attr("name"), button.attr("value"));
        return new PageRequest(request.address(), fields);
    }

    private static String script(Element link) {
        String href = link.attr("href");
        return href.toLowerCase(Locale.ROOT).strip().startsWith("javascript:") ? href : link.attr("onclick");
    }

    private static Optional<PageRequest> request(Element form, String target, String argument) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("__EVENTTARGET", target);
        fields.put("__EVENTARGUMENT", argument);
        form.select(FIELDS).forEach(field -> add(field, fields));
        int size = fields.values().stream().mapToInt(String::length).sum();
        String page = Optional.ofNullable(form.ownerDocument())
                .map(Document::location)
                .orElse("");
        String action = form.attr("action").isBlank() ? page : form.attr("action");
        return size > LARGEST
                ? Optional.empty()
                : WebLink.resolve(form.baseUri(), action).map(address -> new PageRequest(address, fields));
    }

    private static void add(Element field, Map<String, String> fields) {
        String type = field.attr("type").toLowerCase(Locale.ROOT);
        boolean isBox = type.equals("checkbox") || type.equals("radio");
        if (!PRESSED.contains(type) && !field.hasAttr("disabled") && (!isBox || field.hasAttr("checked"))) {
            fields.putIfAbsent(field.attr("name"), value(field, isBox));
        }
    }

    private static String value(Element field, boolean isBox) {
        return switch (field.normalName()) {
            case "select" ->
                Optional.ofNullable(field.selectFirst(CHOSEN))
                        .or(() -> Optional.ofNullable(field.selectFirst(OPTION)))
                        .map(option -> option.hasAttr("value") ? option.attr("value") : option.text())
                        .orElse("");
            case "textarea" -> field.wholeText();
            default -> isBox && !field.hasAttr("value") ? "on" : field.attr("value");
        };
    }
}
