package loa.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The numbers, words and signs of a line that may hold a date; beyond either end there is nothing, not an error. */
final class DateTokens {

    /** No line that dates an article is longer; the rest of a longer one is not read. */
    private static final int LONGEST = 400;

    private static final Set<String> VIETNAMESE_DAYS = Set.of("hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy");

    /** Scripts that write no blanks between words, said in words that have them. */
    private static final Map<String, String> APART = Map.ofEntries(
            Map.entry("午前", " am "),
            Map.entry("上午", " am "),
            Map.entry("오전", " am "),
            Map.entry("午後", " pm "),
            Map.entry("下午", " pm "),
            Map.entry("오후", " pm "),
            Map.entry("小时", " hours "),
            Map.entry("小時", " hours "),
            Map.entry("時間", " hours "),
            Map.entry("시간", " hours "),
            Map.entry("分钟", " minutes "),
            Map.entry("分鐘", " minutes "),
            Map.entry("分前", " minutes ago "),
            Map.entry("日前", " days ago "),
            Map.entry("天前", " days ago "),
            Map.entry("前", " ago "),
            Map.entry("분 전", " minutes ago "),
            Map.entry("일 전", " days ago "),
            Map.entry(" 전", " ago "));

    private static final List<String> APART_LONGEST_FIRST = APART.keySet().stream()
            .sorted((a, b) -> b.length() == a.length() ? a.compareTo(b) : b.length() - a.length())
            .toList();

    private static final Token NOTHING = new Token(Kind.NOTHING, "", -1, -1, -1);

    private final List<Token> tokens;

    private DateTokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    static DateTokens of(String text) {
        String line = Text.line(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return new DateTokens(withoutWeekdays(cut(apart(line.toLowerCase(Locale.ROOT)))));
    }

    int size() {
        return tokens.size();
    }

    String text(int i) {
        return at(i).text;
    }

    /** The number there, −1 if there is none or it has more than nine digits. */
    int value(int i) {
        return at(i).value;
    }

    boolean isNumber(int i) {
        return at(i).kind == Kind.NUMBER;
    }

    boolean isNumber(int i, int fewest, int most) {
        return isNumber(i) && text(i).length() >= fewest && text(i).length() <= most;
    }

    boolean isWord(int i) {
        return at(i).kind == Kind.WORD;
    }

    boolean is(int i, String text) {
        return at(i).text.equals(text);
    }

    boolean isAny(int i, Set<String> texts) {
        return texts.contains(at(i).text);
    }

    /** Whether nothing stands between this token and the one before it. */
    boolean touches(int i) {
        return at(i).start == at(i - 1).end && at(i).kind != Kind.NOTHING;
    }

    /** How many characters stand between two tokens. */
    int between(int first, int second) {
        return at(second).start - at(first).end;
    }

    /** The next position from {@code i} on whose token is none of these, at most three further. */
    int skip(int i, Set<String> skipped) {
        int next = i;
        while (next < i + 3 && isAny(next, skipped)) {
            next++;
        }
        return next;
    }

    private Token at(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }

    private static String apart(String line) {
        String said = line;
        if (line.chars().anyMatch(c -> c >= 0x3000)) {
            for (String word : APART_LONGEST_FIRST) {
                said = said.replace(word, APART.get(word));
            }
        }
        return said;
    }

    private static List<Token> cut(String line) {
        List<Token> tokens = new ArrayList<>();
        for (int start = 0; start < line.length(); ) {
            Kind kind = Kind.of(line.charAt(start));
            int end = start + 1;
            while (kind.runs && end < line.length() && Kind.of(line.charAt(end)) == kind) {
                end++;
            }
            if (kind != Kind.NOTHING) {
                String text = line.substring(start, end);
                tokens.add(new Token(kind, text, kind == Kind.NUMBER ? number(text) : -1, start, end));
            }
            start = end;
        }
        return tokens;
    }

    private static int number(String digits) {
        int value = digits.length() > 9 ? -1 : 0;
        for (int i = 0; i < digits.length() && value >= 0; i++) {
            value = value * 10 + Character.digit(digits.charAt(i), 10);
        }
        return value;
    }

    /** Without "thứ sáu", "thứ 6", "T6" and "chủ nhật", whose numbers are no part of the date. */
    private static List<Token> withoutWeekdays(List<Token> all) {
        DateTokens line = new DateTokens(all);
        List<Token> kept = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            if (line.isVietnameseWeekday(i)) {
                i++;
            } else {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    private boolean isVietnameseWeekday(int i) {
        boolean numbered = isNumber(i + 1, 1, 1) && value(i + 1) >= 2 && value(i + 1) <= 7 && !touches(i + 2);
        boolean comma = is(i + 2, ",") || is(i + 2, ")") || is(i + 2, "|");
        return (is(i, "thứ") && (isAny(i + 1, VIETNAMESE_DAYS) || numbered || (comma && isNumber(i + 1, 1, 1))))
                || (is(i, "t") && !touches(i) && touches(i + 1) && (numbered || comma) && isNumber(i + 1, 1, 1))
                || (is(i, "chủ") && is(i + 1, "nhật"));
    }

    private enum Kind {
        NUMBER(true),
        WORD(true),
        IDEOGRAPH(false),
        SIGN(false),
        NOTHING(true);

        private final boolean runs;

        Kind(boolean runs) {
            this.runs = runs;
        }

        static Kind of(char c) {
            if (c == ' ') {
                return NOTHING;
            }
            if (Character.isDigit(c)) {
                return NUMBER;
            }
            if (Character.isIdeographic(c)) {
                return IDEOGRAPH;
            }
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
            return Character.isLetter(c) || mark ? WORD : SIGN;
        }
    }

    private record Token(Kind kind, String text, int value, int start, int end) {}
}
