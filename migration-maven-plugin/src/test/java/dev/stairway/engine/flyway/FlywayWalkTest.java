package dev.stairway.engine.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.CellReport;
import dev.stairway.run.Progress;
import dev.stairway.run.Stairway;
import dev.stairway.run.StepReport;
import dev.stairway.run.Toolbox;
import dev.stairway.run.WalkOptions;
import dev.stairway.run.WalkOptions.Exclusion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole walk, over Flyway. */
class FlywayWalkTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayStepper#allServers")
    void everyVerdictIsReachedAndSaid(DatabaseServer server) {
        CellReport report = walk(
                server,
                FlywayProject.in(directory)
                        .usual()
                        .sql("V3__notes", "alter table users add note varchar(20);")
                        .sql("V4__index", "create index by_name on users (name);")
                        .sql("U4__index", "-- nothing to do")
                        .sql("V5__drops_name", on(server, "drop index by_name; alter table users drop column name;"))
                        .sql(
                                "U5__drops_name",
                                "alter table users add name varchar(50) not null default '';"
                                        + " create index by_name on users (name);")
                        .sql("V6__view", "create view names as select id from users;")
                        .sql("U6__view", "drop view nowhere;")
                        .sql("R__tags", "create table if not exists tags (id int primary key);")
                        .sql("U__tags", "drop table tags;"));
        assertThat(report.steps())
                .extracting(step -> step.migration().id(), StepReport::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("V1__users", Verdict.REVERSIBLE),
                        org.assertj.core.groups.Tuple.tuple("V2__orders", Verdict.REVERSIBLE),
                        org.assertj.core.groups.Tuple.tuple("V3__notes", Verdict.IRREVERSIBLE),
                        org.assertj.core.groups.Tuple.tuple("V4__index", Verdict.ROLLBACK_INCOMPLETE),
                        org.assertj.core.groups.Tuple.tuple("V5__drops_name", Verdict.ROLLBACK_INCOMPLETE),
                        org.assertj.core.groups.Tuple.tuple("V6__view", Verdict.ROLLBACK_FAILS),
                        org.assertj.core.groups.Tuple.tuple("R__tags", Verdict.REVERSIBLE));
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule() == Rule.ROLLBACK_FAILS)
                .singleElement()
                .satisfies(finding -> assertThat(finding.position().file()).isEqualTo("db/migration/U6__view.sql"));
    }

    /** MariaDB wants to be told whose index it is. */
    private static String on(DatabaseServer server, String sql) {
        return server.id().product().equals("mariadb") ? sql.replace("index by_name;", "index by_name on users;") : sql;
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayStepper#allServers")
    void aGoodChangelogHasNoFindings(DatabaseServer server) {
        CellReport report = walk(server, FlywayProject.in(directory).usual());
        assertThat(report.findings()).isEmpty();
        assertThat(report.steps()).extracting(StepReport::verdict).containsOnly(Verdict.REVERSIBLE);
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayStepper#allServers")
    void whatIsLeftOutIsRecordedAndTheRestIsWalked(DatabaseServer server) {
        CellReport report = walk(
                server,
                FlywayProject.in(directory)
                        .sql("V0__broken", "this is no sql;")
                        .sql("U0__broken", "neither is this;")
                        .usual(),
                new Exclusion("V0__*", "broken for ever"));
        assertThat(report.findings()).isEmpty();
        assertThat(report.steps()).extracting(StepReport::verdict).endsWith(Verdict.REVERSIBLE, Verdict.REVERSIBLE);
    }

    /** Where definitions are not transactional, Flyway keeps the failure and would go no further. */
    @ParameterizedTest
    @MethodSource("dev.stairway.engine.flyway.FlywayStepper#allServers")
    void aMigrationThatStopsHalfWayIsToldAndTheNextIsWalked(DatabaseServer server) {
        CellReport report = walk(
                server,
                FlywayProject.in(directory)
                        .usual()
                        .sql("V3__half", "create table half (id int primary key); this is no sql;")
                        .sql("U3__half", "drop table half;")
                        .sql("V4__tags", "create table tags (id int primary key);")
                        .sql("U4__tags", "drop table tags;"));
        assertThat(report.notRun()).isEmpty();
        assertThat(report.steps())
                .extracting(StepReport::verdict)
                .containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE, Verdict.MIGRATION_FAILS, Verdict.REVERSIBLE);
    }

    static CellReport walk(DatabaseServer server, FlywayProject project, Exclusion... exclusions) {
        Cell cell = new Cell(
                "changelog",
                "flyway",
                project.source(),
                new DatabaseRequest(server.id().product(), server.id().version()),
                Scenario.of("sample", 20));
        Toolbox tools = new Toolbox(
                new FlywayEngine(), Fingerprinters::open, (database, seed) -> Fillers.open(database, seed, List.of()));
        WalkOptions options = new WalkOptions(1, List.of(exclusions), List.of(), 0, true, 0);
        return new Stairway(cell, server, tools, options, Progress.SILENT).walk();
    }
}
