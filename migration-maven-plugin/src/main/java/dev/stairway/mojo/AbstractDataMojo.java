package dev.stairway.mojo;

import dev.stairway.data.fixture.Fixture;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.RowRule;
import dev.stairway.run.StateRules;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /**
     * Files of rows that the tables shall hold: JSON, CSV or SQL, each with its table, number of records and moment. Example:
     * {@code <fixture><file>test_data/sample_tools.json</file><records>100</records></fixture>}.
     */
    @Parameter
    private List<FixtureParameter> fixtures;

    /**
     * SQL databases: files of queries, or directories of them, whose answers must be right before and after every step.
     * Default: {@code src/test/migration/assertions} or {@code src/test/resources/migration/assertions}, where it exists.
     */
    @Parameter(property = "migration.assertions")
    private List<String> assertions;

    /**
     * How many rows some tables must hold, or may lose. Example:
     * {@code <rowCountRule><tables>audit_*</tables><rows>never-fewer</rows></rowCountRule>}.
     */
    @Parameter
    private List<RowCountRuleParameter> rowCountRules;

    /** Tables of which no migration may change rows or values. Example: {@code <unchangedTable>country</unchangedTable>}. */
    @Parameter(property = "migration.unchangedTables")
    private List<String> unchangedTables;

    /**
     * A profile of a real database, as the goal {@code profile} writes it: in scenario {@code large}, generated rows are then as
     * many, as often NULL, as different and as long as there. Scenario {@code sample} makes no more rows than there are.
     * Default: none.
     */
    @Parameter(property = "migration.profileFile")
    private File profileFile;

    /**
     * Walks that start from a release that customers have instead of from an empty database, each a scenario of its own.
     * Example: {@code <upgradePath><from>v1.4</from><dump>src/test/migration/release-1.4.sql</dump></upgradePath>}.
     */
    @Parameter
    private List<UpgradePathParameter> upgradePaths;

    /** Null for none. */
    final Path profileFile() {
        return profileFile == null ? null : profileFile.toPath();
    }

    /** The files, each of which exists. */
    final List<Fixture> fixtures() {
        List<Path> roots = new ArrayList<>();
        roots.add(project().getBasedir().toPath());
        roots.addAll(new ProjectPaths(project()).roots());
        List<Path> distinct = roots.stream().distinct().toList();
        Stream<Fixture> general =
                list(fixtures, List.<FixtureParameter>of()).stream().map(each -> each.fixture(distinct));
        Stream<Fixture> released = list(upgradePaths, List.<UpgradePathParameter>of()).stream()
                .filter(path -> walksReleases())
                .flatMap(path -> path.fixtures(distinct).stream());
        return Stream.concat(general, released).toList();
    }

    /** False for a goal that has data of its own. */
    boolean walksReleases() {
        return true;
    }

    /** What the user says of the rows. */
    final StateRules rules() {
        Stream<RowRule> counts =
                list(rowCountRules, List.<RowCountRuleParameter>of()).stream().map(RowCountRuleParameter::rule);
        Stream<RowRule> unchanged = CheckedSettings.words(unchangedTables).stream()
                .map(table -> new RowRule(table, "*", RowRule.Holds.SAME_ROWS, 0, -1));
        return new StateRules(
                AssertionSources.read(project().getBasedir().toPath(), CheckedSettings.words(assertions)),
                Stream.concat(counts, unchanged).toList());
    }

    List<Scenario> scenarios() {
        Stream<Scenario> named = list(CheckedSettings.words(scenarios), List.of("empty", "sample")).stream()
                .map(this::scenario);
        Path base = project().getBasedir().toPath();
        Stream<Scenario> released = list(upgradePaths, List.<UpgradePathParameter>of()).stream()
                .map(path -> Scenario.of(path.path(base), CheckedSettings.sampleRows(sampleRows)));
        return CheckedSettings.eachOnce(Stream.concat(named, released).toList());
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
