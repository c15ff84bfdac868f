package dev.stairway.perf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.perf.PerfReport.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerfRunTest {

    private static final String SHOP = """
            --changeset t:users
            create table users (id int primary key, name varchar(50) not null);
            --rollback drop table users;
            --changeset t:index
            create index users_name on users (name);
            --rollback drop index users_name;
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void everyCellIsMeasuredUpAndDownAsOftenAsAsked(String product) throws Exception {
        List<PerfReport> reports = Measurings.on(product, directory).times(3).measure(SHOP, 0, 50);

        assertThat(reports).extracting(PerfReport::rows).containsExactly(0, 50);
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.notMeasured()).isEmpty();
            assertThat(report.findings()).isEmpty();
            assertThat(report.steps())
                    .extracting(step -> step.migration().name())
                    .containsExactly("users", "index");
            assertThat(report.steps()).allSatisfy(step -> {
                assertThat(step.up().nanos()).hasSize(3).allMatch(nanos -> nanos > 0);
                assertThat(step.down().nanos()).hasSize(3).allMatch(nanos -> nanos > 0);
                assertThat(step.downReason()).isEmpty();
            });
        });
        assertThat(reports.get(0).steps()).extracting(Step::rowsBefore).containsExactly(0L, 0L);
        assertThat(reports.get(1).steps()).extracting(Step::rowsBefore).containsExactly(0L, 50L);
    }

    @Test
    void thePassesOfAllCellsTakeTurnsAndTheLargestIsWatchedAtTheEnd() throws Exception {
        Measurings measurings = Measurings.on("sqlite", directory);

        measurings.measure(SHOP, 0, 5);

        assertThat(measurings.told())
                .containsExactly(
                        "warm-up",
                        "0 rows",
                        "5 rows",
                        "measured",
                        "0 rows",
                        "5 rows",
                        "measured",
                        "0 rows",
                        "5 rows",
                        "locks",
                        "5 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void theTimeBackFromHeadGrowsWithEveryMigrationThatIsTakenBack(String product) throws Exception {
        PerfReport report = Measurings.on(product, directory).measure(SHOP, 20).get(0);

        assertThat(report.recoveries())
                .extracting(recovery -> recovery.migration().name())
                .containsExactly("index", "users");
        assertThat(report.recoveries().get(1).medianNanos())
                .isGreaterThan(report.recoveries().get(0).medianNanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aMigrationThatFailsOnDataEndsItsCellAndNoOther(String product) throws Exception {
        List<PerfReport> reports = Measurings.on(product, directory).measure(SHOP + """
                --changeset t:unique
                insert into users (id, name) select -1 - id, name from users;
                create unique index users_once on users (name);
                --rollback drop index users_once;
                --changeset t:later
                create table later (id int primary key);
                --rollback drop table later;
                """, 0, 20);

        assertThat(reports.get(0).notMeasured()).isEmpty();
        assertThat(reports.get(0).steps()).hasSize(4);
        PerfReport failing = reports.get(1);
        assertThat(failing.notMeasured()).contains("unique").contains("fails");
        assertThat(failing.steps()).extracting(step -> step.migration().name()).containsExactly("users", "index");
        assertThat(failing.recoveries()).isEmpty();
        assertThat(failing.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MIGRATION_FAILS_ON_DATA);
            assertThat(finding.migration().name()).isEqualTo("unique");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatHasNoRollbackIsPlayedOneWayAndEndsTheWayBackFromHead(String product) throws Exception {
        PerfReport report = Measurings.on(product, directory).measure("""
                        --changeset t:users
                        create table users (id int primary key, name varchar(50) not null);
                        --changeset t:index
                        create index users_name on users (name);
                        --rollback drop index users_name;
                        """, 5).get(0);

        Step users = Measurings.step(report, "users");
        assertThat(users.down()).isNull();
        assertThat(users.downReason()).contains("no rollback is written");
        assertThat(users.up().nanos()).hasSize(2);
        assertThat(Measurings.step(report, "index").down().nanos()).hasSize(2);
        assertThat(report.recoveries()).extracting(r -> r.migration().name()).containsExactly("index");
        assertThat(report.notMeasured()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aRollbackThatFailsIsToldAndTheMigrationsAfterItAreMeasured(String product) throws Exception {
        PerfReport report =
                Measurings.on(product, directory).measure(SHOP + """
                        --changeset t:broken
                        create table kept (id int primary key);
                        --rollback drop table nowhere;
                        --changeset t:later
                        create table later (id int primary key);
                        --rollback drop table later;
                        """, 5).get(0);

        assertThat(Measurings.step(report, "broken").down()).isNull();
        assertThat(Measurings.step(report, "broken").downReason())
                .contains("its rollback fails")
                .contains("nowhere");
        assertThat(Measurings.step(report, "later").down().nanos()).hasSize(2);
        assertThat(report.notMeasured()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aMigrationThatCannotBeAppliedAgainIsPlayedOneWay(String product) throws Exception {
        PerfReport report =
                Measurings.on(product, directory).measure(SHOP + """
                        --changeset t:halfway
                        create table kept (id int primary key);
                        --rollback select 1;
                        --changeset t:later
                        create table later (id int primary key);
                        --rollback drop table later;
                        """, 5).get(0);

        assertThat(Measurings.step(report, "halfway").down()).isNull();
        assertThat(Measurings.step(report, "halfway").downReason()).contains("cannot be applied again");
        assertThat(Measurings.step(report, "halfway").up().nanos()).hasSize(2);
        assertThat(report.steps()).hasSize(4);
        assertThat(report.notMeasured()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsNoStep() throws Exception {
        PerfReport report = Measurings.on("sqlite", directory)
                .excluding("*index*")
                .measure(SHOP, 5)
                .get(0);

        assertThat(report.steps()).extracting(step -> step.migration().name()).containsExactly("users");
    }

    @Test
    void aTimeAboveItsLimitIsFoundAndOneBelowIsNot() throws Exception {
        String slow = """
                --changeset t:slow
                create table numbers as with recursive n(i) as (select 1 union all select i + 1 from n where i < 400000)
                select i from n;
                --rollback drop table numbers;
                """;
        PerfReport tight = Measurings.on("sqlite", directory)
                .within(limits(Map.of("sqlite", 1L), 0))
                .measure(slow, 0)
                .get(0);
        PerfReport other = Measurings.on("sqlite", directory)
                .within(limits(Map.of("postgresql", 1L), 600_000))
                .measure(slow, 0)
                .get(0);

        assertThat(tight.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MIGRATION_TOO_SLOW);
            assertThat(finding.title()).contains("0 rows per table").contains("the limit is 1 ms");
        });
        assertThat(other.findings()).isEmpty();
    }

    @Test
    void aWayBackAboveItsLimitNamesTheMigrationWhereItIsPassed() throws Exception {
        PerfReport report = Measurings.on("sqlite", directory)
                .within(limits(Map.of(), 1))
                .measure("""
                        --changeset t:slow
                        create table numbers (i int);
                        --rollback create table filler as with recursive n(i) as (select 1 union all select i + 1 from n where i < 400000) select i from n;
                        --rollback drop table filler;
                        --rollback drop table numbers;
                        """, 0)
                .get(0);

        Finding finding = report.findings().get(0);
        assertThat(finding.rule()).isEqualTo(Rule.ROLLBACK_TOO_SLOW);
        assertThat(finding.migration()).extracting(Migration::name).isEqualTo("slow");
        assertThat(finding.evidence()).singleElement().asString().contains("> 1 ms (maxRollbackMillis)");
    }

    private static PerfLimits limits(Map<String, Long> migration, long rollback) {
        return new PerfLimits(migration, Map.of(), 10_000, Map.of(), Map.of(), rollback);
    }
}
