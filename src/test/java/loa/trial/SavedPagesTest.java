package loa.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedPagesTest {

    private static final String ARTICLE =
            "<html><body><h1>Cầu mới nối hai bờ</h1><span class='date'>15:58 08/05/2023</span><div>"
                    + "<p>Sáng nay, cây cầu nối hai bờ sông Trà đã được thông xe sau mười bốn tháng thi công liên tục.</p>"
                            .repeat(3)
                    + "</div></body></html>";

    @TempDir
    private Path folder;

    @Test
    void readsEachPageAsIfItWereFetchedFromItsAddress() throws IOException {
        Files.writeString(folder.resolve("cau.html"), ARTICLE);
        Files.writeString(
                folder.resolve("index.json"),
                "[{\"id\": \"1\", \"url\": \"https://xa.example.vn/cau-moi.html\", \"file\": \"cau.html\"}]");

        StringWriter output = new StringWriter();
        SavedPages.in(folder.resolve("index.json")).write(output, ZoneId.of("Asia/Ho_Chi_Minh"));

        JsonNode page = new ObjectMapper().readTree(output.toString()).get("1");
        assertEquals("Cầu mới nối hai bờ", page.get("title").asText());
        assertEquals("2023-05-08T15:58:00+07:00", page.get("date").asText());
        assertTrue(page.get("text").asText().startsWith("Sáng nay, cây cầu"));
        assertEquals(0, page.get("links").size());
    }
}
