package dev.stairway.measure.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a process table of our own making, with a server and two children. */
class LinuxProcessesTest {

    /** Beyond what Linux gives to a process. */
    private static final long SERVER = 900_000_001;

    private static final long FIRST = 900_000_002;
    private static final long SECOND = 900_000_003;

    @TempDir
    Path proc;

    private ProcessTable table;

    @BeforeEach
    void server() throws IOException {
        table = new LinuxProcesses(proc);
        process(
                SERVER,
                5_000_000,
                0,
                FIRST + " " + SECOND + " ",
                "RssAnon: 1000 kB\nRssFile: 7000 kB\nRssShmem: 300 kB");
        process(FIRST, 30_000_000, 0, "", "RssAnon: 200 kB\nRssFile: 6000 kB\nRssShmem: 4000 kB");
        process(SECOND, 70_000_000, 0, "", "RssAnon: 30 kB\nRssFile: 5000 kB\nRssShmem: 100 kB");
    }

    private void process(long pid, long nanos, int reapedTicks, String children, String memory) throws IOException {
        Path task = Files.createDirectories(proc.resolve(pid + "/task/" + pid));
        Files.writeString(task.resolve("children"), children);
        Files.writeString(task.resolve("schedstat"), nanos + " 12 3\n");
        Files.writeString(
                proc.resolve(pid + "/stat"),
                pid + " (name with ) in it) S 1 1 1 0 -1 0 0 0 0 0 8 9 " + reapedTicks + " 0 20 0\n");
        Files.writeString(proc.resolve(pid + "/status"), "Name: x\n" + memory + "\n");
    }

    private void end(long pid) throws IOException {
        Path task = proc.resolve(pid + "/task/" + pid);
        Files.delete(task.resolve("children"));
        Files.delete(task.resolve("schedstat"));
        Files.delete(task);
        Files.delete(proc.resolve(pid + "/task"));
        Files.delete(proc.resolve(pid + "/status"));
    }

    private double used(CpuTimes before) {
        return table.cpu(List.of(SERVER)).millisSince(before);
    }

    @Test
    void the_cpu_of_children_counts() throws IOException {
        CpuTimes before = table.cpu(List.of(SERVER));
        assertThat(used(before)).isZero();
        process(SECOND, 78_500_000, 0, "", "");
        assertThat(used(before)).isEqualTo(8.5);
    }

    @Test
    void a_child_that_ends_counts_with_what_it_has_used_since() throws IOException {
        CpuTimes before = table.cpu(List.of(SERVER));
        process(SERVER, 5_000_000, 12, Long.toString(FIRST), "");
        end(SECOND);
        assertThat(used(before)).isEqualTo(120 - 70);
    }

    @Test
    void a_child_that_began_meanwhile_counts_as_a_whole() throws IOException {
        process(SERVER, 5_000_000, 0, Long.toString(FIRST), "");
        CpuTimes before = table.cpu(List.of(SERVER));
        process(SERVER, 5_000_000, 0, FIRST + " " + SECOND, "");
        assertThat(used(before)).isEqualTo(70);
    }

    @Test
    void without_schedstat_the_ticks_count() throws IOException {
        Files.delete(proc.resolve(FIRST + "/task/" + FIRST + "/schedstat"));
        Files.copy(proc.resolve(FIRST + "/stat"), proc.resolve(FIRST + "/task/" + FIRST + "/stat"));
        assertThat(table.cpu(List.of(FIRST)).nanos()).containsEntry(FIRST, 170_000_000L);
    }

    @Test
    void memory_that_processes_share_counts_once() {
        assertThat(table.residentBytes(List.of(SERVER))).isEqualTo((1000 + 200 + 30 + 7000 + 4000) * 1024L);
    }

    @Test
    void of_a_process_that_has_ended_nothing_is_known() {
        assertThat(table.residentBytes(List.of(SERVER + 10))).isNull();
        assertThat(table.cpu(List.of(SERVER + 10)).nanos()).isEmpty();
    }
}
