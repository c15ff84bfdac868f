package dev.stairway.data.value;

import java.util.List;
import java.util.Locale;

/** Deterministic random numbers that depend on names and a row number only (SplitMix64). */
public final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one value. */
    public static Dice of(long seed, String table, String column, long row, int attempt) {
        return source(seed, table, column).dice(row, attempt);
    }

    /** Dice for a column's values; names count without case, so that databases that fold names agree. */
    public static Source source(long seed, String table, String column) {
        return new Source(mix(mix(seed ^ hash(table)) ^ hash(column)));
    }

    /** Where the dice of one column come from. */
    public record Source(long state) {

        /** Dice for the value of one row. */
        public Dice dice(long row, int attempt) {
            return new Dice(mix(mix(state ^ row) + attempt * GOLDEN));
        }

        /** A number for the row without any object. */
        public long roll(long row) {
            return mix(state + row * GOLDEN);
        }
    }

    /** What a roll means for a choice among so many. */
    public static int below(long roll, int bound) {
        return (int) ((roll >>> 32) * bound >>> 32);
    }

    /** The same for a large choice. */
    public static long below(long roll, long bound) {
        return bound <= Integer.MAX_VALUE ? below(roll, (int) bound) : Math.multiplyHigh(roll >>> 1, bound << 1);
    }

    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to bound - 1. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(nextLong(), bound);
    }

    /** From 0 to bound - 1. */
    public long below(long bound) {
        return Long.remainderUnsigned(nextLong(), bound);
    }

    public boolean oneIn(int n) {
        return below(n) == 0;
    }

    public <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }

    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        String folded = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < folded.length(); i++) {
            hash = (hash ^ folded.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
