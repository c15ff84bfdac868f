package dev.stairway.engine.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("liquibase")
class PreconditionTest {

    private static final String EVEN = "<sqlCheck expectedResult=\"2\">select count(*) from t</sqlCheck>";

    @TempDir
    private Path directory;

    private Changelogs changelogs;

    @BeforeEach
    void changelogs() {
        changelogs = new Changelogs(directory);
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void each_way_to_fail_has_its_own_outcome(DatabaseServer server) throws Exception {
        try (Stepper stepper = new Stepper(server, checked(EVEN))) {
            stepper.up("table");
            StepOutcome halt = stepper.up("HALT");
            assertThat(halt.result()).isEqualTo(Result.FAILED);
            assertThat(halt.reason()).isEqualTo("precondition: SQL Precondition failed.  Expected '2' got '0' (HALT)");
            assertThat(stepper.up("MARK_RAN"))
                    .isEqualTo(StepOutcome.skipped(
                            "precondition: SQL Precondition failed.  Expected '2' got '0' (MARK_RAN)"));
            assertThat(stepper.up("CONTINUE"))
                    .isEqualTo(StepOutcome.skipped(
                            "precondition: SQL Precondition failed.  Expected '2' got '0' (CONTINUE)"));
            assertThat(stepper.statements()).isEmpty();
            assertThat(stepper.up("WARN")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.pending()).containsExactly("rows", "HALT", "CONTINUE");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_precondition_that_holds_now_runs_what_it_held_back_before(DatabaseServer server) throws Exception {
        try (Stepper stepper = new Stepper(server, checked(EVEN))) {
            stepper.up("table");
            stepper.up("CONTINUE");
            stepper.up("MARK_RAN");
            stepper.down("MARK_RAN");
            stepper.up("rows");
            assertThat(stepper.up("CONTINUE")).isEqualTo(StepOutcome.executed());
            assertThat(stepper.statements()).hasSize(1);
            assertThat(stepper.up("MARK_RAN").result()).isEqualTo(Result.SKIPPED);
            stepper.down("CONTINUE");
            assertThat(stepper.up("MARK_RAN")).isEqualTo(StepOutcome.executed());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_precondition_that_cannot_be_asked_is_told_in_the_servers_words(DatabaseServer server) throws Exception {
        String broken = "<sqlCheck expectedResult=\"2\">select count(*) from missing</sqlCheck>";
        try (Stepper stepper = new Stepper(server, checked(broken))) {
            stepper.up("table");
            StepOutcome outcome = stepper.up("HALT");
            assertThat(outcome.result()).isEqualTo(Result.FAILED);
            assertThat(outcome.reason())
                    .startsWith("precondition: ")
                    .contains("missing")
                    .endsWith("(HALT)");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void preconditions_on_the_history_see_what_is_there_now(DatabaseServer server) throws Exception {
        ChangelogSource source = changelogs.xml("db.xml", """
                <changeSet id="first" author="me"><createTable tableName="t"><column name="id" type="int"/></createTable></changeSet>
                <changeSet id="second" author="me">
                  <preConditions onFail="CONTINUE"><changeSetExecuted id="first" author="me" changeLogFile="db.xml"/></preConditions>
                  <addColumn tableName="t"><column name="more" type="int"/></addColumn>
                </changeSet>
                """);
        try (Stepper stepper = new Stepper(server, source)) {
            assertThat(stepper.up("second").result()).isEqualTo(Result.SKIPPED);
            stepper.up("first");
            assertThat(stepper.up("second").result()).isEqualTo(Result.EXECUTED);
            stepper.down("second");
            stepper.down("first");
            assertThat(stepper.up("second").result()).isEqualTo(Result.SKIPPED);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.stairway.engine.liquibase.Stepper#servers")
    void a_changelog_that_refuses_the_database_cannot_be_opened(DatabaseServer server) {
        ChangelogSource refused = changelogs.xml("no.xml", "<preConditions><dbms type=\"oracle\"/></preConditions>");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Stepper(server, refused))
                .withMessage(
                        "The changelog's own preconditions refuse this database\n  Where: no.xml\n"
                                + "  Seen: DBMS Precondition failed: expected oracle, got "
                                + server.id().product()
                                + "\n  Next: Leave this database out for this changelog, or correct the preConditions at its top.");
        ChangelogSource warned =
                changelogs.xml("warn.xml", "<preConditions onFail=\"WARN\"><dbms type=\"oracle\"/></preConditions>");
        new Stepper(server, warned).close();
    }

    private ChangelogSource checked(String precondition) {
        StringBuilder body = new StringBuilder("""
                <changeSet id="table" author="me"><createTable tableName="t"><column name="id" type="int"/></createTable></changeSet>
                <changeSet id="rows" author="me"><sql>insert into t values (101), (102)</sql></changeSet>
                """);
        int id = 0;
        for (String mode : new String[] {"HALT", "MARK_RAN", "CONTINUE", "WARN"}) {
            body.append(
                    "<changeSet id=\"%s\" author=\"me\"><preConditions onFail=\"%s\" onError=\"%s\">%s</preConditions>"
                            .formatted(mode, mode, mode, precondition));
            body.append(
                    "<sql>insert into t values (%d)</sql><rollback>delete from t where id = %d</rollback></changeSet>\n"
                            .formatted(++id, id));
        }
        return changelogs.xml("db.xml", body.toString());
    }
}
