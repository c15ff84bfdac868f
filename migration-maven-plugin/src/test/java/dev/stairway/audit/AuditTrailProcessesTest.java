package dev.stairway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes, and such as are killed. */
class AuditTrailProcessesTest {

    private static final int RECORDS = 10;

    @TempDir
    private Path directory;

    /** Adds as many records as it is told; without end for 0. */
    static final class Writer {

        public static void main(String[] arguments) {
            int records = Integer.parseInt(arguments[1]);
            for (int i = 0; records == 0 || i < records; i++) {
                Trails.of(Path.of(arguments[0]), 1);
            }
        }
    }

    @Test
    void several_processes_share_a_trail() throws Exception {
        Path file = directory.resolve("audit.jsonl");
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            writers.add(writer(file, RECORDS));
        }
        Trails.of(file, RECORDS);
        for (Process writer : writers) {
            assertThat(writer.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }

        ChainCheck.Result result = ChainCheck.of(file);
        assertThat(result.broken()).isEmpty();
        assertThat(result.end().sequence()).isEqualTo(3 * RECORDS);
    }

    @Test
    void a_killed_process_leaves_a_trail_that_can_be_gone_on_with() throws Exception {
        Path file = directory.resolve("audit.jsonl");
        for (int i = 0; i < 3; i++) {
            long before = Files.exists(file) ? Files.size(file) : 0;
            Process writer = writer(file, 0);
            while (!Files.exists(file) || Files.size(file) == before) {
                assertThat(writer.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            writer.destroyForcibly();
            assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();

            Trails.of(file, 1);

            assertThat(ChainCheck.of(file).broken()).isEmpty();
        }
    }

    private static Process writer(Path file, int records) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString(),
                        Integer.toString(records))
                .redirectError(Redirect.INHERIT)
                .redirectOutput(Redirect.INHERIT)
                .start();
    }
}
