package dev.stairway.mojo;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.matrix.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** Which data is in the tables while a walk runs. */
abstract class AbstractDataMojo extends AbstractServersMojo {

    /** Data in the tables: {@code empty}, {@code sample}. Default both. */
    @Parameter(property = "migration.scenarios", defaultValue = "empty,sample")
    private List<String> scenarios;

    /** Rows that every table holds in scenario {@code sample}, 1 to 10000. */
    @Parameter(property = "migration.sampleRows", defaultValue = "20")
    private int sampleRows;

    /** Seed of the generated rows; the same seed gives the same rows. */
    @Parameter(property = "migration.seed", defaultValue = "1")
    private long seed;

    /**
     * Files of rows that the tables shall hold: JSON, CSV or SQL, each with its table, number of records and moment. Example:
     * {@code <fixture><file>test_data/sample_tools.json</file><records>100</records></fixture>}.
     */
    @Parameter
    private List<FixtureParameter> fixtures;

    /** The files, each of which exists. */
    final List<Fixture> fixtures() {
        List<Path> roots = new ArrayList<>();
        roots.add(project().getBasedir().toPath());
        roots.addAll(new ProjectPaths(project()).roots());
        List<Path> distinct = roots.stream().distinct().toList();
        return list(fixtures, List.<FixtureParameter>of()).stream()
                .map(each -> each.fixture(distinct))
                .toList();
    }

    final List<Scenario> scenarios() {
        return list(CheckedSettings.words(scenarios), List.of("empty", "sample")).stream()
                .map(name -> Scenario.of(name, CheckedSettings.sampleRows(sampleRows)))
                .toList();
    }

    final long seed() {
        return seed;
    }

    static <T> List<T> list(List<T> configured, List<T> fallback) {
        return configured == null || configured.isEmpty() ? fallback : configured;
    }
}
