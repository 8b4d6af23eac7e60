package loa.article;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The few numbers by which an article is found again in an index, however many there are: the hash of its title, and the
 * smallest of the runs of words in its text, most of which texts that are nearly the same have in common.
 */
public final class Traces {

    private static final int SMALLEST = 5;

    private Traces() {}

    /** Of an article of this source that says this. */
    public static List<Long> of(String source, String title, String text) {
        LongStream runs = Arrays.stream(Runs.smallest(text, SMALLEST)).map(run -> Hash.number(source, "text", run));
        long headline =
                Hash.number(source, "title", String.join(" ", Wording.of(title).words()));
        return LongStream.concat(LongStream.of(headline), runs).boxed().toList();
    }

    /** Of a number in the address of an article of this source. */
    public static long of(String source, PlacedNumber number) {
        return Hash.number(source, number.place(), number.digits());
    }
}
