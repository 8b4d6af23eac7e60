package loa.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Twelve years of a newsroom, made up: ordinary articles, and all those that look like one another and are not. */
final class Chronicle {

    private static final String[] SYLLABLES =
            ("bà con nông dân thu hoạch lúa mùa vụ sản xuất kinh tế xã hội phát triển đường giao thông"
                            + " trường học sinh thầy cô giáo khám bệnh trạm y tế chương trình hỗ trợ vốn vay chăn nuôi gia súc cây trồng"
                            + " tưới tiêu kênh mương thủy lợi đê điều phòng chống thiên tai an ninh trật tự hội nghị tổng kết nhiệm vụ"
                            + " kiểm tra giám sát đoàn viên thanh niên phụ nữ cựu chiến binh văn hóa thể thao lễ hội du lịch dịch vụ"
                            + " chợ búa hàng hóa giá cả nhà máy công nhân lao động việc làm thu nhập giảm nghèo bền vững môi trường rừng")
                    .split(" ");
    private static final String[] NAMES =
            ("An Bình,An Hòa,Bình Minh,Cẩm Sơn,Đông Hải,Hòa Lạc,Long Phú,Mỹ Thạnh,Tân Thành,"
                            + "Tân Thạnh,Phú Mỹ,Phước Long,Vĩnh Lộc,Vĩnh Lạc,Xuân Hòa,Thạnh Lợi,Thành Lợi,Kim Sơn,Lương Tài,Gia Lộc")
                    .split(",");
    private static final Instant BEGINNING = Instant.parse("2014-01-06T01:00:00Z");

    private final Random random = new Random(20260111);

    /** All of it, in the order of publication within each kind. */
    List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        IntStream.range(0, 3400).forEach(i -> entries.add(ordinary(BEGINNING.plus(Duration.ofHours(31L * i)))));
        weather(entries);
        anniversaries(entries);
        notices(entries);
        parts(entries);
        receptions(entries);
        return entries;
    }

    private Entry ordinary(Instant published) {
        return new Entry(sentence(7 + random.nextInt(6)) + " " + name(), prose(4 + random.nextInt(12)), published);
    }

    /** Every week the same words with another date and other degrees. */
    private void weather(List<Entry> entries) {
        for (int week = 0; week < 620; week++) {
            Instant published = BEGINNING.plus(Duration.ofDays(7L * week));
            int day = week % 28 + 1;
            entries.add(new Entry(
                    "Bản tin dự báo thời tiết trong tuần",
                    String.format(
                            Locale.ROOT,
                            "Dự báo thời tiết từ ngày %d/%d. Khu vực có mây thay đổi, ngày nắng, chiều tối có mưa rào và dông"
                                    + " vài nơi, gió nhẹ đến trung bình. Trong cơn dông đề phòng lốc, sét và gió giật mạnh. Nhiệt độ"
                                    + " thấp nhất %d độ, cao nhất %d độ, độ ẩm trung bình %d phần trăm. Bà con theo dõi các bản tin"
                                    + " tiếp theo để chủ động sản xuất và phòng tránh thiên tai, nhất là ở vùng trũng thấp ven sông.",
                            day,
                            week / 4 % 12 + 1,
                            20 + random.nextInt(6),
                            30 + random.nextInt(7),
                            70 + random.nextInt(20)),
                    published));
        }
    }

    /** Every year the same headline, and a text in which the year and the number of years are others. */
    private void anniversaries(List<Entry> entries) {
        for (int occasion = 0; occasion < 25; occasion++) {
            String title = "Kỷ niệm ngày truyền thống " + sentence(4).toLowerCase(Locale.ROOT);
            String text = prose(5);
            for (int year = 0; year < 10; year++) {
                entries.add(new Entry(
                        title,
                        "Sáng nay diễn ra lễ kỷ niệm " + (50 + year) + " năm ngày truyền thống. " + text + " Năm "
                                + (2014 + year) + " đơn vị được tặng bằng khen.",
                        BEGINNING.plus(Duration.ofDays(365L * year + 7L * occasion))));
            }
        }
    }

    /** The same notice for another place, on the same day. */
    private void notices(List<Entry> entries) {
        for (int notice = 0; notice < 30; notice++) {
            String text = prose(3);
            for (int place = 0; place < NAMES.length; place++) {
                entries.add(new Entry(
                        "Thông báo lịch ngừng cấp nước xã " + NAMES[place],
                        "Để sửa chữa đường ống, xí nghiệp tạm ngừng cấp nước tại xã " + NAMES[place] + ". " + text,
                        BEGINNING.plus(Duration.ofDays(90L * notice)).plus(Duration.ofMinutes(place / 4))));
            }
        }
    }

    /** Parts of one article, published together; the second begins with what the first says. */
    private void parts(List<Entry> entries) {
        for (int series = 0; series < 150; series++) {
            String title = sentence(8);
            String text = prose(6);
            Instant published = BEGINNING.plus(Duration.ofDays(25L * series));
            entries.add(new Entry(title + " (phần 1)", text, published));
            entries.add(new Entry(title + " (phần 2)", text + " " + prose(2), published));
        }
    }

    /** Word for word the same every month. */
    private void receptions(List<Entry> entries) {
        for (int month = 0; month < 140; month++) {
            entries.add(new Entry(
                    "Lịch tiếp công dân của lãnh đạo",
                    "Lãnh đạo tiếp công dân tại trụ sở vào buổi sáng thứ năm đầu tiên trong tháng. Công dân mang theo giấy tờ tùy"
                            + " thân và đơn thư, xếp hàng theo thứ tự, giữ gìn trật tự và vệ sinh chung.",
                    BEGINNING.plus(Duration.ofDays(30L * month))));
        }
    }

    String prose(int sentences) {
        return IntStream.range(0, sentences)
                .mapToObj(i -> sentence(10 + random.nextInt(12))
                        + (random.nextInt(3) == 0 ? " tại " + name() : "")
                        + (random.nextInt(3) == 0 ? " " + (2 + random.nextInt(900)) + " hộ" : "") + ".")
                .collect(Collectors.joining(" "));
    }

    String sentence(int words) {
        String text = IntStream.range(0, words)
                .mapToObj(i -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining(" "));
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String name() {
        return NAMES[random.nextInt(NAMES.length)];
    }

    /** An article as it was first published. */
    record Entry(String title, String text, Instant published) {}
}
