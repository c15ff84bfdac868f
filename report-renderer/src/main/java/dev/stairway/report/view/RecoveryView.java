package dev.stairway.report.view;

import dev.stairway.report.document.Performance;
import dev.stairway.report.document.Performance.Cell;
import dev.stairway.report.document.Performance.Recovery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The time back from head on one database, at the largest size that was measured.
 *
 * @param whole time back over all of them
 */
public record RecoveryView(String where, String whole, List<Row> rows) {

    /** @param migration the oldest one that is taken back */
    public record Row(MigrationLink migration, String migrations, String time, Strip strip) {}

    static List<RecoveryView> all(Performance performance, Matrix matrix) {
        return largest(performance).stream().map(cell -> of(cell, matrix)).toList();
    }

    /** Of each changelog and database the largest cell from which there is a way back. */
    static List<Cell> largest(Performance performance) {
        Map<List<String>, Cell> largest = new LinkedHashMap<>();
        for (Cell cell : performance.cells()) {
            if (!cell.recoveries().isEmpty()) {
                largest.merge(
                        List.of(cell.changelog(), cell.database()),
                        cell,
                        (one, two) -> two.rows() >= one.rows() ? two : one);
            }
        }
        return new ArrayList<>(largest.values());
    }

    static double whole(Cell cell) {
        return cell.recoveries().stream().mapToDouble(Recovery::millis).max().orElse(0);
    }

    private static RecoveryView of(Cell cell, Matrix matrix) {
        double total = whole(cell) * 1.04;
        List<Row> rows = cell.recoveries().stream()
                .map(recovery -> new Row(
                        matrix.link(cell.changelog(), recovery.migration()),
                        Units.count(recovery.migrations()),
                        Units.millis(Double.valueOf(recovery.millis())),
                        new Strip(List.of(Strip.bar(Tone.LOSS, 0, recovery.millis(), total, 0)), 1)))
                .toList();
        return new RecoveryView(
                CostRow.where(cell.database(), cell.rows(), matrix), Units.millis(Double.valueOf(whole(cell))), rows);
    }
}
