package dev.stairway.measure.host;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** With what Java knows on every system: no memory, and CPU as fine as the system tells. */
final class PortableProcesses implements ProcessTable {

    @Override
    public CpuTimes cpu(Collection<Long> roots) {
        Map<Long, Long> nanos = new HashMap<>();
        roots.stream()
                .flatMap(root -> ProcessHandle.of(root).stream())
                .flatMap(PortableProcesses::family)
                .forEach(process -> process.info()
                        .totalCpuDuration()
                        .map(Duration::toNanos)
                        .ifPresent(used -> nanos.put(process.pid(), used)));
        return new CpuTimes(nanos, 0);
    }

    private static Stream<ProcessHandle> family(ProcessHandle root) {
        boolean own = root.equals(ProcessHandle.current());
        return own ? Stream.of(root) : Stream.concat(Stream.of(root), root.descendants());
    }

    @Override
    public Long residentBytes(Collection<Long> roots) {
        return null;
    }
}
