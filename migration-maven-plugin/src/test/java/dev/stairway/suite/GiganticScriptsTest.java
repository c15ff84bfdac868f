package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GiganticScriptsTest {

    /** As large as it gets takes a minute of processor time: {@code -Dstairway.test.gigantic=true}. */
    private static final boolean FULL = Boolean.getBoolean("stairway.test.gigantic");

    private static final int FILE_MEGABYTES = FULL ? 100 : 10;
    private static final int STATEMENT_MEGABYTES = FULL ? 21 : 3;
    private static final int STATEMENTS = FULL ? 200_000 : 3_000;
    private static final String HEAP = FULL ? "-Xmx640m" : "-Xmx160m";

    @TempDir
    private Path directory;

    /** Each ends with a danger, which is found behind all the rest; what is too long or too deep is told as not covered. */
    @Test
    void goalSafetyReadsGiganticScriptsWithASmallHeap() throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                GiganticScripts.class.getName(),
                directory.toString(),
                Integer.toString(FILE_MEGABYTES),
                Integer.toString(STATEMENT_MEGABYTES),
                Integer.toString(STATEMENTS));

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains(" MB, ")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("deep: 3 MB, danger found, 6 of 11 not covered"),
                        line -> assertThat(line).contains("danger found, 0 of " + (STATEMENTS + 4) + " not covered"),
                        line -> assertThat(line).contains("danger found, 1 of 7 not covered"),
                        line -> assertThat(line)
                                .startsWith("file: " + FILE_MEGABYTES + " MB")
                                .contains("danger found, 0 of " + (FILE_MEGABYTES + 4) + " not covered"));
        System.out.print(said);
    }
}
