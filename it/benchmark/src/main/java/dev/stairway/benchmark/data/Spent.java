package dev.stairway.benchmark.data;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.Callable;

/**
 * What something took. A busy machine stretches the clock, but hardly the processor time.
 *
 * @param wallMillis on the clock
 * @param clientMillis processor time of this JVM, collector and compiler included
 * @param peakHeapMegabytes most that the heap held meanwhile, garbage included
 */
record Spent(double wallMillis, double clientMillis, double peakHeapMegabytes) {

    private static final OperatingSystemMXBean JVM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** Does the work and looks at clock, processor and heap before and after. */
    static Spent on(Callable<?> work) throws Exception {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        double client = JVM.getProcessCpuTime() / 1e6;
        long start = System.nanoTime();
        work.call();
        double wall = (System.nanoTime() - start) / 1e6;
        return new Spent(wall, JVM.getProcessCpuTime() / 1e6 - client, peakMegabytes());
    }

    private static double peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToDouble(pool -> pool.getPeakUsage().getUsed() / 1e6)
                .sum();
    }
}
