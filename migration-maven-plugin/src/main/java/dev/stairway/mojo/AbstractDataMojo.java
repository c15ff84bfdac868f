package dev.stairway.mojo;

import dev.stairway.matrix.Scenario;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** Which data is in the tables while a walk runs. */
abstract class AbstractDataMojo extends AbstractServersMojo {

    /** Data in the tables: {@code empty}, {@code sample}, {@code large}. Default the first two. Example: {@code sample,large}. */
    @Parameter(property = "migration.scenarios", defaultValue = "empty,sample")
    private List<String> scenarios;

    /** Rows that every table holds in scenario {@code sample}, 1 to 10000. */
    @Parameter(property = "migration.sampleRows", defaultValue = "20")
    private int sampleRows;

    /**
     * Rows that every table holds in scenario {@code large}, 1 to 100000000. Disk that they need is checked before they are
     * made. Example: {@code 1000000}.
     */
    @Parameter(property = "migration.largeRows", defaultValue = "10000")
    private int largeRows;

    /** Seed of the generated rows; the same seed gives the same rows. */
    @Parameter(property = "migration.seed", defaultValue = "1")
    private long seed;

    /**
     * SQL databases: reads everything again after every step, besides what the step touched, and reports a defect of this
     * plugin where the two differ. Takes time in proportion to all rows.
     */
    @Parameter(property = "migration.paranoid", defaultValue = "false")
    private boolean paranoid;

    List<Scenario> scenarios() {
        return list(CheckedSettings.words(scenarios), List.of("empty", "sample")).stream()
                .map(this::scenario)
                .toList();
    }

    @Override
    final long rowsPerTable() {
        return scenarios().stream().mapToLong(Scenario::rows).max().orElse(0);
    }

    final Scenario scenario(String name) {
        return Scenario.of(
                name,
                name.equals(Scenario.LARGE)
                        ? CheckedSettings.largeRows(largeRows)
                        : CheckedSettings.sampleRows(sampleRows));
    }

    final long seed() {
        return seed;
    }

    final boolean paranoid() {
        return paranoid;
    }

    static <T> List<T> list(List<T> configured, List<T> fallback) {
        return configured == null || configured.isEmpty() ? fallback : configured;
    }
}
