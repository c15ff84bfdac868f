package dev.stairway.benchmark.lock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What was spent up to a moment. Processor time is that of this JVM and of its servers, those of their processes included that
 * have ended; a busy machine changes it little.
 *
 * @param wallMillis of the clock
 * @param cpuMillis of all processors; NaN where /proc does not tell
 */
record Spent(double wallMillis, double cpuMillis) {

    /** Clock ticks are hundredths of a second: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html. */
    private static final double MILLIS_OF_A_TICK = 10;

    private static final int FIRST_TIME = 11;
    private static final int LAST_TIME = 14;

    static Spent now() {
        return new Spent(System.nanoTime() / 1e6, cpu());
    }

    Spent since(Spent before) {
        return new Spent(wallMillis - before.wallMillis, cpuMillis - before.cpuMillis);
    }

    private static double cpu() {
        if (Files.notExists(Path.of("/proc/self/stat"))) {
            return Double.NaN;
        }
        double own = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
        return own + ProcessHandle.current().descendants().mapToDouble(Spent::cpu).sum();
    }

    private static double cpu(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int field = FIRST_TIME; field <= LAST_TIME; field++) {
                ticks += Double.parseDouble(fields[field]);
            }
            return ticks * MILLIS_OF_A_TICK;
        } catch (NoSuchFileException ended) {
            // Its parent has its time now.
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
