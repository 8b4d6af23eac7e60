package loa.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import loa.config.Node.Position;
import loa.language.Phrase;

/** Reads feeds.yml as text: UTF-8, no longer than a person writes, without characters that nobody sees. */
final class FileText {

    private static final int LARGEST = 1_000_000;
    private static final int MOST_INVISIBLES = 20;
    private static final Position START = new Position(1, 1);
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    /** What YAML 1.1, section 5.1, does not allow; line breaks that no editor shows; indentation by spaces of another kind. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[^\t\n\r -~\\xA0-\\u2027\\u202A-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]"
                    + "|(?m)[\\p{Zs}&&[^ ]](?<=^ {0,99}.)\\p{Zs}*");

    private final Problems problems;

    FileText(Problems problems) {
        this.problems = problems;
    }

    /** The text of the file, with its invisible characters noted, and spaces in their places; empty after noting why there is none. */
    Optional<String> read(Path file) {
        if (Files.isDirectory(file)) {
            String inIt = file.resolve("feeds.yml").toString();
            problems.add(
                    START,
                    "this is a folder; name the file in it: --config %s",
                    "đây là một thư mục; hãy chỉ ra tệp bên trong: --config %s",
                    new Phrase(inIt, inIt));
        } else if (Files.notExists(file)) {
            problems.add(
                    START,
                    "there is no such file; write it, or name another with --config",
                    "không có tệp này; hãy tạo tệp, hoặc chỉ ra tệp khác bằng --config");
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                return decode(in.readNBytes(LARGEST + 1)).map(this::withoutInvisibles);
            } catch (IOException unreadable) {
                problems.add(
                        START,
                        "the file may not be read; give this user the right to read it",
                        "không đọc được tệp; hãy cấp quyền đọc cho người dùng đang chạy chương trình");
            }
        }
        return Optional.empty();
    }

    private Optional<String> decode(byte[] bytes) {
        if (bytes.length > LARGEST) {
            problems.add(
                    START,
                    "the file is larger than 1 MB; name a feeds.yml, which is a page or two of text",
                    "tệp lớn hơn 1 MB; hãy chỉ ra một tệp feeds.yml, thường chỉ dài một hai trang");
            return Optional.empty();
        }
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
        String withMark = decoded.flip().toString();
        String text = withMark.startsWith("\uFEFF") ? withMark.substring(1) : withMark;
        if (result.isError()) {
            problems.add(
                    position(text, text.length()),
                    "the text is not UTF-8 from here on; save the file again with the encoding UTF-8",
                    "từ đây trở đi văn bản không phải UTF-8; hãy lưu lại tệp với bảng mã UTF-8");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private String withoutInvisibles(String text) {
        INVISIBLE
                .matcher(text)
                .results()
                .limit(MOST_INVISIBLES)
                .forEach(invisible -> problems.add(
                        position(text, invisible.start()),
                        "there is an invisible character here (%s); delete it, and type a space if one is needed",
                        "ở đây có một ký tự không nhìn thấy (%s); hãy xóa nó đi, nếu cần thì gõ lại dấu cách",
                        String.format(Locale.ROOT, "U+%04X", text.codePointAt(invisible.start()))));
        return INVISIBLE
                .matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
    }

    private static Position position(String text, int offset) {
        String[] lines = LINE_BREAK.split(text.substring(0, offset), -1);
        String last = lines[lines.length - 1];
        return new Position(lines.length, last.codePointCount(0, last.length()) + 1);
    }
}
