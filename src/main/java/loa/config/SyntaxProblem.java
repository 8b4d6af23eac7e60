package loa.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Arrays;
import java.util.Optional;
import loa.config.Node.Position;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Why a text is not YAML, in words for somebody who need not know what YAML is. */
record SyntaxProblem(Position at, Reason reason) {

    /** What the parser may say, the first that fits: part of its words; our words; whether to point at the beginning. */
    enum Reason {
        TAB("(TAB)", "a tab cannot stand here; use spaces", "ở đây không dùng phím Tab được; hãy dùng dấu cách", false),
        COLON(
                "mapping values are not allowed",
                "a colon cannot stand here; indent this line like its neighbours, write a space after the colon of the line"
                        + " before, or put the whole value in quotes",
                "ở đây không thể có dấu hai chấm; hãy thụt dòng này thẳng với các dòng cùng cấp,"
                        + " gõ dấu cách sau dấu hai chấm ở dòng trước, hoặc đặt cả giá trị trong dấu nháy",
                false),
        ESCAPE(
                "escape",
                "a backslash means something else in double quotes; use single quotes",
                "dấu `\\` có nghĩa khác trong dấu nháy kép; hãy dùng dấu nháy đơn",
                false),
        QUOTE(
                "quoted scalar",
                "the quote that opens here is never closed; close it at the end of the value",
                "dấu nháy mở ở đây không được đóng; hãy đóng nó ở cuối giá trị",
                true),
        LIST(
                "expected ',' or ']'",
                "the list that opens here is not closed; put commas between its parts and `]` at its end",
                "danh sách mở ở đây chưa được đóng; hãy đặt dấu phẩy giữa các phần và `]` ở cuối",
                true),
        BRACE(
                "expected ',' or '}'",
                "the brace that opens here is not closed; put commas between its parts and `}` at its end",
                "dấu ngoặc nhọn mở ở đây chưa được đóng; hãy đặt dấu phẩy giữa các phần và `}` ở cuối",
                true),
        END(
                "<stream end>",
                "the file ends before all brackets are closed; close them with `]` or `}`",
                "tệp kết thúc khi chưa đóng hết ngoặc; hãy đóng bằng `]` hoặc `}`",
                false),
        NO_COLON(
                "could not find expected ':'",
                "this line has no colon followed by a space; write it as `key: value`",
                "dòng này thiếu dấu hai chấm kèm dấu cách; hãy viết theo dạng `khóa: giá trị`",
                true),
        AFTER(
                "<block end>, but found '<scalar>'",
                "nothing can follow a value in quotes or brackets; put the whole value in one pair of quotes",
                "sau giá trị trong dấu nháy hoặc ngoặc không thể có thêm gì; hãy đặt cả giá trị trong một cặp dấu nháy",
                false),
        INDENTATION(
                "<block end>",
                "this line does not fit those above it; indent all lines of one level by the same number of spaces",
                "dòng này không khớp với các dòng phía trên; hãy thụt các dòng cùng cấp bằng số dấu cách như nhau",
                false),
        HYPHEN(
                "sequence entries are not allowed",
                "a list with hyphens cannot begin on this line; write `[one, two]`, or each part on a line below",
                "danh sách có gạch đầu dòng không bắt đầu trên dòng này được; hãy viết `[một, hai]`,"
                        + " hoặc mỗi phần một dòng bên dưới",
                false),
        SIGN(
                "cannot start any token|the node content|an alias|an anchor|a tag|a block scalar",
                "a value cannot begin with this sign; put the whole value in quotes",
                "giá trị không thể bắt đầu bằng ký hiệu này; hãy đặt cả giá trị trong dấu nháy",
                true),
        KEY(
                "mapping keys are not allowed",
                "a key cannot begin with a sign or a bracket; write `key: value`, the value in quotes if need be",
                "khóa không thể bắt đầu bằng ký hiệu hay dấu ngoặc; hãy viết `khóa: giá trị`,"
                        + " nếu cần thì đặt giá trị trong dấu nháy",
                false),
        OTHER(
                "",
                "this cannot be read as YAML; write `key: value`, with texts in quotes if need be",
                "không đọc được chỗ này theo YAML; hãy viết `khóa: giá trị`, nếu cần thì đặt giá trị trong dấu nháy",
                false),
        TOO_DEEP(
                "",
                "this is nested deeper, or is longer, than anything in a feeds.yml; take out brackets that were not meant",
                "chỗ này lồng nhau quá sâu hoặc quá dài đối với feeds.yml; hãy bỏ các dấu ngoặc thừa",
                false);

        private final String signs;
        private final String english;
        private final String vietnamese;
        private final boolean atItsBeginning;

        Reason(String signs, String english, String vietnamese, boolean atItsBeginning) {
            this.signs = signs;
            this.english = english;
            this.vietnamese = vietnamese;
            this.atItsBeginning = atItsBeginning;
        }

        private boolean fits(String words) {
            return Arrays.stream(signs.split("\\|", -1)).anyMatch(words::contains);
        }
    }

    /**
     * What the parser found.
     *
     * @param reached how far it had come
     */
    static SyntaxProblem of(JsonProcessingException malformed, Position reached) {
        if (malformed instanceof StreamConstraintsException) {
            return new SyntaxProblem(reached, Reason.TOO_DEEP);
        }
        if (!(malformed.getCause() instanceof MarkedYAMLException marked)) {
            return new SyntaxProblem(reached, Reason.KEY);
        }
        String words = marked.getContext() + " " + marked.getProblem();
        Reason reason = Arrays.stream(Reason.values())
                .filter(candidate -> candidate.fits(words))
                .findFirst()
                .orElse(Reason.OTHER);
        Mark beginning = marked.getContextMark();
        Mark mark = reason.atItsBeginning && beginning != null ? beginning : marked.getProblemMark();
        return new SyntaxProblem(
                Optional.ofNullable(mark)
                        .map(found -> new Position(found.getLine() + 1, found.getColumn() + 1))
                        .orElse(reached),
                reason);
    }

    void addTo(Problems problems) {
        problems.add(at, reason.english, reason.vietnamese);
    }
}
