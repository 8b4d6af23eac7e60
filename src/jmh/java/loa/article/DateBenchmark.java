package loa.article;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What reading one date costs, as portals print it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DateBenchmark {

    private static final int DATES = 8;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant FETCHED = Instant.parse("2026-03-01T05:00:00Z");
    private static final List<String> PRINTED = List.of(
            "01:53 11/01/2020",
            "Thứ Sáu, 10/01/2020 | 01:53",
            "10/1/2020 1:53:00 CH",
            "Ngày 10 tháng 1 năm 2020",
            "Cập nhật lúc: 18:00 |22/05/2022",
            "2020-01-10T01:53:00+07:00",
            "2 giờ trước",
            "Trang thông tin điện tử của xã");

    @Benchmark
    @OperationsPerInvocation(DATES)
    public void read(Blackhole taken) {
        for (String printed : PRINTED) {
            Optional<ReadDate> date = DateReader.read(printed, ZONE, FETCHED);
            taken.consume(date);
        }
    }
}
