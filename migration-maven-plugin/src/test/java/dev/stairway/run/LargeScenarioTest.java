package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Defects that show only when tables hold many rows, and limits for the time of single migrations. */
class LargeScenarioTest {

    private static final String HIDE_NAMES = """
            --changeset ann:2
            alter table users add column kept varchar(60);
            update users set kept = 'kept:' || name where id in (select id from users order by id limit 1000);
            update users set name = 'hidden';
            --rollback update users set name = substr(kept, 6) where kept like 'kept:%';
            --rollback alter table users drop column kept;
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void valuesBeyondThoseOfASampleAreLostOnlyWhereThereAreMany(String product) {
        CellReport sample = Walks.on(product, directory).walk(HIDE_NAMES);
        assertThat(Walks.step(sample, "2").verdict()).isEqualTo(Verdict.REVERSIBLE);

        CellReport large = Walks.on(product, directory).large(2500).walk(HIDE_NAMES);
        assertThat(Walks.step(large, "2").verdict()).isEqualTo(Verdict.REVERSIBLE_WITH_DATA_LOSS);
        assertThat(Walks.evidence(large, Rule.ROLLBACK_LOSES_DATA).toString())
                .containsPattern("2500 rows of (public\\.)?users with another value in name");
    }

    @Test
    void aMigrationThatIsSlowerThanItsLimitIsTold() {
        String slow = """
                --changeset ann:2
                select pg_sleep(0.05);
                create table t (id int);
                --rollback drop table t;
                """;

        CellReport report = Walks.on("postgresql", directory)
                .within(new TimeLimits(Map.of("postgresql", 40L, "sqlite", 60_000L), Map.of()))
                .walk(slow);
        assertThat(Walks.evidence(report, Rule.MIGRATION_TOO_SLOW))
                .anyMatch(line -> line.endsWith(" > 40 ms (maxMigrationMillis)"))
                .anyMatch(line -> line.contains("in SQL: select pg_sleep(0.05)"));
        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.REVERSIBLE);

        CellReport inTime = Walks.on("postgresql", directory)
                .within(new TimeLimits(Map.of("postgresql", 60_000L, "sqlite", 1L), Map.of("postgresql", 1L)))
                .walk(slow);
        assertThat(Walks.evidence(inTime, Rule.MIGRATION_TOO_SLOW)).isEmpty();
    }

    @Test
    void largeDataHasLimitsOfItsOwn() {
        TimeLimits limits =
                new TimeLimits(Map.of("sqlite", 1000L), Map.of(TimeLimits.EVERY, 30_000L, "sqlite", 10_000L));

        assertThat(limits.millis("sqlite", false)).hasValue(1000);
        assertThat(limits.millis("sqlite", true)).hasValue(10_000);
        assertThat(limits.millis("postgresql", false)).isEmpty();
        assertThat(limits.millis("postgresql", true)).hasValue(30_000);
    }
}
