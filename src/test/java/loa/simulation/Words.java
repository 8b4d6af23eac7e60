package loa.simulation;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sentences that mean nothing, of which no two are alike. */
final class Words {

    private static final String[] SYLLABLES =
            ("nông dân thu hoạch lúa mùa vụ sản xuất đường giao thông trường học sinh khám bệnh trạm vốn vay chăn nuôi gia súc"
                            + " cây trồng tưới tiêu kênh mương thủy lợi đê điều thiên tai an ninh trật tự hội nghị tổng kết kiểm tra giám"
                            + " sát đoàn viên thanh niên phụ nữ cựu chiến binh văn hóa thể thao lễ hội du lịch chợ hàng hóa giá cả nhà máy")
                    .split(" ");

    private final Random random;

    Words(Random random) {
        this.random = random;
    }

    String sentence(int words) {
        String text = IntStream.range(0, words)
                .mapToObj(i -> SYLLABLES[random.nextInt(SYLLABLES.length)])
                .collect(Collectors.joining(" "));
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    String prose(int sentences) {
        return IntStream.range(0, sentences)
                .mapToObj(i -> sentence(10 + random.nextInt(8)) + ".")
                .collect(Collectors.joining(" "));
    }
}
