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
        List<Waiver> waivers,
        List<Part> parts) {

    public Shard {
        inputs = Defaults.map(inputs);
        matrix = Defaults.list(matrix);
        failOnSeverity = Defaults.text(failOnSeverity);
        waivers = Defaults.list(waivers);
        parts = Defaults.list(parts);
    }

    /**
     * @param part of the run; empty where it does one thing
     * @param database as the user asked for it
     */
    public record Planned(String part, String changelog, String database, String scenario, int shard) {

        public Planned {
            part = Defaults.text(part);
            changelog = Defaults.text(changelog);
            database = Defaults.text(database);
            scenario = Defaults.text(scenario);
        }
    }

    /** What one part of a run has found, as if it were the only one. */
    public record Part(String part, List<Finding> findings, List<Prediction> predictions) {

        public Part {
            part = Defaults.text(part);
            findings = Defaults.list(findings);
            predictions = Defaults.list(predictions);
        }
    }

    /** A danger that was read from the text, to be held against what all shards have seen. */
    public record Prediction(String product, String statement, String object, Finding finding) {

        public Prediction {
            product = Defaults.text(product);
            statement = Defaults.text(statement);
            object = Defaults.text(object);
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
