package dev.stairway.measure.traffic;

import java.time.Duration;
import java.util.List;

/**
 * How the clients work.
 *
 * @param callsPerSecond of the reader and of the writer of one table; those of several tables share them, so that the step
 *     does not become slower with their number. By default a call every 20 ms, so that a blocked time is known to 20 ms. The
 *     clients of a workload have as many each
 * @param timeout after which a client gives up a call, which is an error, and asks again; what it waits is counted from the
 *     first time
 * @param slowReader how long a further client keeps a transaction open in which it has read every table, from the begin of
 *     the step on: a statement that needs a table for itself has to wait for it, and everybody else for that statement. Zero
 *     for none
 * @param workload the user's own statements, one client for each file
 */
public record TrafficOptions(
        double callsPerSecond, Duration timeout, Duration slowReader, List<WorkloadFile> workload) {

    private static final double CALLS_PER_SECOND = 50;
    private static final double MOST_PER_SECOND = 1000;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    public TrafficOptions {
        if (!(callsPerSecond > 0) || callsPerSecond > MOST_PER_SECOND) {
            throw new IllegalArgumentException("calls per second: " + callsPerSecond);
        }
        if (timeout.toMillis() <= 0 || slowReader.isNegative()) {
            throw new IllegalArgumentException("timeout " + timeout + ", slow reader " + slowReader);
        }
        workload = List.copyOf(workload);
    }

    /** Readers and writers, {@value #CALLS_PER_SECOND} calls a second, no slow reader and no workload. */
    public static TrafficOptions defaults() {
        return new TrafficOptions(CALLS_PER_SECOND, TIMEOUT, Duration.ZERO, List.of());
    }

    /** The same at another pace. */
    public TrafficOptions withCallsPerSecond(double calls) {
        return new TrafficOptions(calls, timeout, slowReader, workload);
    }

    /** The same with another patience. */
    public TrafficOptions withTimeout(Duration other) {
        return new TrafficOptions(callsPerSecond, other, slowReader, workload);
    }

    /** The same with a reader that keeps its transaction open. */
    public TrafficOptions withSlowReader(Duration open) {
        return new TrafficOptions(callsPerSecond, timeout, open, workload);
    }

    /** The same with the user's own statements. */
    public TrafficOptions withWorkload(List<WorkloadFile> files) {
        return new TrafficOptions(callsPerSecond, timeout, slowReader, files);
    }

    long intervalNanos() {
        return (long) (1e9 / callsPerSecond);
    }
}
