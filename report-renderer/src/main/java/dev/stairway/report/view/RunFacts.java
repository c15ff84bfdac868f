package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Cell.Descent;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.view.MigrationView.Fact;
import java.util.ArrayList;
import java.util.List;

/** When, where and with what, and where the time went. */
public record RunFacts(
        List<Fact> facts,
        List<DatabaseRow> databases,
        List<CellRow> cells,
        List<FixtureRow> fixtures,
        List<DescentRow> descents) {

    public record DatabaseRow(String name, String server, String driver, String provider) {}

    private static final int SHOWN_DIGITS = 12;

    /**
     * @param rows what it was filled up with
     * @param parts engine, database, checks, data: where the time went
     */
    public record CellRow(
            String where, String css, String result, String rows, String duration, List<String> parts, String digest) {}

    public record DescentRow(
            String where, String css, String result, String migrations, String time, String limit, String note) {}

    static RunFacts of(Matrix matrix) {
        return new RunFacts(
                facts(matrix.metrics()), databases(matrix), cells(matrix), FixtureRow.all(matrix), descents(matrix));
    }

    private static List<Fact> facts(Metrics metrics) {
        Metrics.Run run = metrics.run();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("project", run.project()));
        facts.add(new Fact("goal", run.goal()));
        facts.add(new Fact("started", Units.instant(run.startedAt())));
        facts.add(new Fact("took", Units.millis(run.durationMillis())));
        facts.add(new Fact("seed of the data", Long.toString(run.seed())));
        run.tool().forEach((name, version) -> facts.add(new Fact(name, version == null ? "" : version)));
        facts.add(new Fact("format of metrics.json", metrics.formatVersion()));
        facts.removeIf(fact -> fact.value().isBlank());
        return facts;
    }

    private static List<DatabaseRow> databases(Matrix matrix) {
        return matrix.metrics().databases().stream()
                .map(entry -> new DatabaseRow(
                        matrix.names().database(entry.id()),
                        entry.serverVersion() == null ? "never started" : entry.serverVersion(),
                        entry.driverVersion() == null ? "–" : entry.driverVersion(),
                        entry.provider()))
                .toList();
    }

    private static List<CellRow> cells(Matrix matrix) {
        return matrix.metrics().cells().stream()
                .map(cell -> new CellRow(
                        matrix.names().cell(cell),
                        Result.of(cell.result()).css(),
                        Result.of(cell.result()).label(),
                        matrix.names().words(cell.database()).filledUp(cell.rowsPerTable()),
                        Units.millis(cell.durationMillis()),
                        List.of(
                                Units.millis(cell.engineMillis()),
                                Units.millis(cell.databaseMillis()),
                                Units.millis(cell.checkMillis()),
                                Units.millis(cell.dataMillis())),
                        shortened(cell.schemaDigest())))
                .toList();
    }

    /** Enough to see at a glance which cells agree; metrics.json has all of it. */
    private static String shortened(String digest) {
        return digest.length() <= SHOWN_DIGITS ? digest : digest.substring(0, SHOWN_DIGITS) + "…";
    }

    private static List<DescentRow> descents(Matrix matrix) {
        return matrix.metrics().cells().stream()
                .filter(cell -> cell.descent() != null)
                .map(cell -> descent(cell, cell.descent(), matrix))
                .toList();
    }

    private static DescentRow descent(Cell cell, Descent descent, Matrix matrix) {
        String stopped = descent.stoppedAt() == null
                ? ""
                : "stopped at " + matrix.migrationName(cell.changelog(), descent.stoppedAt());
        return new DescentRow(
                matrix.names().cell(cell),
                Result.of(descent.result()).css(),
                Result.of(descent.result()).label(),
                Units.count(descent.migrations()),
                Units.millis(descent.durationMillis()),
                descent.limitMillis() == 0 ? "none" : Units.millis(descent.limitMillis()),
                stopped.isEmpty() || descent.reason().isEmpty()
                        ? stopped + descent.reason()
                        : stopped + ": " + descent.reason());
    }
}
