package dev.stairway.engine.redis;

import java.time.Duration;

/** Keys per call, so that none keeps the server from others for longer than the bound. */
final class BatchSize {

    /** Enough for the first call to be quick whatever it does. */
    private static final int START = 50;

    /** Calls differ: aims at half of the bound. */
    private static final double AIM = 0.5;

    private final int most;
    private final double aimNanos;
    private int size;

    BatchSize(int most, Duration maxBlock) {
        this.most = most;
        this.aimNanos = maxBlock.toNanos() * AIM;
        this.size = Math.min(START, most);
    }

    int size() {
        return size;
    }

    /** Learns from a call; the time of the way there and back counts as the server's. */
    void took(int keys, long nanos) {
        double fitting = aimNanos / ((double) nanos / keys);
        int twice = size > most / 2 ? most : size * 2;
        // A small last batch says little about a large one: it may shrink the size, but not let it grow.
        int ceiling = keys * 2 >= size ? twice : size;
        size = (int) Math.max(1, Math.min(fitting, ceiling));
    }
}
