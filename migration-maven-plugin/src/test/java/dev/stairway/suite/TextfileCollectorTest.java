package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextfileCollectorTest {

    private static final Instant AT = Instant.ofEpochSecond(1_795_348_800L);

    private static final String OPEN_METRICS = """
            # TYPE stairway_run info
            # HELP stairway_run What was run.
            stairway_run_info{goal="verify",project="g:a:1",plugin="0.1.0"} 1
            # TYPE stairway_run_duration_seconds gauge
            # UNIT stairway_run_duration_seconds seconds
            # HELP stairway_run_duration_seconds Wall time of the goal.
            stairway_run_duration_seconds 1.5
            # TYPE stairway_findings gauge
            # HELP stairway_findings Findings by rule.
            stairway_findings{rule="a {b} \\"c\\"",waived="false"} 2
            # EOF
            """;

    @TempDir
    private Path directory;

    @Test
    void the_older_format_has_no_info_no_unit_and_no_end_and_every_series_names_its_build() throws Exception {
        Path file = collector("verify").write(metrics(), directory, AT);

        assertThat(file).hasFileName("stairway-com.example_shop-verify.prom");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "# TYPE stairway_run_info gauge",
                        "# HELP stairway_run_info What was run.",
                        "stairway_run_info{goal=\"verify\",project=\"g:a:1\",plugin=\"0.1.0\"} 1",
                        "# TYPE stairway_run_duration_seconds gauge",
                        "# HELP stairway_run_duration_seconds Wall time of the goal.",
                        "stairway_run_duration_seconds{build=\"com.example:shop\",goal=\"verify\"} 1.5",
                        "# TYPE stairway_findings gauge",
                        "# HELP stairway_findings Findings by rule.",
                        "stairway_findings{build=\"com.example:shop\",goal=\"verify\",rule=\"a {b} \\\"c\\\"\","
                                + "waived=\"false\"} 2",
                        "# HELP stairway_run_timestamp_seconds When the run ended.",
                        "# TYPE stairway_run_timestamp_seconds gauge",
                        "stairway_run_timestamp_seconds{build=\"com.example:shop\",goal=\"verify\"} 1795348800");
    }

    @Test
    void two_goals_have_two_files_without_a_series_in_common() throws Exception {
        Path one = collector("verify").write(metrics(), directory, AT);
        Path other = collector("perf").write(metrics(), directory, AT);

        assertThat(series(one)).isNotEmpty().doesNotContainAnyElementsOf(series(other));
        assertThat(names()).hasSize(3).noneMatch(name -> name.endsWith(".draft"));
    }

    @Test
    void whoever_reads_meanwhile_finds_a_whole_file() throws Exception {
        TextfileCollector collector = collector("verify");
        Path metrics = metrics();
        Path file = collector.write(metrics, directory, AT);
        String whole = Files.readString(file);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 200; i++) {
                    collector.write(metrics, directory, AT);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            } finally {
                done.set(true);
            }
        });
        writer.start();
        while (!done.get()) {
            assertThat(Files.readString(file)).isEqualTo(whole);
        }
        writer.join();
    }

    @Test
    void a_directory_that_is_not_there_is_not_made() throws Exception {
        Path metrics = metrics();

        assertThatThrownBy(() -> collector("verify").write(metrics, directory.resolve("nowhere"), AT))
                .isInstanceOf(IOException.class);
        assertThat(directory.resolve("nowhere")).doesNotExist();
    }

    private static List<String> series(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("stairway_run_info"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path metrics() throws IOException {
        return Files.writeString(directory.resolve("metrics.txt"), OPEN_METRICS);
    }

    private static TextfileCollector collector(String goal) {
        return new TextfileCollector("com.example:shop", goal);
    }
}
