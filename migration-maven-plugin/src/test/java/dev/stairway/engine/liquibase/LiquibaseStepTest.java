package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcSession;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("liquibase")
class LiquibaseStepTest {

    private static final String TABLE = """
            --changeset me:table
            create table t (id int primary key);
            --rollback drop table t;
            """;

    @TempDir
    private Path directory;

    private Changelogs changelogs;

    @BeforeEach
    void changelogs() {
        changelogs = new Changelogs(directory);
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_changeSet_goes_up_down_and_up_again_in_sessions_of_its_own(DatabaseServer server) throws Exception {
        try (Stepper stepper = new Stepper(server, changelogs.sql("db.sql", TABLE))) {
            assertThat(stepper.up("table")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.statements()).containsExactly("create table t (id int primary key)");
            assertThat(stepper.value("select count(*) from t")).isEqualTo("0");
            assertThat(stepper.pending()).isEmpty();
            assertThat(stepper.down("table")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.statements()).containsExactly("drop table t");
            assertThat(stepper.pending()).containsExactly("table");
            assertThat(stepper.up("table")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.value("select count(*) from databasechangelog")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_discarded_step_leaves_neither_the_change_nor_its_history(DatabaseServer server) throws Exception {
        try (Stepper stepper = new Stepper(server, changelogs.sql("db.sql", TABLE));
                JdbcSession session = stepper.database().newSession()) {
            EngineRun run = stepper.run();
            session.begin();
            run.up(run.migrations().get(0), session);
            assertThat(session.discardable()).isTrue();
            session.discard();
            assertThat(run.pending(session)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_failing_statement_is_an_outcome_with_the_servers_words_and_the_statement(DatabaseServer server)
            throws Exception {
        String body = TABLE + """
                --changeset me:broken
                insert into t values (1);
                insert into missing values (1);
                --changeset me:after
                insert into t values (2);
                """;
        try (Stepper stepper = new Stepper(server, changelogs.sql("db.sql", body))) {
            stepper.up("table");
            StepOutcome outcome = stepper.up("broken");
            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.sql()).isEqualTo("insert into missing values (1)");
            assertThat(outcome.reason())
                    .isEqualTo(
                            server.id().product().equals("sqlite")
                                    ? "[SQLITE_ERROR] SQL error or missing database (no such table: missing)"
                                    : "ERROR: relation \"missing\" does not exist\n  Position: 13");
            assertThat(stepper.up("after").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.value("select count(*) from t")).isEqualTo("1");
            assertThat(stepper.pending()).containsExactly("broken");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_failure_that_failOnError_allows_is_skipped_with_its_reason_and_runs_when_it_can(DatabaseServer server)
            throws Exception {
        String body = TABLE + """
                --changeset me:allowed failOnError:false
                insert into t select 5 from missing;
                --changeset me:missing
                create table missing (id int);
                """;
        try (Stepper stepper = new Stepper(server, changelogs.sql("db.sql", body))) {
            stepper.up("table");
            StepOutcome outcome = stepper.up("allowed");
            assertThat(outcome.result()).isEqualTo(Result.SKIPPED);
            assertThat(outcome.reason())
                    .startsWith("failed, which failOnError=\"false\" allows: ")
                    .contains("missing");
            assertThat(stepper.pending()).contains("allowed");
            stepper.up("missing");
            assertThat(stepper.up("allowed").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.pending()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void rollbacks_that_are_missing_empty_and_automatic_are_told_apart(DatabaseServer server) throws Exception {
        String body = """
                <changeSet id="automatic" author="me"><createTable tableName="t"><column name="id" type="int"/></createTable></changeSet>
                <changeSet id="empty" author="me"><insert tableName="t"><column name="id" value="1"/></insert><rollback/></changeSet>
                <changeSet id="missing" author="me"><dropTable tableName="t"/></changeSet>
                """;
        try (Stepper stepper = new Stepper(server, changelogs.xml("db.xml", body))) {
            stepper.upAll();
            assertThat(stepper.down("missing"))
                    .isEqualTo(StepOutcome.irreversible(
                            "No rollback is written, and Liquibase derives none for 'dropTable'"));
            assertThat(stepper.pending()).isEmpty();
            assertThat(stepper.down("empty")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.statements()).isEmpty();
            assertThat(stepper.pending()).containsExactly("empty");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_rollback_that_fails_keeps_the_migration_in_the_history(DatabaseServer server) throws Exception {
        String body = """
                --changeset me:table
                create table t (id int primary key);
                --rollback drop table tt;
                """;
        try (Stepper stepper = new Stepper(server, changelogs.sql("db.sql", body))) {
            stepper.up("table");
            StepOutcome outcome = stepper.down("table");
            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.sql()).isEqualTo("drop table tt");
            assertThat(outcome.reason()).contains("tt").doesNotContain("liquibase");
            assertThat(stepper.pending()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_changeSet_that_is_left_out_is_recorded_as_ran(DatabaseServer server) throws Exception {
        try (Stepper stepper = new Stepper(server, changelogs.sql("db.sql", TABLE))) {
            stepper.markRan("table");
            assertThat(stepper.pending()).isEmpty();
            assertThat(stepper.value("select exectype from databasechangelog")).isEqualTo("MARK_RAN");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void what_repeats_is_pending_after_it_ran_and_keeps_one_row(DatabaseServer server) throws Exception {
        String body = TABLE + """
                --changeset me:always runAlways:true
                delete from t where id = 7;
                --changeset me:onChange runOnChange:true
                delete from t where id = 8;
                """;
        try (Stepper stepper = new Stepper(server, changelogs.sql("db.sql", body))) {
            stepper.upAll();
            assertThat(stepper.pending()).containsExactly("always");
            assertThat(stepper.up("always").result()).isEqualTo(Result.EXECUTED);
            assertThat(stepper.value("select count(*) from databasechangelog")).isEqualTo("3");
            assertThat(stepper.value("select exectype from databasechangelog where id = 'always'"))
                    .isEqualTo("RERAN");
            assertThat(stepper.migration("always").repeats()).isTrue();
            assertThat(stepper.migration("table").repeats()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void what_is_not_for_this_database_context_or_label_says_why(DatabaseServer server) throws Exception {
        changelogs.sql("db.sql", TABLE + """
                        --changeset me:oracle dbms:oracle
                        select 1 from dual;
                        --changeset me:production context:production
                        select 1;
                        --changeset me:labelled labels:later
                        select 1;
                        --changeset me:ignored ignore:true
                        select 1;
                        """);
        var source = changelogs.source("db.sql", java.util.Map.of(), "test", "now");
        String product = server.id().product();
        try (Stepper stepper = new Stepper(server, source)) {
            assertThat(stepper.migration("table").notApplicable()).isEmpty();
            assertThat(stepper.migration("oracle").notApplicable())
                    .contains("dbms is 'oracle', this database is '" + product + "'");
            assertThat(stepper.migration("production").notApplicable())
                    .contains("context is 'production', this run has 'test'");
            assertThat(stepper.migration("labelled").notApplicable())
                    .contains("label is 'later', this run wants 'now'");
            assertThat(stepper.migration("ignored").notApplicable()).contains("it is marked ignore=\"true\"");
            assertThat(stepper.upAll())
                    .extracting(StepOutcome::result)
                    .containsExactly(Result.EXECUTED, Result.SKIPPED, Result.SKIPPED, Result.SKIPPED, Result.SKIPPED);
            assertThat(stepper.pending()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_changeSet_outside_a_transaction_is_not_discardable(DatabaseServer server) throws Exception {
        String body = """
                --changeset me:inside
                create table a (id int);
                --changeset me:outside runInTransaction:false
                create table b (id int);
                """;
        try (Stepper stepper = new Stepper(server, changelogs.sql("db.sql", body));
                JdbcSession session = stepper.database().newSession()) {
            EngineRun run = stepper.run();
            assertThat(stepper.migration("inside").transactional()).isTrue();
            assertThat(stepper.migration("outside").transactional()).isFalse();
            session.begin();
            run.up(stepper.migration("outside"), session);
            assertThat(session.discardable()).isFalse();
            assertThat(session.ranOutsideTransaction()).isTrue();
            session.settle();
            session.begin();
            run.up(stepper.migration("inside"), session);
            assertThat(session.discardable()).isTrue();
            assertThat(session.ranOutsideTransaction()).isFalse();
            session.settle();
            assertThat(run.pending(session)).isEmpty();
        }
    }
}
