package dev.stairway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The most memory that a process and all that it started held at one moment: JVMs and servers together. Memory that several
 * of them share counts once ("proportional set size", https://docs.kernel.org/filesystems/proc.html); Linux only.
 */
final class ProcessMemory {

    private static final long MILLIS = 100;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    private long peakKilobytes;

    /** Comes back at once; looks until the process ends. */
    void watch(Process process) {
        Thread watching = new Thread(() -> look(process), "benchmark-memory");
        watching.setDaemon(true);
        watching.start();
    }

    private void look(Process process) {
        while (process.isAlive()) {
            note(Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .mapToLong(ProcessMemory::kilobytes)
                    .sum());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS));
        }
    }

    private synchronized void note(long kilobytes) {
        peakKilobytes = Math.max(peakKilobytes, kilobytes);
    }

    /** Empty where the system does not tell. */
    synchronized OptionalDouble peakMegabytes() {
        return peakKilobytes == 0 ? OptionalDouble.empty() : OptionalDouble.of(peakKilobytes / KILOBYTES_PER_MEGABYTE);
    }

    private static long kilobytes(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | java.io.UncheckedIOException ended) {
            // It has ended since it was listed, or there is no such file on this system.
            return 0;
        }
    }
}
