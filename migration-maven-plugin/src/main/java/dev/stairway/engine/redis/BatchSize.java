package dev.stairway.engine.redis;

import java.time.Duration;
import java.util.Arrays;

/** Keys per call, so that none keeps the server from others for longer than the bound. */
final class BatchSize {

    /** Few enough for the first call to be quick even with large keys; with small ones it takes seven calls to grow. */
    private static final int START = 10;

    /** Calls differ: aims at half of the bound. */
    private static final double AIM = 0.5;

    /** One call that had to wait for the processor says nothing about the next one; the median of a few does. */
    private static final int REMEMBERED = 7;

    private final int most;
    private final double boundNanos;
    private final double[] nanosPerKey = new double[REMEMBERED];
    private int calls;
    private int size;

    BatchSize(int most, Duration maxBlock) {
        this.most = most;
        this.boundNanos = maxBlock.toNanos();
        this.size = Math.min(START, most);
    }

    int size() {
        return size;
    }

    /** Learns from a call; the time of the way there and back counts as the server's. */
    void took(int keys, long nanos) {
        nanosPerKey[calls++ % REMEMBERED] = (double) nanos / keys;
        double fitting = boundNanos * AIM / median();
        int ceiling = nanos > boundNanos ? Math.max(1, size / 2) : grown(keys);
        size = (int) Math.max(1, Math.min(fitting, ceiling));
    }

    /** A small last batch says little about a large one: it may shrink the size, but not let it grow. */
    private int grown(int keys) {
        int twice = size > most / 2 ? most : size * 2;
        return keys * 2 >= size ? twice : size;
    }

    private double median() {
        double[] known = Arrays.copyOf(nanosPerKey, Math.min(calls, REMEMBERED));
        Arrays.sort(known);
        return known[known.length / 2];
    }
}
