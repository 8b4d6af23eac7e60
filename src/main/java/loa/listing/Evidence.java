package loa.listing;

import loa.language.Phrase;

/** Why something on a page was taken for what it is. */
public enum Evidence {
    OPERATOR("feeds.yml says so", "feeds.yml quy định"),
    ALIKE("the group of links that stand alike and show most", "nhóm liên kết cùng dạng có nhiều nội dung nhất"),
    SAME_ADDRESSES("beside them, with addresses of the same kind", "nằm cạnh nhóm đó và có địa chỉ cùng kiểu"),
    STRUCTURED("the page's structured data (JSON-LD)", "dữ liệu có cấu trúc của trang (JSON-LD)"),
    STATE("data for the page's own script", "dữ liệu dành cho mã lệnh của trang"),
    REL_NEXT("rel=next", "rel=next"),
    NEXT_WORD("a link that says “next”", "liên kết ghi “trang sau”"),
    NUMBERS("the number after this page's", "số trang kế tiếp"),
    POSTBACK("a form that is sent back (ASP.NET)", "biểu mẫu gửi lại máy chủ (ASP.NET)");

    private final String english;
    private final String vietnamese;

    Evidence(String english, String vietnamese) {
        this.english = english;
        this.vietnamese = vietnamese;
    }

    public Phrase phrase() {
        return new Phrase(english, vietnamese);
    }
}
