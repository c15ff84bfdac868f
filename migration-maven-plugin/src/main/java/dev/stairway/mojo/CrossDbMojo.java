package dev.stairway.mojo;

import dev.stairway.compare.cross.CrossOptions;
import dev.stairway.matrix.Scenario;
import dev.stairway.suite.SuiteOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Applies every changelog to all its databases side by side and compares them after every migration: schemas, rows, and what
 * they do with the same statements. Needs at least two databases, of different products or of different versions.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "cross-db",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class CrossDbMojo extends AbstractWalkMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.crossDb.skip", defaultValue = "false")
    private boolean skipCrossDb;

    /** Where metrics, report and test results go; not where the other goals write theirs. */
    @Parameter(
            property = "migration.crossDb.outputDirectory",
            defaultValue = "${project.build.directory}/migration/cross-db")
    private File crossDbOutputDirectory;

    /**
     * Finds out at the end what every database does with the same statements: NULL, duplicate keys, text that is too long, and
     * so on. {@code false} compares schemas and rows only.
     */
    @Parameter(property = "migration.crossDb.probes", defaultValue = "true")
    private boolean probes;

    /** Differences that the project lives with, each with a reason; those that are not there are told. Default: none. */
    @Parameter
    private List<AcceptedDifferenceParameter> acceptedDifferences;

    @Override
    boolean skipGoal() {
        return skipCrossDb;
    }

    @Override
    String goal() {
        return "cross-db";
    }

    @Override
    Path output() {
        return crossDbOutputDirectory.toPath();
    }

    /** Rows that are there before a migration are what it may treat differently. */
    @Override
    List<Scenario> scenarios() {
        return List.of(scenario("sample"));
    }

    @Override
    SuiteOptions asked(SuiteOptions options) {
        return options.comparing(new CrossOptions(
                options.walk().seed(),
                options.walk().exclusions(),
                list(acceptedDifferences, List.<AcceptedDifferenceParameter>of()).stream()
                        .map(AcceptedDifferenceParameter::accepted)
                        .toList(),
                probes));
    }
}
