package dev.stairway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.lint.rules.changelog.UnresolvedPlaceholder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement is cut into its words once, however many placeholders stand in its strings. */
class ManyPlaceholdersTest {

    private static final int MAILS = 10_000;

    @TempDir
    private Path folder;

    @Test
    void thousandsOfMailsAreReadInNoTime() throws IOException {
        assertThat(remarks("(1, 'Hello ${name}')")).isEmpty();
    }

    @Test
    void theOneBehindThemIsFound() throws IOException {
        assertThat(remarks("(1, '${name}')")).singleElement().satisfies(remark -> {
            assertThat(remark.object()).isEqualTo("${name}");
            assertThat(remark.position().line()).isEqualTo(MAILS + 2);
        });
    }

    private List<Remark> remarks(String last) throws IOException {
        String mail = "'Hello ${name}, " + "x".repeat(250) + " ${link}'";
        String rows = IntStream.range(0, MAILS)
                .mapToObj(number -> "(" + number + ", " + mail + "),")
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(
                folder.resolve("mails.sql"), "INSERT INTO mails (id, body) VALUES\n" + rows + "\n" + last + ";\n");
        LintRule rule = new UnresolvedPlaceholder();
        Release release = Example.read(file, rule.facts()).release();
        long begun = System.nanoTime();
        List<Remark> remarks = new Linter(List.of(rule)).judge(release).remarks();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        return remarks;
    }
}
