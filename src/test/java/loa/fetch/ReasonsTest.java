package loa.fetch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import loa.fetch.FetchResult.FetchFailed;
import loa.fetch.FetchResult.Reason;
import loa.language.Phrase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonsTest {

    private static final Pattern MARKED =
            Pattern.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]");

    @ParameterizedTest
    @EnumSource
    void areSaidInBothLanguages(Reason reason) {
        Phrase said = new FetchFailed(reason, "500").phrase();
        assertFalse(said.english().isBlank());
        assertNotEquals(said.english(), said.vietnamese());
        assertTrue(MARKED.matcher(said.vietnamese()).find(), said.vietnamese());
        assertFalse(MARKED.matcher(said.english()).find(), said.english());
    }
}
