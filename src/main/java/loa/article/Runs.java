package loa.article;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The runs of three words of a text, each as a number, by which texts are compared and found: letter case, punctuation, and
 * where in a syllable the tone stands do not count. A shorter text is one run.
 */
final class Runs {

    private static final int LENGTH = 3;
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    /** The characters of Latin writing lie before the first and between the other two. */
    private static final int LATIN = 0x250;

    private static final int MORE_LATIN = 0x1E00;
    private static final int MORE_LATIN_END = 0x1F00;

    private static final long START = 0xcbf29ce484222325L; // of FNV-1a, as is the prime
    private static final long PRIME = 0x100000001b3L;

    /** Of each Latin character a number for its letter, with the marks that are no tone; 0 if it is of no word. */
    private static final long[] LETTERS = new long[LATIN + MORE_LATIN_END - MORE_LATIN];

    /** Its tone; 0 if it has none. */
    private static final char[] TONE_OF = new char[LETTERS.length];

    static {
        for (int i = 0; i < LETTERS.length; i++) {
            char c = (char) (i < LATIN ? i : i - LATIN + MORE_LATIN);
            if (Text.isOfWords(c)) {
                String parted = Normalizer.normalize(Character.toString(Character.toLowerCase(c)), Normalizer.Form.NFD);
                LETTERS[i] = START;
                for (int at = 0; at < parted.length(); at++) {
                    char part = parted.charAt(at);
                    boolean isTone = TONES.indexOf(part) >= 0;
                    TONE_OF[i] = isTone ? part : TONE_OF[i];
                    LETTERS[i] = isTone ? LETTERS[i] : (LETTERS[i] ^ part) * PRIME;
                }
            }
        }
    }

    private final long[] found;
    private int count;
    private int words;
    private long last;
    private long lastButOne;

    private Runs(int length) {
        this.found = new long[length / 2 + 1]; // a word is a letter and what parts it from the next
    }

    /** Those of the text, which is in NFC, in order of size, each once. */
    static long[] of(String text) {
        Runs runs = in(text);
        return Arrays.stream(runs.found, 0, runs.count).sorted().distinct().toArray();
    }

    /** The smallest of them. */
    static long[] smallest(String text, int most) {
        Runs runs = in(text);
        long[] smallest = new long[most];
        int count = 0;
        for (int i = 0; i < runs.count; i++) {
            long run = runs.found[i];
            int place = count;
            while (place > 0 && smallest[place - 1] > run) {
                place--;
            }
            if (place < most && (place == 0 || smallest[place - 1] != run)) {
                count = Math.min(most, count + 1);
                System.arraycopy(smallest, place, smallest, place + 1, count - place - 1);
                smallest[place] = run;
            }
        }
        return Arrays.copyOf(smallest, count);
    }

    private static Runs in(String text) {
        Runs runs = new Runs(text.length());
        runs.read(text);
        if (runs.words < LENGTH) {
            runs.found[runs.count++] = mixed(runs.lastButOne, runs.last, 0);
        }
        return runs;
    }

    /** How many numbers two such lists have in common. */
    static int shared(long[] ones, long[] others) {
        int shared = 0;
        for (int i = 0, j = 0; i < ones.length && j < others.length; ) {
            int order = Long.compare(ones[i], others[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private void read(String text) {
        long letters = START;
        long tones = START;
        boolean isInWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int latin = c < LATIN ? c : c >= MORE_LATIN && c < MORE_LATIN_END ? c - MORE_LATIN + LATIN : -1;
            if (latin >= 0 && LETTERS[latin] != 0) {
                letters = (letters ^ LETTERS[latin]) * PRIME;
                tones = TONE_OF[latin] == 0 ? tones : (tones ^ TONE_OF[latin]) * PRIME;
                isInWord = true;
            } else if (latin < 0 && Text.isOfWords(c)) {
                boolean isTone = TONES.indexOf(c) >= 0;
                tones = isTone ? (tones ^ c) * PRIME : tones;
                letters = isTone ? letters : (letters ^ Character.toLowerCase(c)) * PRIME;
                isInWord = true;
            } else if (isInWord) {
                end(letters, tones);
                letters = START;
                tones = START;
                isInWord = false;
            }
        }
        if (isInWord) {
            end(letters, tones);
        }
    }

    private void end(long letters, long tones) {
        long word = letters ^ Long.rotateLeft(tones, 32);
        words++;
        if (words >= LENGTH) {
            found[count++] = mixed(lastButOne, last, word);
        }
        lastButOne = last;
        last = word;
    }

    /** All bits of each decide on all bits of the number: after the finalizer of MurmurHash 3. */
    private static long mixed(long one, long two, long three) {
        long mixed = (one * 31 + two) * 31 + three;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
