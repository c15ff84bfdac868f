package dev.stairway.measure.host;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU and memory of the processes of a server, and of the engine in this one, while a step runs. Used by one thread at a time.
 *
 * <p>Whoever else works on the server or in this JVM meanwhile is counted as well: these are figures to look at, not to judge
 * by.
 */
public final class HostMeter {

    private final DatabaseServer server;
    private final Database database;
    private final ProcessTable table = ProcessTable.ofThisSystem();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Run run;

    private HostMeter(DatabaseServer server, Database database) {
        this.server = server;
        this.database = database;
    }

    public static HostMeter of(DatabaseServer server, Database database) {
        return new HostMeter(server, database);
    }

    /** What was seen when it began. */
    private record Run(List<Long> processes, CpuTimes cpu, long thread, long threadNanos, PeakSampler peak) {}

    /** Begins; called by the thread that will call the engine. A run that was not stopped is. */
    public void start() {
        if (run != null) {
            stop();
        }
        List<Long> processes = Stream.concat(server.processes().stream(), database.processes().stream())
                .map(ProcessHandle::pid)
                .toList();
        PeakSampler sampler = new PeakSampler(() -> peak(processes));
        sampler.start();
        long thread = Thread.currentThread().getId();
        run = new Run(processes, table.cpu(processes), thread, cpu(thread), sampler);
    }

    /** Ends; nothing of it runs on. */
    public HostUse stop() {
        Run ended = run;
        run = null;
        long engine = cpu(ended.thread);
        boolean visible = !ended.processes.isEmpty();
        Double serverMillis = visible ? table.cpu(ended.processes).millisSince(ended.cpu) : null;
        PeakSampler.Peak peak = ended.peak.stop();
        return new HostUse(serverMillis, peak.server(), engineMillis(ended.threadNanos, engine), peak.engine());
    }

    private PeakSampler.Peak peak(List<Long> processes) {
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return new PeakSampler.Peak(processes.isEmpty() ? null : table.residentBytes(processes), heap);
    }

    private long cpu(long thread) {
        return threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread) : -1;
    }

    /** Negative times say that the JVM does not know. */
    private static Double engineMillis(long before, long after) {
        return before < 0 || after < 0 ? null : (after - before) / 1e6;
    }
}
