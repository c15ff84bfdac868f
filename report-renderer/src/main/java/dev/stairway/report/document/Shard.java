package dev.stairway.report.document;

import java.util.List;
import java.util.Map;

/**
 * Which part of a matrix a run took.
 *
 * @param index 1 to {@code count}
 * @param inputs what all shards have in common, by name
 * @param matrix all cells in order, each with its shard
 */
public record Shard(
        int index,
        int count,
        Map<String, String> inputs,
        List<Planned> matrix,
        String failOnSeverity,
        int maxAllowed,
        List<Waiver> waivers) {

    public Shard {
        inputs = Defaults.map(inputs);
        matrix = Defaults.list(matrix);
        failOnSeverity = Defaults.text(failOnSeverity);
        waivers = Defaults.list(waivers);
    }

    /** @param database as the user asked for it */
    public record Planned(String changelog, String database, String scenario, int shard) {

        public Planned {
            changelog = Defaults.text(changelog);
            database = Defaults.text(database);
            scenario = Defaults.text(scenario);
        }
    }

    /** Keeps findings from failing the build. */
    public record Waiver(String rule, String migration, String reason) {

        public Waiver {
            rule = Defaults.text(rule);
            migration = Defaults.text(migration);
            reason = Defaults.text(reason);
        }
    }
}
