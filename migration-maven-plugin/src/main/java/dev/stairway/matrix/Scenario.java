package dev.stairway.matrix;

import dev.stairway.problem.ProblemException;

/**
 * Which data is in the tables while the walk runs.
 *
 * @param name {@code empty}, {@code sample}, {@code large}, or that of an upgrade path
 * @param rows rows that every table is filled up to before each step
 * @param writes rows written to each touched table between up and down, as the new release would
 * @param path where the walk starts; null for an empty database
 */
public record Scenario(String name, int rows, int writes, UpgradePath path) {

    /** Name of the scenario with as many rows as production has. */
    public static final String LARGE = "large";

    private static final int WRITES = 3;

    /** From an empty database. */
    public Scenario(String name, int rows, int writes) {
        this(name, rows, writes, null);
    }

    /** @param rows that every table shall hold; of no meaning to {@code empty} */
    public static Scenario of(String name, int rows) {
        return switch (name) {
            case "empty" -> new Scenario(name, 0, 0);
            case "sample", LARGE -> new Scenario(name, rows, WRITES);
            default ->
                throw ProblemException.setup(
                        "Unknown scenario '" + name + "'",
                        "<scenarios> (-Dmigration.scenarios)",
                        "",
                        "Use 'empty', 'sample' or 'large', or several of them, separated by commas",
                        null);
        };
    }

    /** From a release on, with rows as in {@code sample}. */
    public static Scenario of(UpgradePath path, int rows) {
        return new Scenario(path.name(), rows, WRITES, path);
    }

    /** True for data of production's size, which is neither copied nor read again without need. */
    public boolean large() {
        return name.equals(LARGE);
    }

    /** The same without any generated row. */
    public Scenario withoutRows() {
        return new Scenario(name, 0, 0, path);
    }
}
