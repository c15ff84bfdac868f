package dev.stairway.matrix;

import dev.stairway.problem.ProblemException;

/**
 * Which data is in the tables while the walk runs.
 *
 * @param name {@code empty} or {@code sample}
 * @param rows rows that every table is filled up to before each step
 * @param writes rows written to each touched table between up and down, as the new release would
 */
public record Scenario(String name, int rows, int writes) {

    private static final int WRITES = 3;

    public static Scenario of(String name, int sampleRows) {
        return switch (name) {
            case "empty" -> new Scenario(name, 0, 0);
            case "sample" -> new Scenario(name, sampleRows, WRITES);
            default ->
                throw ProblemException.setup(
                        "Unknown scenario '" + name + "'",
                        "<scenarios> (-Dmigration.scenarios)",
                        "",
                        "Use 'empty', 'sample' or both, separated by a comma",
                        null);
        };
    }

    /** The same without any generated row. */
    public Scenario withoutRows() {
        return new Scenario(name, 0, 0);
    }
}
