package dev.stairway.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Changelog;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.Engine;
import dev.stairway.engine.sql.SqlEngine;
import dev.stairway.finding.Finding;
import dev.stairway.lint.Targets;
import dev.stairway.lint.Targets.Version;
import dev.stairway.safety.Judging.ChangelogJudgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known to be released is left in peace. */
class ReleasedTest {

    private final Engine engine = new SqlEngine();

    @TempDir
    private Path directory;

    @BeforeEach
    void two_migrations_of_which_each_has_a_danger() throws IOException {
        file("1_a.up.sql", "DROP TABLE one;");
        file("1_a.down.sql", "CREATE TABLE one (id bigint PRIMARY KEY); INSERT INTO one (id) SELECT id FROM kept;");
        file("2_b.up.sql", "DROP TABLE two;");
        file("2_b.down.sql", "CREATE TABLE two (id bigint PRIMARY KEY); INSERT INTO two (id) SELECT id FROM kept;");
    }

    @Test
    void without_any_release_all_are_judged() {
        assertThat(findings(Map.of())).containsExactly("1_a drop-table", "2_b drop-table");
    }

    @Test
    void a_released_one_is_not_judged() {
        assertThat(findings(Map.of("1_a", checksum("1_a")))).containsExactly("2_b drop-table");
    }

    @Test
    void one_that_was_edited_since_is_told_and_judged_again() {
        assertThat(findings(Map.of("1_a", "another one", "2_b", checksum("2_b"))))
                .containsExactlyInAnyOrder("1_a edited-applied", "1_a drop-table");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text + "\n");
    }

    private String checksum(String id) {
        return engine.read(source()).migrations().stream()
                .filter(migration -> migration.id().equals(id))
                .findFirst()
                .orElseThrow()
                .checksum();
    }

    private List<String> findings(Map<String, String> released) {
        SafetyOptions options =
                new SafetyOptions(List.of(), Map.of(), directory.resolve("none"), Map.of("shop", released));
        Changelog changelog = engine.read(source());
        ChangelogJudgement judged = new Judging(options, LocalDate.of(2026, 11, 22))
                .judge(
                        "shop",
                        "sql",
                        changelog,
                        Map.of("postgresql", engine.statements(source(), "postgresql", "18")),
                        Map.of(),
                        Map.of("postgresql", new Targets("postgresql", List.of(Version.of("18")))));
        return judged.products().get(0).findings().stream()
                .map(ReleasedTest::name)
                .toList();
    }

    private static String name(Finding finding) {
        return finding.migration().id() + " " + finding.rule().id();
    }

    private ChangelogSource source() {
        return new ChangelogSource(
                directory.getFileName().toString(),
                List.of(directory.getParent()),
                getClass().getClassLoader(),
                Map.of(),
                "",
                "");
    }
}
