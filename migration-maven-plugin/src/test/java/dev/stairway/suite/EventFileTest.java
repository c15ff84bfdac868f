package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    private static final String LONG = "x".repeat(20_000);

    @TempDir
    private Path directory;

    /** Writes until it is killed. */
    static final class Writer {

        public static void main(String[] arguments) throws IOException {
            EventFile file = new EventFile(Path.of(arguments[0]), Mask.NONE, Clock.systemUTC());
            file.begin("run-started", Map.of());
            System.out.println("begun");
            while (true) {
                file.add("step", Map.of("text", LONG));
            }
        }
    }

    @Test
    void a_process_that_is_killed_leaves_whole_lines_and_at_most_the_beginning_of_one() throws Exception {
        for (int i = 0; i < 3; i++) {
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            directory.toString())
                    .redirectError(Redirect.INHERIT)
                    .start();
            assertThat(writer.inputReader().readLine()).isEqualTo("begun");
            Path file = directory.resolve(EventFile.NAME);
            while (Files.size(file) < 10L * LONG.length()) {
                Thread.onSpinWait();
            }
            writer.destroyForcibly();
            assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();

            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            assertThat(whole).endsWith("}\n");
            assertThat(text.length() - whole.length()).isLessThan(LONG.length() + 200);
            for (String line : whole.split("\n")) {
                assertThat(new ObjectMapper().readTree(line).path("event").asText())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void nothing_is_added_to_a_file_that_nobody_began() throws Exception {
        EventFile file = new EventFile(directory, Mask.NONE, Clock.systemUTC());

        file.add("run-ended", Map.of());
        assertThat(directory.resolve(EventFile.NAME)).doesNotExist();

        file.begin("run-started", Map.of());
        file.add("run-ended", Map.of());
        assertThat(directory.resolve(EventFile.NAME)).isRegularFile();
        assertThat(Files.readAllLines(directory.resolve(EventFile.NAME))).hasSize(2);
    }

    @Test
    void the_line_that_a_kill_has_cut_does_not_take_the_next_one_with_it() throws Exception {
        EventFile file = new EventFile(directory, Mask.NONE, Clock.systemUTC());
        file.begin("run-started", Map.of());
        Path path = directory.resolve(EventFile.NAME);
        Files.writeString(path, "{\"format\":\"1.0\",\"at", StandardOpenOption.APPEND);

        file.add("run-ended", Map.of());

        assertThat(Files.readAllLines(path)).hasSize(3).last().asString().contains("\"event\":\"run-ended\"");
    }
}
