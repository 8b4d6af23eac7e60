package loa.article;

import java.util.List;

/** Whether 10/11 is the tenth of November, as nearly everywhere, or the eleventh of October. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    /** The order of texts that one hand printed: the day first, unless one of them cannot be that and none must be. */
    public static DateOrder of(List<String> texts) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (String text : texts) {
            DateTokens tokens = DateTokens.of(text);
            for (int i = 0; i < tokens.size(); i++) {
                if (NumericDay.isThere(tokens, i)) {
                    dayFirst |= tokens.value(i) > 12 && tokens.value(i) <= 31 && tokens.value(i + 2) <= 12;
                    monthFirst |= tokens.value(i + 2) > 12 && tokens.value(i + 2) <= 31 && tokens.value(i) <= 12;
                }
            }
        }
        return monthFirst && !dayFirst ? MONTH_FIRST : DAY_FIRST;
    }
}
