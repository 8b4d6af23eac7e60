package loa.article;

import java.util.Iterator;
import java.util.stream.Stream;

/** Whether 10/11 is the tenth of November, as nearly everywhere, or the eleventh of October. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    /** The order of texts that one hand printed: the day first, unless one of them cannot be that and none must be. */
    public static DateOrder of(Stream<String> texts) {
        boolean monthFirst = false;
        for (Iterator<String> each = texts.iterator(); each.hasNext(); ) {
            DateTokens tokens = DateTokens.of(each.next());
            for (int i = 0; i < tokens.size(); i++) {
                if (NumericDay.isThere(tokens, i)) {
                    int first = tokens.value(i);
                    int second = tokens.value(i + 2);
                    if (first > 12 && first <= 31 && second <= 12) {
                        return DAY_FIRST; // what the rest says does not matter any more
                    }
                    monthFirst |= second > 12 && second <= 31 && first <= 12;
                }
            }
        }
        return monthFirst ? MONTH_FIRST : DAY_FIRST;
    }
}
