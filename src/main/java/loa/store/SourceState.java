package loa.store;

import loa.language.Phrase;

/** How a source is. */
public enum SourceState {
    NEW("not collected yet", "chưa thu thập lần nào"),
    WELL("well", "hoạt động tốt"),
    SLOW("slow", "chậm"),
    SILENT("silent", "im lặng"),
    HELD("held", "tạm giữ"),
    FAILING("failing", "đang lỗi");

    private final String english;
    private final String vietnamese;

    SourceState(String english, String vietnamese) {
        this.english = english;
        this.vietnamese = vietnamese;
    }

    public Phrase title() {
        return new Phrase(english, vietnamese);
    }

    /** Whether its listings were read, and taken for what they are. */
    public boolean isSuccess() {
        return this == WELL || this == SLOW || this == SILENT;
    }
}
