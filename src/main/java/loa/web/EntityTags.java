package loa.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tags of a conditional request (RFC 9110, section 8.8.3).
 *
 * @param isGiven whether the field was there at all
 * @param any whether it was {@code *}
 * @param opaque the tags without their weakness, in quotes
 */
record EntityTags(boolean isGiven, boolean any, List<String> opaque) {

    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

    /** The tags in all lines of a field. */
    static EntityTags of(List<String> lines) {
        String all = String.join(",", lines);
        List<String> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(all);
        while (tag.find()) {
            tags.add(tag.group(1));
        }
        return new EntityTags(!lines.isEmpty(), all.strip().equals("*"), tags);
    }

    /** Whether one of them is this one, by weak comparison. */
    boolean contains(String etag) {
        return any || opaque.contains(etag);
    }
}
