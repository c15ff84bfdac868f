package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Finding;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Small documents for tests: one changelog {@code c}, databases and cells as given. */
final class Documents {

    private Documents() {}

    static Metrics of(List<String> migrations, List<Cell> cells, Finding... findings) {
        List<Metrics.Migration> entries = migrations.stream()
                .map(name -> new Metrics.Migration(name, name, "mia", "c.xml", 1, "", "", "WRITTEN"))
                .toList();
        return new Metrics(
                "1.0",
                null,
                List.of(new Metrics.Changelog("c", "liquibase", "4.33.0", "shipped", "c.xml", entries)),
                Stream.of("postgresql", "sqlite")
                        .map(id -> new Metrics.DatabaseEntry(
                                id,
                                id,
                                "1",
                                "embedded",
                                "1.2",
                                "3",
                                List.of(new Metrics.NotCompared("x of " + id, "why"))))
                        .toList(),
                cells,
                List.of(findings),
                null);
    }

    static Cell cell(String database, String scenario, Step... steps) {
        return new Cell(
                "c/" + database + "/" + scenario,
                "c",
                database,
                scenario,
                10,
                "PASSED",
                "",
                10,
                1,
                1,
                1,
                1,
                "",
                "",
                List.of(steps),
                null,
                Map.of(),
                List.of());
    }

    static Cell notRun(String database, String scenario, String reason) {
        return new Cell(
                "c/" + database + "/" + scenario,
                "c",
                database,
                scenario,
                10,
                "NOT_RUN",
                reason,
                0,
                0,
                0,
                0,
                0,
                "",
                "",
                List.of(),
                null,
                Map.of(),
                List.of());
    }

    static Step step(String migration, String verdict) {
        return step(migration, verdict, "", List.of());
    }

    static Step step(String migration, String verdict, String reason, List<Step.DataLoss> losses, String... sql) {
        List<Step.Statement> statements =
                Stream.of(sql).map(text -> new Step.Statement(text, 1.5)).toList();
        return new Step(
                migration,
                verdict,
                reason,
                2.0,
                1.0,
                2.0,
                0.5,
                10,
                List.of(),
                losses,
                statements,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Finding finding(String rule, String severity, String migration, String waiver) {
        return new Finding(
                rule,
                severity,
                "c",
                migration,
                "",
                "",
                "c.xml",
                3,
                rule + " happened.",
                List.of("a -> b"),
                "Mend it.",
                waiver);
    }
}
