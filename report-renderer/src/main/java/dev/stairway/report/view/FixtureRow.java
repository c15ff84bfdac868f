package dev.stairway.report.view;

import dev.stairway.report.document.Cell;
import dev.stairway.report.document.Cell.Fixture;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file of rows in one cell.
 *
 * @param rows how many went where
 * @param note after which migration, or why not
 */
public record FixtureRow(String file, String where, String css, String result, String rows, String note) {

    static List<FixtureRow> all(Matrix matrix) {
        return matrix.metrics().cells().stream()
                .flatMap(cell -> cell.fixtures().stream().map(fixture -> of(cell, fixture, matrix)))
                .toList();
    }

    private static FixtureRow of(Cell cell, Fixture fixture, Matrix matrix) {
        boolean loaded = fixture.loads() > 0;
        boolean complete = loaded && fixture.reason().isEmpty();
        return new FixtureRow(
                fixture.file(),
                matrix.names().cell(cell),
                (complete ? Tone.OK : Tone.OFF).css(),
                complete ? "loaded" : loaded ? "loaded at first" : "not loaded",
                fixture.rows().entrySet().stream()
                        .map(entry -> Units.count(entry.getValue() == null ? 0 : entry.getValue(), "row")
                                + (entry.getKey().isEmpty() ? "" : " into " + entry.getKey()))
                        .collect(Collectors.joining(", ")),
                complete ? after(cell, fixture, matrix) : fixture.reason());
    }

    private static String after(Cell cell, Fixture fixture, Matrix matrix) {
        String times = fixture.loads() > 1 ? ", " + fixture.loads() + " times" : "";
        return fixture.loadedAfter() == null || fixture.loadedAfter().isEmpty()
                ? "before the first migration" + times
                : "after " + matrix.migrationName(cell.changelog(), fixture.loadedAfter()) + times;
    }
}
