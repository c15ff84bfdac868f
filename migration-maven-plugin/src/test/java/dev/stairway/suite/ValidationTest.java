package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.metrics.GateRule;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.run.WalkOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal validate, from a changelog to what its document says. */
class ValidationTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void what_is_edited_and_what_comes_too_early_is_told_against_a_state_of_the_repository() throws Exception {
        TestRepository repository = TestRepository.in(directory)
                .file("db/1_a.up.sql", "create table a (id int);")
                .file("db/1_a.down.sql", "drop table a;")
                .file("db/3_c.up.sql", "create table c (id int);")
                .file("db/3_c.down.sql", "drop table c;")
                .commit("v1");
        assertThat(rules(new Since("v1", "", directory))).isEmpty();

        repository
                .file("db/1_a.up.sql", "create table a (id bigint);")
                .file("db/2_b.up.sql", "create table b (id int);")
                .file("db/2_b.down.sql", "drop table b;");

        assertThat(rules(new Since("v1", "", directory))).containsExactly("1_a edited-applied", "2_b non-linear");
        assertThat(rules(Since.NEVER)).isEmpty();
    }

    @Test
    void only_what_has_changed_since_is_told() throws Exception {
        TestRepository.in(directory)
                .file("db/1_a.up.sql", "create table ${a} (id int);")
                .commit("v1")
                .file("db/2_b.up.sql", "create table ${b} (id int);");

        assertThat(rules(Since.NEVER))
                .containsExactlyInAnyOrder(
                        "1_a rollback-missing",
                        "1_a unresolved-placeholder",
                        "2_b rollback-missing",
                        "2_b unresolved-placeholder");
        assertThat(rules(new Since("", "v1", directory)))
                .containsExactlyInAnyOrder("2_b rollback-missing", "2_b unresolved-placeholder");
    }

    @Test
    void a_finding_that_holds_for_every_product_is_told_once_and_can_be_waived_in_the_script() throws Exception {
        TestRepository repository = TestRepository.in(directory)
                .file("db/1_a.up.sql", "create table ${a} (id int);")
                .file("db/1_a.down.sql", "drop table a;");
        assertThat(rules(Since.NEVER)).containsExactly("1_a unresolved-placeholder");

        repository.file(
                "db/1_a.up.sql",
                "-- stairway: waive unresolved-placeholder: put in by our own runner (by ada)",
                "create table ${a} (id int);");
        assertThat(document(Since.NEVER).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.waiver()).contains("put in by our own runner"));
    }

    private Stream<String> rules(Since since) {
        return document(since).findings().stream().map(finding -> finding.migration() + " " + finding.rule());
    }

    private MetricsDocument document(Since since) {
        ChangelogSource source =
                new ChangelogSource("db", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        SuiteOptions options = new SuiteOptions(
                "validate",
                List.of(new NamedChangelog("shop", "sql", source)),
                Stream.of("postgresql:18", "sqlite").map(DatabaseRequest::parse).toList(),
                List.of(),
                new WalkOptions(1, List.of(), List.of(), 0, false, 0),
                1,
                directory.resolve("out"),
                List.of(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "a",
                Map.of());
        return new Validation(options, Engines.all(), new ProgressLines(line -> {}), NOW)
                .since(since)
                .run()
                .document();
    }
}
