package dev.stairway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseId;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.FindingSheet.Waiver;
import dev.stairway.run.CellReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingSheetTest {

    private static final Finding LOST =
            new Finding(Rule.ROLLBACK_INCOMPLETE, null, "lost", List.of("index ix: removed"), "repair");

    @Test
    void theSameFindingInEveryCellStandsOnce() {
        FindingSheet sheet = new FindingSheet(List.of())
                .add(cell("sqlite", "empty", LOST))
                .add(cell("sqlite", "sample", LOST))
                .add(cell("postgresql", "empty", LOST))
                .add(cell("postgresql", "sample", LOST));

        assertThat(sheet.findings()).singleElement().satisfies(f -> {
            assertThat(f.database()).isEmpty();
            assertThat(f.scenario()).isEmpty();
        });
    }

    @Test
    void aFindingOfOneDatabaseNamesIt() {
        FindingSheet sheet = new FindingSheet(List.of())
                .add(cell("sqlite", "empty", LOST))
                .add(cell("sqlite", "sample", LOST))
                .add(cell("postgresql", "empty"));

        assertThat(sheet.findings()).singleElement().satisfies(f -> {
            assertThat(f.database()).isEqualTo("sqlite-1-embedded");
            assertThat(f.scenario()).isEmpty();
        });
    }

    @Test
    void aFindingOfOneScenarioNamesBoth() {
        FindingSheet sheet =
                new FindingSheet(List.of()).add(cell("sqlite", "empty")).add(cell("sqlite", "sample", LOST));

        assertThat(sheet.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.scenario()).isEqualTo("sample"));
    }

    @Test
    void aWaivedFindingKeepsItsReasonComesLastAndDoesNotFailTheBuild() {
        Waiver waiver = new Waiver("rollback-incomplete", "*", "known, ticket 7");
        List<MetricsDocument.Finding> findings = new FindingSheet(List.of(waiver))
                .add(cell("sqlite", "empty", LOST))
                .findings();

        assertThat(findings).extracting(MetricsDocument.Finding::waiver).containsExactly("known, ticket 7");
        assertThat(new GateRule(Severity.ERROR).judge(findings, null).failed()).isFalse();
    }

    @Test
    void theGateNamesBothNumbers() {
        List<MetricsDocument.Finding> findings =
                new FindingSheet(List.of()).add(cell("sqlite", "empty", LOST)).findings();

        assertThat(new GateRule(Severity.ERROR).judge(findings, null).reasons())
                .containsExactly("1 finding of severity ERROR, allowed are 0 (failOnSeverity=ERROR)");
        assertThat(new GateRule(null).judge(findings, null).failed()).isFalse();
    }

    private static CellReport cell(String product, String scenario, Finding... findings) {
        Cell cell = new Cell(
                "shop",
                "liquibase",
                new ChangelogSource("c.xml", List.of(), FindingSheetTest.class.getClassLoader(), Map.of(), "", ""),
                new DatabaseRequest(product, "1"),
                Scenario.of(scenario, 5));
        return new CellReport(
                cell,
                new DatabaseId(product, "1", "embedded"),
                "1",
                "1",
                "",
                1,
                1,
                "",
                "",
                List.of(),
                null,
                Map.of(),
                List.of(),
                List.of(findings));
    }
}
