package dev.stairway.benchmark.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Looks at what a thread does, every few milliseconds: where the time of a walk goes. */
final class Sampler implements AutoCloseable {

    private static final long MILLIS = 3;

    /** Frames that name a kind of work, the innermost first that is asked for. */
    private static final List<String> KINDS = List.of(
            "History.checkpoint",
            "History.rebuild",
            "Supply.fill",
            "Supply.write",
            "PostgresFingerprinter.",
            "SqliteFingerprinter.",
            "LiquibaseRun.",
            "Database.newSession",
            "HeldSession.",
            "Bench.",
            "Stairway.");

    private final Thread watched;
    private final Thread watching = new Thread(this::watch, "benchmark-sampler");
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private volatile boolean stopped;
    private volatile boolean counting;

    private Sampler(Thread watched) {
        this.watched = watched;
        KINDS.forEach(kind -> seen.put(kind, 0));
    }

    static Sampler of(Thread thread) {
        Sampler sampler = new Sampler(thread);
        sampler.watching.setDaemon(true);
        sampler.watching.start();
        return sampler;
    }

    /** Before this nothing is counted. */
    void count() {
        counting = true;
    }

    private void watch() {
        while (!stopped) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS));
            if (counting) {
                StackTraceElement[] stack = watched.getStackTrace();
                KINDS.stream()
                        .filter(kind ->
                                Stream.of(stack).anyMatch(frame -> name(frame).contains(kind)))
                        .findFirst()
                        .ifPresent(kind -> seen.merge(kind, 1, Integer::sum));
            }
        }
    }

    private static String name(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName();
    }

    /** Kind of work to about how many milliseconds it took. */
    Map<String, Long> millis() {
        Map<String, Long> millis = new LinkedHashMap<>();
        seen.forEach((kind, samples) -> millis.put(kind, samples * MILLIS));
        return millis;
    }

    @Override
    public void close() {
        // A daemon that ends within milliseconds; nobody has to wait for it.
        stopped = true;
    }
}
