package dev.stairway.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule of Redis stops at a thousand remarks on one script, and tells so. */
class ManyRemarksTest {

    @TempDir
    private Path folder;

    @Test
    void theLastRemarkTellsThatMoreAreNotListed() throws IOException {
        List<Remark> remarks = remarks(1_200);

        assertThat(remarks).hasSize(1_000);
        assertThat(remarks.get(999).what()).endsWith("which are not listed any more");
        assertThat(remarks.get(998).what()).doesNotContain("not listed");
    }

    @Test
    void fewerRemarksAreListedAsTheyAre() throws IOException {
        assertThat(remarks(999)).hasSize(999).noneMatch(remark -> remark.what().contains("not listed"));
    }

    private List<Remark> remarks(int calls) throws IOException {
        String commands = IntStream.range(0, calls)
                .mapToObj(number -> "INCR visits:" + number)
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("many.redis"), commands + "\n#@ down\n# Nothing.\n");
        Example example = Example.read(
                file, Facts.of("R00", "many-remarks", Severity.INFO).about("redis"));
        return new Linter(Catalogue.rules())
                .judge(example.release()).remarks().stream()
                        .filter(remark -> remark.rule().id().equals("no-marker"))
                        .toList();
    }
}
