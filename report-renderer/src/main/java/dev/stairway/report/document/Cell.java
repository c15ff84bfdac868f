package dev.stairway.report.document;

import java.util.List;
import java.util.Map;

/**
 * One changelog on one database with one scenario.
 *
 * @param descent null when it was not walked
 */
public record Cell(
        String id,
        String changelog,
        String database,
        String scenario,
        int rowsPerTable,
        String result,
        String reason,
        long durationMillis,
        long engineMillis,
        long databaseMillis,
        long checkMillis,
        long dataMillis,
        String schemaDigest,
        String dataDigest,
        List<Step> steps,
        Descent descent,
        Map<String, String> unfilled,
        List<Fixture> fixtures) {

    public Cell {
        id = Defaults.text(id);
        changelog = Defaults.text(changelog);
        database = Defaults.text(database);
        scenario = Defaults.text(scenario);
        result = Defaults.text(result);
        reason = Defaults.text(reason);
        schemaDigest = Defaults.text(schemaDigest);
        dataDigest = Defaults.text(dataDigest);
        steps = Defaults.list(steps);
        unfilled = Defaults.map(unfilled);
        fixtures = Defaults.list(fixtures);
    }

    /** By its unique id: cells are keys of maps, and their content is as long as the run. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Cell cell && id.equals(cell.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** False when the cell could not run; its reason says why. */
    public boolean ran() {
        return !"NOT_RUN".equals(result);
    }

    /**
     * A file of rows.
     *
     * @param loadedAfter null when it was not loaded
     * @param rows by qualified table; for a script under the empty name
     */
    public record Fixture(String file, String loadedAfter, int loads, Map<String, Long> rows, String reason) {

        public Fixture {
            file = Defaults.text(file);
            rows = Defaults.map(rows);
            reason = Defaults.text(reason);
        }
    }

    /**
     * @param stoppedAt null when base was reached
     * @param limitMillis 0 for none
     */
    public record Descent(
            String result, String reason, String stoppedAt, int migrations, double durationMillis, long limitMillis) {

        public Descent {
            result = Defaults.text(result);
            reason = Defaults.text(reason);
        }
    }
}
