package dev.stairway.measure.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Looks at processes of this machine. One that ends while it is looked at is left out. */
interface ProcessTable {

    /** That of the system that this runs on. */
    static ProcessTable ofThisSystem() {
        Path proc = Path.of("/proc");
        return Files.isReadable(proc.resolve("self/stat")) ? new LinuxProcesses(proc) : new PortableProcesses();
    }

    /** @param roots numbers of processes, which are meant with all their children; this one without */
    CpuTimes cpu(Collection<Long> roots);

    /**
     * Memory that all of them hold together, what they share counted once; bytes.
     *
     * @return null where unknown
     */
    Long residentBytes(Collection<Long> roots);
}
