package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.judge.ExpectedLoss;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plants each verdict on the schema on both databases, with a near miss that stays green beside it. */
class StairwayVerdictTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aRollbackThatRestoresEverythingIsReversible(String product) {
        CellReport report = Walks.on(product, directory).downToBase().walk("""
                --changeset ann:2
                alter table users add column email varchar(80);
                create unique index ix_users_email on users (email);
                --rollback drop index ix_users_email;
                --rollback alter table users drop column email;
                """);

        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(report.passed()).as(report.findings().toString()).isTrue();
        assertThat(report.descent().stoppedAt()).isEmpty();
        assertThat(report.descent().migrations()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aColumnThatComesBackEmptyIsReversibleWithDataLoss(String product) {
        CellReport report = Walks.on(product, directory).walk(DROP_NOTE);

        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.REVERSIBLE_WITH_DATA_LOSS);
        assertThat(Walks.evidence(report, Rule.ROLLBACK_LOSES_DATA))
                .singleElement()
                .asString()
                .containsPattern("\\d+ rows of (public\\.)?users with another value in note");
        assertThat(report.passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void theSameLossDeclaredPasses(String product) {
        CellReport report = Walks.on(product, directory)
                .expecting(new ExpectedLoss("2", "users", "note", -1))
                .walk(DROP_NOTE);

        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.REVERSIBLE_WITH_DATA_LOSS);
        assertThat(report.passed()).as(report.findings().toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void anotherNumberThanDeclaredFails(String product) {
        CellReport report = Walks.on(product, directory)
                .expecting(new ExpectedLoss("2", "users", "note", 1))
                .walk(DROP_NOTE);

        assertThat(Walks.evidence(report, Rule.DECLARED_LOSS_DIFFERS))
                .singleElement()
                .asString()
                .startsWith("declared 1 row for users.note, found: ");
        assertThat(report.passed()).isFalse();
    }

    private static final String DROP_NOTE = """
            --changeset ann:2
            alter table users drop column note;
            --rollback alter table users add column note varchar(100);
            """;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aForgottenColumnIsAnIncompleteRollbackAndTheWalkGoesOn(String product) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:2
                alter table users add column age int;
                create table extra (id int primary key);
                --rollback drop table extra;
                --changeset ann:3
                create table later (id int primary key);
                --rollback drop table later;
                """);

        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.ROLLBACK_INCOMPLETE);
        assertThat(Walks.evidence(report, Rule.ROLLBACK_INCOMPLETE))
                .singleElement()
                .asString()
                .matches("column (public\\.)?users\\.age: added");
        assertThat(Walks.step(report, "3").verdict()).isEqualTo(Verdict.REVERSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aLostUniqueIndexIsNamed(String product) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:2
                create unique index ix on users (name, id);
                --rollback drop index ix;
                --changeset ann:3
                drop index ix;
                --rollback create index ix on users (name, id);
                """);

        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.REVERSIBLE);
        assertThat(Walks.step(report, "3").verdict()).isEqualTo(Verdict.ROLLBACK_INCOMPLETE);
        assertThat(Walks.evidence(report, Rule.ROLLBACK_INCOMPLETE))
                .singleElement()
                .asString()
                .contains("ix")
                .containsIgnoringCase("unique");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aRollbackThatStopsIsReportedWithTheServersWordsAndTheWalkGoesOn(String product) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:2
                create table extra (id int primary key);
                --rollback drop table extras;
                --changeset ann:3
                create table later (id int primary key);
                --rollback drop table later;
                """);

        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.ROLLBACK_FAILS);
        assertThat(Walks.evidence(report, Rule.ROLLBACK_FAILS).toString()).contains("extras");
        assertThat(Walks.step(report, "3").verdict()).isEqualTo(Verdict.REVERSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void everyIrreversibleMigrationIsNamedInOneRun(String product) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:2
                create table extra (id int primary key);
                --changeset ann:3
                create table more (id int primary key);
                """);

        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.IRREVERSIBLE);
        assertThat(Walks.step(report, "3").verdict()).isEqualTo(Verdict.IRREVERSIBLE);
        assertThat(report.findings().stream().filter(f -> f.rule() == Rule.ROLLBACK_MISSING))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void anEmptyRollbackIsToldApartFromAMissingOne(String product) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:2
                create table extra (id int primary key);
                --rollback empty
                --changeset ann:3
                update users set note = note where id = -1;
                --rollback empty
                """);

        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.ROLLBACK_INCOMPLETE);
        assertThat(Walks.evidence(report, Rule.ROLLBACK_EMPTY)).isNotEmpty();
        assertThat(Walks.step(report, "3").verdict()).isEqualTo(Verdict.REVERSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aRequiredColumnWithoutDefaultFailsOnData(String product) {
        String migrations = """
                --changeset ann:2
                alter table users add column age int not null%s;
                --rollback alter table users drop column age;
                --changeset ann:3
                create table later (id int primary key);
                --rollback drop table later;
                """;

        CellReport report = Walks.on(product, directory).walk(migrations.formatted(""));
        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.MIGRATION_FAILS);
        assertThat(Walks.step(report, "3").verdict()).isEqualTo(Verdict.REVERSIBLE);

        CellReport nearMiss = Walks.on(product, directory).walk(migrations.formatted(" default 0"));
        assertThat(Walks.step(nearMiss, "2").verdict()).isEqualTo(Verdict.REVERSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aMigrationThatFailsEverywhereIsOneVerdictAndNotTheEnd(String product) {
        CellReport report = Walks.on(product, directory).walk("""
                --changeset ann:2
                create table broken (id int primary key, no_such_type);;
                alter table nowhere add column x int;
                --rollback drop table broken;
                --changeset ann:3
                create table later (id int primary key);
                --rollback drop table later;
                """);

        assertThat(report.notRun()).isEmpty();
        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.MIGRATION_FAILS);
        assertThat(report.findings()).anyMatch(f -> f.rule() == Rule.MIGRATION_FAILS);
        assertThat(Walks.step(report, "3").verdict()).isEqualTo(Verdict.REVERSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatDoesNotRunHereIsNotCoveredWithAReason(String product) {
        CellReport report = Walks.on(product, directory)
                .excluding("*::3::*", "needs the running application")
                .walk("""
                --changeset ann:2 dbms:oracle
                create table never (id int primary key);
                --rollback drop table never;
                --changeset ann:3
                create table left_out (id int primary key);
                --rollback drop table left_out;
                """);

        assertThat(Walks.step(report, "2").verdict()).isEqualTo(Verdict.NOT_COVERED);
        assertThat(Walks.step(report, "2").reason()).contains("oracle");
        assertThat(Walks.step(report, "3").verdict()).isEqualTo(Verdict.NOT_COVERED);
        assertThat(Walks.step(report, "3").reason()).isEqualTo("left out: needs the running application");
        assertThat(report.passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void twoWalksGiveTheSameFingerprints(String product) {
        CellReport first = Walks.on(product, directory).walk(DROP_NOTE);
        CellReport second = Walks.on(product, directory).walk(DROP_NOTE);

        assertThat(second.schemaDigest()).hasSize(32).isEqualTo(first.schemaDigest());
        assertThat(second.dataDigest()).hasSize(32).isEqualTo(first.dataDigest());
    }
}
