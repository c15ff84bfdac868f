package dev.stairway.database.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stairway.database.files.FileTrees;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedProcessTest {

    private static final long SECONDS = 60;

    // Waits without a child, as a server whose children follow it into death would.
    private static final String UNTIL_KILLED = "mkfifo \"$0/pipe\"; read -r x <\"$0/pipe\"";

    @TempDir
    Path directory;

    @RepeatedTest(20)
    void an_interrupted_start_is_none_that_failed_and_leaves_no_process() throws IOException {
        WatchedProcess process = started(UNTIL_KILLED);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> process.awaitReady(SECONDS)).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(Traces.commandLines()).noneMatch(line -> line.contains(directory.toString()));
    }

    @Test
    void a_program_that_ends_before_it_is_ready_is_told_from_one_that_is() throws IOException {
        WatchedProcess ends = started("echo too bad");
        assertThat(ends.awaitReady(SECONDS)).isFalse();
        assertThat(ends.lastLines()).isEqualTo("too bad");
        ends.abandon();
        WatchedProcess runs = started("echo now ready; " + UNTIL_KILLED);
        assertThat(runs.awaitReady(SECONDS)).isTrue();
        runs.stop();
        assertThat(directory).doesNotExist();
    }

    @Test
    void the_users_language_time_zone_and_named_variables_are_hidden() {
        Map<String, String> environment = new TreeMap<>(
                Map.of("LC_TIME", "de_DE", "TZ", "Asia/Tokyo", "PGDATA", "/mine", "PATH", "/bin", "PAGER", "less"));
        NeutralEnvironment.apply(environment, List.of("PG"));
        assertThat(environment).isEqualTo(Map.of("LC_ALL", "C", "TZ", "UTC", "PATH", "/bin", "PAGER", "less"));
    }

    private WatchedProcess started(String script) throws IOException {
        assumeThat(FileTrees.posix()).isTrue();
        return WatchedProcess.start(new WatchedProcess.Launch(
                List.of("/bin/sh", "-c", script + "; exit 0", directory.toString()), directory, "now ready", "KILL"));
    }
}
