package dev.stairway.perf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.measure.lock.Blocked;
import dev.stairway.measure.traffic.TableTraffic;
import dev.stairway.perf.PerfReport.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others feel of a migration on PostgreSQL. */
class BlockingRunTest {

    private static final String SLOW = """
            --changeset t:users
            create table users (id int primary key, name varchar(50) not null);
            --rollback drop table users;
            --changeset t:slow
            alter table users add note varchar(10);
            select pg_sleep(0.3);
            --rollback alter table users drop column note;
            """;

    @TempDir
    private Path directory;

    @Test
    void locksAndClientsAreSeenOnTheLargestSizeAlone() throws Exception {
        List<PerfReport> reports =
                Measurings.on("postgresql", directory).times(1).besideClients().measure(SLOW, 0, 20);

        assertThat(reports.get(0).steps()).allSatisfy(step -> {
            assertThat(step.up().statements()).isEmpty();
            assertThat(step.up().traffic()).isEmpty();
        });
        Step slow = Measurings.step(reports.get(1), "slow");
        assertThat(slow.up().statements())
                .flatExtracting(statement -> statement.locks())
                .anySatisfy(lock -> {
                    assertThat(lock.relation()).endsWith("users");
                    assertThat(lock.blocks(Blocked.READS)).isTrue();
                    assertThat(lock.heldMillis()).isGreaterThan(250);
                });
        assertThat(slow.up().traffic()).hasSize(2).allSatisfy(met -> {
            assertThat(met.table()).endsWith("users");
            assertThat(met.longestMillis()).isGreaterThan(200);
        });
        assertThat(slow.down().traffic())
                .extracting(TableTraffic::longestMillis)
                .allMatch(millis -> millis < 200);
        assertThat(reports.get(1).findings()).isEmpty();
    }

    @Test
    void aLockAndAWaitAboveTheirLimitsAreFoundAndThoseOfOtherProductsAreNot() throws Exception {
        PerfLimits tight =
                new PerfLimits(Map.of(), Map.of(), 10, Map.of("postgresql", 150L), Map.of("sqlite", 1L, "*", 150L), 0);

        PerfReport report = Measurings.on("postgresql", directory)
                .times(1)
                .besideClients()
                .within(tight)
                .measure(SLOW, 20)
                .get(0);

        assertThat(Measurings.rules(report)).containsExactly(Rule.LOCK_TOO_LONG, Rule.DOWNTIME_TOO_LONG);
        assertThat(report.findings())
                .extracting(finding -> finding.migration().name())
                .containsOnly("slow");
        Finding lock = report.findings().get(0);
        assertThat(lock.title()).contains("keeps readers and writers away from").contains("the limit is 150 ms");
        assertThat(lock.evidence().get(1)).contains("alter table users add note");
        assertThat(report.findings().get(1).title()).contains("waits").contains("the limit is 150 ms");
    }

    @Test
    void workIsCountedTheSameInEveryPass() throws Exception {
        PerfReport report =
                Measurings.on("postgresql", directory).measure(SLOW, 50).get(0);

        assertThat(report.steps()).allSatisfy(step -> {
            assertThat(step.up().counters()).isNotEmpty();
            step.up()
                    .counters()
                    .forEach((counter, values) ->
                            assertThat(values).as(counter.key()).hasSize(2));
        });
    }

    @Test
    void theSaferStatementIsAdvisedWhereTheTableHoldsRowsAndNowhereElse() throws Exception {
        String index = """
                --changeset t:users
                create table users (id int primary key, name varchar(50) not null);
                create index fresh on users (lower(name));
                --rollback drop table users;
                --changeset t:index
                create index by_name on users (name);
                --rollback drop index by_name;
                """;

        List<PerfReport> full = Measurings.on("postgresql", directory).times(1).measure(index, 1_000);
        assertThat(full.get(0).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.INDEX_KEEPS_WRITERS_AWAY);
            assertThat(finding.migration().name()).isEqualTo("index");
            assertThat(finding.remedy()).contains("CREATE INDEX CONCURRENTLY by_name ON users (name);");
        });
        assertThat(Measurings.on("postgresql", directory)
                        .times(1)
                        .measure(index, 10)
                        .get(0)
                        .findings())
                .isEmpty();
    }
}
