package dev.stairway.baseline;

import java.util.List;
import java.util.Map;

/**
 * What an earlier run measured, as it is in the file.
 *
 * @param cells sorted by changelog, database and rows
 */
record BaselineDocument(List<Cell> cells) {

    static final String FORMAT_VERSION = "2.0";

    BaselineDocument {
        cells = List.copyOf(cells);
    }

    /** Which cell: figures of other data are not compared. */
    record Key(String changelog, String database, long rows) {}

    /**
     * @param recordedAt ISO-8601, UTC
     * @param steps in the order of the changelog
     */
    record Cell(Key key, String recordedAt, Environment environment, List<Step> steps) {
        Cell {
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param checksum of the migration; an edited one is not compared
     * @param rowsBefore rows in all tables that it met
     * @param up null when it was not measured
     * @param down null when it was not measured
     */
    record Step(String migration, String checksum, long rowsBefore, Side up, Side down) {}

    /**
     * @param millis one for each repetition, in thousandths
     * @param work one number for each counter
     */
    record Side(List<Double> millis, Map<String, Long> work) {
        Side {
            millis = List.copyOf(millis);
            work = Map.copyOf(work);
        }
    }
}
