package loa.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What people see, written in {@code src/main/jte}: all values in it are escaped. */
final class Templates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private Templates() {}

    /** The template of this name with these values, in UTF-8. */
    static byte[] fill(String name, Map<String, Object> values) {
        StringOutput page = new StringOutput();
        ENGINE.render(name + ".jte", values, page);
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }
}
