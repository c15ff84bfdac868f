package dev.stairway.measure.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Calls of one client. */
final class Samples {

    /** What takes less is no blocked call: an idle server on a busy machine does that, too. */
    static final int LEAST_MILLIS = 5;

    static final int MOST_BLOCKED = 20;

    private static final double NANOS = 1e6;
    private static final double MEDIAN = 0.5;
    private static final double HIGH = 0.99;

    private final PriorityQueue<Blocked> blocked = new PriorityQueue<>(Comparator.comparingDouble(Blocked::millis));
    private long[] nanos = new long[256];
    private int calls;
    private long errors;
    private long deadlocks;
    private String firstError = "";

    /** A call that was made. @param at when it was due, since the step began */
    synchronized void add(long at, long took, Outcome outcome) {
        missed(took);
        if (outcome.failed()) {
            failed(outcome);
        }
        if (took >= LEAST_MILLIS * NANOS) {
            blocked.add(new Blocked(at / NANOS, took / NANOS));
        }
        if (blocked.size() > MOST_BLOCKED) {
            blocked.remove();
        }
    }

    /** An error. */
    synchronized void failed(Outcome outcome) {
        errors++;
        deadlocks += outcome.deadlock() ? 1 : 0;
        firstError = firstError.isEmpty() ? outcome.error() : firstError;
    }

    /** A call that was due while the client waited for another one. */
    synchronized void missed(long took) {
        if (calls == nanos.length) {
            nanos = Arrays.copyOf(nanos, calls * 2);
        }
        nanos[calls++] = took;
    }

    /** @param idle of the same client while nothing else went on */
    synchronized TableTraffic summary(String table, TableTraffic.Kind kind, Samples idle) {
        long[] sorted = sorted();
        Double longest = longest();
        return new TableTraffic(
                table,
                kind,
                calls,
                errors,
                deadlocks,
                firstError,
                quantile(sorted, MEDIAN),
                quantile(sorted, HIGH),
                longest == null ? 0 : longest,
                idle.high(),
                idle.longest(),
                inOrder());
    }

    private synchronized Double high() {
        return quantile(sorted(), HIGH);
    }

    private synchronized Double longest() {
        return quantile(sorted(), 1);
    }

    private long[] sorted() {
        long[] sorted = Arrays.copyOf(nanos, calls);
        Arrays.sort(sorted);
        return sorted;
    }

    private List<Blocked> inOrder() {
        List<Blocked> all = new ArrayList<>(blocked);
        all.sort(Comparator.comparingDouble(Blocked::atMillis));
        return all;
    }

    /** The smallest one that so large a share is not above. */
    private static Double quantile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return null;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / NANOS;
    }
}
