package loa.page;

import java.util.regex.Pattern;

/** A document that people open with another program. */
public final class Attachment {

    private static final Pattern FILE = Pattern.compile("(?i)\\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)(?:\\?|$)");

    private Attachment() {}

    /** Whether this is the address of one. */
    public static boolean isAt(String address) {
        return FILE.matcher(address).find();
    }
}
