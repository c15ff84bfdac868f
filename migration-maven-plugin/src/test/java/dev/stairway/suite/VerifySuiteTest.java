package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.Finding;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some parts of goal verify over the same servers. */
class VerifySuiteTest {

    @TempDir
    private Path directory;

    private VerifiedProject project;

    @BeforeEach
    void changelog() throws IOException {
        project = new VerifiedProject(directory);
    }

    /** One server for each database, whichever parts use it; the measured ones are servers of their own. */
    @Test
    void partsShareServers() throws Exception {
        project.run(
                List.of("test", "rollback", "data-test", "cross-db", "validate", "safety"), "sqlite", "postgresql:18");

        assertThat(project.started()).containsExactlyInAnyOrder("sqlite", "postgresql");
        assertThat(project.log())
                .filteredOn(line -> line.startsWith("Changelog: "))
                .hasSize(1);
    }

    @Test
    void dangersAreConfirmedByTheWalkOfTheSameRun() throws Exception {
        MetricsDocument document = project.run(List.of("test", "safety"), "sqlite", "postgresql:18")
                .document();

        assertThat(document.findings())
                .filteredOn(finding -> finding.migration().contains("drop-fax"))
                .extracting(finding -> finding.rule() + " " + finding.observed())
                .contains("drop-column CONFIRMED");
        assertThat(project.run(List.of("safety"), "sqlite", "postgresql:18")
                        .document()
                        .findings())
                .filteredOn(finding -> finding.migration().contains("drop-fax"))
                .extracting(finding -> finding.rule() + " " + finding.observed())
                .contains("drop-column UNPROVEN");
    }

    @Test
    void aMigrationThatFailsOnRowsWasForetoldAndIsConfirmed() throws Exception {
        Files.writeString(directory.resolve("1.1.sql"), """
                --liquibase formatted sql
                --changeset ann:no-default
                alter table customer add vat varchar(20) not null;
                --rollback alter table customer drop column vat;
                """);

        MetricsDocument document =
                project.run(List.of("test", "safety"), "postgresql:18").document();

        assertThat(document.findings())
                .filteredOn(finding -> finding.migration().contains("no-default") && finding.observed() != null)
                .anySatisfy(danger -> {
                    assertThat(danger.observed()).isEqualTo("CONFIRMED");
                    assertThat(danger.evidence())
                            .anyMatch(line -> line.startsWith("confirmed: verify: migration-fails"));
                });
    }

    @Test
    void whatOnlyReadsStartsNoServer() throws Exception {
        MetricsDocument document = project.run(List.of("validate", "safety"), "sqlite", "postgresql:18")
                .document();

        assertThat(project.started()).isEmpty();
        assertThat(document.cells()).isEmpty();
        assertThat(rules(document)).contains("rollback-missing");
    }

    @Test
    void theSameIsNotToldByTwoParts() throws Exception {
        MetricsDocument document =
                project.run(List.of("test", "validate"), "sqlite").document();

        assertThat(rules(document)).containsOnlyOnce("rollback-missing");
    }

    @Test
    void oneDatabaseIsComparedWithNothingAndThatIsNoError() throws Exception {
        MetricsDocument document =
                project.run(List.of("test", "cross-db"), "sqlite").document();

        assertThat(document.crossDb()).isNull();
        assertThat(document.cells()).hasSize(2);
    }

    @Test
    void safetyIsUsualWhereItIsKnownWhatIsReleased() {
        assertThat(VerifyParts.usual(Since.NEVER)).containsExactly("test", "rollback", "cross-db", "validate");
        assertThat(VerifyParts.usual(new Since("origin/main", null, directory))).endsWith("safety");
        assertThat(VerifyParts.usual(new Since(null, "v1.4", directory))).endsWith("safety");
    }

    @Test
    void partsAreNamesInAnyOrder() {
        assertThat(VerifyParts.of(List.of("safety", "test"))).containsExactly("test", "safety");
        assertThat(VerifyParts.of(List.of("all"))).isEqualTo(VerifyParts.ALL);
        assertThatThrownBy(() -> VerifyParts.of(List.of("tests")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("There is no part 'tests'")
                .hasMessageContaining("-Dmigration.verify.parts");
    }

    private static List<String> rules(MetricsDocument document) {
        return document.findings().stream().map(Finding::rule).toList();
    }
}
