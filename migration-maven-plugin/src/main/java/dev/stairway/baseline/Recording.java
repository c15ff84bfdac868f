package dev.stairway.baseline;

import dev.stairway.baseline.BaselineDocument.Cell;
import dev.stairway.baseline.BaselineDocument.Key;
import dev.stairway.baseline.BaselineDocument.Side;
import dev.stairway.baseline.BaselineDocument.Step;
import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsDocument.ChangelogEntry;
import dev.stairway.metrics.MetricsDocument.DatabaseEntry;
import dev.stairway.metrics.Performance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Turns what a run measured into what a baseline keeps of it. */
final class Recording {

    private static final String UNKNOWN = "";

    private final MetricsDocument document;

    private Recording(MetricsDocument document) {
        this.document = document;
    }

    /** All that was measured. */
    static BaselineDocument of(MetricsDocument document) {
        return of(document, cell -> !cell.steps().isEmpty());
    }

    /** Of the cells that were measured to their end. */
    static BaselineDocument whole(MetricsDocument document) {
        return of(document, cell -> cell.result().equals("MEASURED"));
    }

    private static BaselineDocument of(MetricsDocument document, Predicate<Performance.Cell> kept) {
        Recording recording = new Recording(document);
        return new BaselineDocument(document.performance().cells().stream()
                .filter(kept)
                .map(recording::cell)
                .toList());
    }

    private Cell cell(Performance.Cell cell) {
        ChangelogEntry changelog = document.changelogs().stream()
                .filter(entry -> entry.id().equals(cell.changelog()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No changelog " + cell.changelog()));
        DatabaseEntry database = document.databases().stream()
                .filter(entry -> entry.id().equals(cell.database()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No database " + cell.database()));
        Map<String, String> checksums = new TreeMap<>();
        changelog.migrations().forEach(migration -> checksums.put(migration.id(), known(migration.checksum())));
        return new Cell(
                new Key(cell.changelog(), cell.database(), cell.rows()),
                document.run().startedAt(),
                environment(changelog, database),
                cell.steps().stream()
                        .filter(step -> step.up() != null || step.down() != null)
                        .map(step -> new Step(
                                step.migration(),
                                checksums.getOrDefault(step.migration(), UNKNOWN),
                                step.rowsBefore(),
                                side(step.up()),
                                side(step.down())))
                        .toList());
    }

    private Environment environment(ChangelogEntry changelog, DatabaseEntry database) {
        Map<String, String> tool = document.run().tool();
        return new Environment(
                tool.getOrDefault("cpu", UNKNOWN),
                Integer.parseInt(tool.getOrDefault("cores", "0")),
                tool.getOrDefault("os", UNKNOWN),
                Environment.major(tool.getOrDefault("java", UNKNOWN)),
                database.product(),
                known(database.serverVersion()),
                changelog.engine(),
                known(changelog.engineVersion()),
                minor(tool.getOrDefault("plugin", UNKNOWN)),
                document.run().seed());
    }

    private static String known(String text) {
        return text == null ? UNKNOWN : text;
    }

    /** Major and minor version. */
    private static String minor(String version) {
        int first = version.indexOf('.');
        int second = version.indexOf('.', first + 1);
        return first < 0 || second < 0 ? version : version.substring(0, second);
    }

    private static Side side(Performance.Side side) {
        if (side == null || side.millis().isEmpty()) {
            return null;
        }
        Map<String, Long> work = new TreeMap<>();
        side.counters().forEach((key, values) -> {
            if (!values.isEmpty() && Figure.COUNTERS.containsKey(key)) {
                work.put(key, Math.round(work(values).median()));
            }
        });
        return new Side(side.millis().stream().map(Recording::thousandths).toList(), work);
    }

    static Sample work(List<Long> values) {
        return new Sample(values.stream().map(Long::doubleValue).toList());
    }

    private static double thousandths(double millis) {
        return Math.round(millis * 1e3) / 1e3;
    }
}
