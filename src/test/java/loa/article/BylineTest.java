package loa.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    Mai Thảo;                           Mai Thảo
                    Vân;                                Vân
                    LƯU QUANG ĐẠT;                      LƯU QUANG ĐẠT
                    Đặng Thị Ngọc Lan Hương;            Đặng Thị Ngọc Lan Hương
                    Y Blok Êban;                        Y Blok Êban
                    H'Lan Niê;                          H'Lan Niê
                    K’Tuyền;                            K’Tuyền
                    N.T.Hà;                             N.T.Hà
                    Mai Thảo - Quốc Trụ;                Mai Thảo - Quốc Trụ
                    Mai Thảo-Quốc Trụ;                  Mai Thảo-Quốc Trụ
                    Mai Thảo – Quốc Trụ;                Mai Thảo – Quốc Trụ
                    MAI THẢO - QUỐC TRỤ;                MAI THẢO - QUỐC TRỤ
                    Mai Thảo, Quốc Trụ, An Khê;         Mai Thảo, Quốc Trụ, An Khê
                    Mai Thảo và Quốc Trụ;               Mai Thảo và Quốc Trụ
                    Mai Thảo/Quốc Trụ;                  Mai Thảo/Quốc Trụ
                    (Mai Thảo);                         Mai Thảo
                    PV;                                 PV
                    pv;                                 pv
                    (PV);                               PV
                    Nhóm PV;                            Nhóm PV
                    Nhóm phóng viên;                    Nhóm phóng viên
                    PV - CTV;                           PV - CTV
                    BBT;                                BBT
                    CTV;                                CTV
                    Ban biên tập;                       Ban biên tập
                    Tổng hợp;                           Tổng hợp
                    Tin, ảnh: Mai Thảo;                 Mai Thảo
                    Tin ảnh: Mai Thảo;                  Mai Thảo
                    Tin - Ảnh: Mai Thảo;                Mai Thảo
                    Tin, bài: Mai Thảo;                 Mai Thảo
                    Tin, bài và ảnh: Mai Thảo;          Mai Thảo
                    TIN, ẢNH: MAI THẢO;                 MAI THẢO
                    (Tin, ảnh: Mai Thảo);               Mai Thảo
                    Bài và ảnh: Mai Thảo - Quốc Trụ;    Mai Thảo - Quốc Trụ
                    Bài, ảnh, clip: PV;                 PV
                    Bài viết: Mai Thảo;                 Mai Thảo
                    Tác giả: Mai Thảo;                  Mai Thảo
                    Tác giả : Mai Thảo;                 Mai Thảo
                    Tác giả：Mai Thảo;                   Mai Thảo
                    Thực hiện: Nhóm PV;                 Nhóm PV
                    Biên tập: Mai Thảo;                 Mai Thảo
                    Phóng viên: Mai Thảo;               Mai Thảo
                    T/h: Mai Thảo;                      Mai Thảo
                    T/H: PV;                            PV
                    By: An Khê;                         An Khê
                    """)
    void tellsTheAuthorFromASignature(String line, @Nullable String author) {
        assertEquals(Optional.ofNullable(author).map(name -> new Byline(name, null)), Byline.signature(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    Theo TTXVN;                                 TTXVN
                    (Theo TTXVN);                               TTXVN
                    ( Theo TTXVN );                             TTXVN
                    THEO TTXVN;                                 TTXVN
                    Theo: TTXVN;                                TTXVN
                    Theo Báo Lúa Mới;                           Báo Lúa Mới
                    Theo Báo Lúa Mới điện tử;                   Báo Lúa Mới điện tử
                    Theo VTV24;                                 VTV24
                    Theo luamoi.vn;                             luamoi.vn
                    Trích Tạp chí Sông Quê;                     Tạp chí Sông Quê
                    Nguồn: Báo Lúa Mới;                         Báo Lúa Mới
                    Nguồn : Báo Lúa Mới;                        Báo Lúa Mới
                    Nguồn:Báo Lúa Mới;                          Báo Lúa Mới
                    (Nguồn: Báo Lúa Mới);                       Báo Lúa Mới
                    NGUỒN: BÁO LÚA MỚI;                         BÁO LÚA MỚI
                    Nguồn: luamoi.vn;                           luamoi.vn
                    Nguồn tin: Cổng thông tin điện tử Lúa Mới;  Cổng thông tin điện tử Lúa Mới
                    """)
    void tellsTheMediumFromACredit(String line, String credit) {
        assertEquals(Optional.of(new Byline(null, credit)), Byline.signature(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \u00A0\u200B",
                "Kết luận",
                "Những con số biết nói",
                "Một mùa nước nổi đáng nhớ",
                "Con đường phía trước",
                "Bài học cho mai sau",
                "Tin vui",
                "Hết",
                "(HẾT)",
                "Ảnh",
                "Nguồn",
                "Nguồn:",
                "Theo",
                "Tin, ảnh:",
                "Cà Mau, ngày 10/01/2026",
                "Cà Mau, ngày 10 tháng 01 năm 2026",
                "Cà Mau, tháng Giêng",
                "Cần Thơ 2026",
                "10/01/2026",
                "15:30",
                "“Làm được là nhờ dân”",
                "\"Mai Thảo\"",
                "- Mai Thảo",
                "Mai Thảo.",
                "PV.",
                "Mai Thảo!",
                "Mai Thảo?",
                "Mai Thảo…",
                "Mai Thảo:",
                "Theo TTXVN;",
                "Theo TTXVN.",
                "Bà Mai Thảo cho biết",
                "Mai Thảo kể lại chuyện cũ",
                "Theo ông Trụ, nước rút chậm",
                "Theo kế hoạch",
                "Theo Sở Y tế, số ca mắc giảm mạnh",
                "Theo Kế hoạch 15 của xã",
                "Nguồn nước ngọt",
                "Nguồn: theo lời kể của bà con",
                "Nguồn: https://luamoi.vn/tin-1.html",
                "Ảnh: Mai Thảo",
                "Tác giả: chưa rõ",
                "Tin: Mai Thảo, ảnh",
                "(Còn tiếp)",
                "(Mai Thảo",
                "Xem thêm",
                "***",
                "-----",
                "Mai Thảo - Quốc Trụ - An Khê - Vân Đồn - Bảo Ninh",
                "Mai Mai Mai Mai Mai Mai",
                "Maiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii Thảo"
            })
    void takesNothingElseForASignature(String line) {
        assertEquals(Optional.empty(), Byline.signature(line));
    }

    @Test
    void readsDecomposedNames() {
        String line = Normalizer.normalize("Tin, ảnh: Ưng Thị Ngọc Ấu", Normalizer.Form.NFD);
        assertEquals(Optional.of(new Byline("Ưng Thị Ngọc Ấu", null)), Byline.signature(line));
    }

    @Test
    void readsNamesBetweenBlanksOfEachKind() {
        assertEquals(
                Optional.of(new Byline("Mai Thảo", null)), Byline.signature("\u00A0\n\u200BMai\u00A0 \tThảo\u00A0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    Tác giả: Mai Thảo;               Mai Thảo;               ''
                    Theo TTXVN;                      '';                     TTXVN
                    mai thảo;                        mai thảo;               ''
                    Tác giả: mai thảo;               mai thảo;               ''
                    TS. Mai Thảo, Viện Lúa.;         TS. Mai Thảo, Viện Lúa.;''
                    Theo lời kể của bà con;          Theo lời kể của bà con; ''
                    Tác giả:;                        '';                     ''
                    Tin, ảnh: ;                      '';                     ''
                    Nguồn:;                          '';                     ''
                    '';                              '';                     ''
                    """)
    void readsWhatStandsInThePlaceOfTheAuthor(String text, String author, String credit) {
        assertEquals(new Byline(orNull(author), orNull(credit)), Byline.read(text));
    }

    @Test
    void cutsAnAuthorWhoIsAnEssay() {
        String author = Byline.read("lúa chín vàng đồng ".repeat(1000)).author();
        assertTrue(author != null && author.length() <= 80 && author.endsWith("…"));
    }

    @Test
    void showsTheAuthorElseTheMedium() {
        assertEquals("Mai Thảo", new Byline("Mai Thảo", "TTXVN").shown());
        assertEquals("TTXVN", new Byline(null, "TTXVN").shown());
        assertNull(Byline.NONE.shown());
    }

    @Test
    void clashesWhereBothNameTheSameRole() {
        Byline author = new Byline("Mai Thảo", null);
        Byline credit = new Byline(null, "TTXVN");
        assertFalse(author.clashesWith(credit));
        assertFalse(credit.clashesWith(author));
        assertFalse(author.clashesWith(Byline.NONE));
        assertTrue(author.clashesWith(new Byline("Quốc Trụ", null)));
        assertTrue(credit.clashesWith(new Byline("Quốc Trụ", "VTV")));
    }

    @Test
    void takesFromAnotherOnlyWhatItLacks() {
        Byline author = new Byline("Mai Thảo", null);
        assertEquals(new Byline("Mai Thảo", "TTXVN"), author.with(new Byline("Quốc Trụ", "TTXVN")));
        assertEquals(author, author.with(Byline.NONE));
        assertEquals(author, Byline.NONE.with(author));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
