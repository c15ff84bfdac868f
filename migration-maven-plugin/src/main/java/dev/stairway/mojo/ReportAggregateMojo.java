package dev.stairway.mojo;

import dev.stairway.report.Aggregate;
import dev.stairway.suite.EarlierRun;
import dev.stairway.suite.Ending;
import dev.stairway.suite.GitHubActions;
import dev.stairway.suite.ShardMerge;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Draws one page about all modules of the build, from the metrics documents that their runs have left; a module without one
 * is told. Belongs into a last module that depends on the others, or on the command line after {@code mvn verify}. Only
 * reads files, and never fails the build because of findings.
 *
 * <p>With {@code shards} it puts the parts of one run together instead that several machines have shared
 * ({@code -Dmigration.shard=2/8}), writes all files of the whole run, and fails where the whole run would.
 */
@Mojo(name = "report-aggregate", defaultPhase = LifecyclePhase.VERIFY, aggregator = true, threadSafe = true)
public class ReportAggregateMojo extends AbstractReportMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.report-aggregate.skip", defaultValue = "false")
    private boolean skipReportAggregate;

    /** Where the page goes. */
    @Parameter(
            property = "migration.aggregateDirectory",
            defaultValue = "${project.build.directory}/migration-aggregate")
    private File aggregateDirectory;

    /** Directory of the goals' output in every module, relative to its build directory. */
    @Parameter(property = "migration.moduleOutput", defaultValue = "migration")
    private String moduleOutput;

    /**
     * Metrics documents of all shards of one run, relative to the project; {@code *} stands for any name. Default: none, and
     * modules are drawn. Example: {@code -Dmigration.shards=target/shards/*}{@code /metrics.json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.shards")
    private String shards;

    /**
     * Reports everything about the shards but never fails the build because of findings.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.failureIgnore", defaultValue = "false")
    private boolean failureIgnore;

    /**
     * {@code auto} shows the result of the shards where the build runs: on GitHub Actions as the summary of the job and as notes
     * at the lines of the pull request. {@code none} writes files only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migration.ci", defaultValue = "auto")
    private String ci;

    @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
    private List<MavenProject> modules;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    boolean skipGoal() {
        return skipReportAggregate;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (shards == null || shards.isBlank()) {
            draw();
        } else {
            merge();
        }
    }

    private void merge() throws MojoFailureException {
        Path output = aggregateDirectory.toPath();
        EarlierRun.forget(output);
        ProjectPaths paths = new ProjectPaths(project);
        Ending ending = Ending.of(new ShardMerge(
                        project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion(),
                        project.getName(),
                        output,
                        paths.roots(),
                        secrets().mask(),
                        Clock.systemUTC())
                .merge(project.getBasedir().toPath(), shards));
        if (!"none".equals(ci)) {
            GitHubActions.here().show(output, paths.roots());
        }
        ending.table().forEach(getLog()::info);
        if (ending.gateFailed() && !failureIgnore) {
            throw new MojoFailureException(ending.failure());
        }
        ending.warnings().forEach(getLog()::warn);
        getLog().info(ending.summary());
    }

    @Override
    Optional<Path> report() {
        return Optional.of(aggregateDirectory.toPath().resolve("report").resolve("index.html"))
                .filter(Files::exists);
    }

    private void draw() throws MojoExecutionException {
        Path page = aggregateDirectory.toPath().resolve("index.html");
        try {
            Aggregate aggregate = aggregate(page.getParent());
            aggregate.writeStandalone(page);
            getLog().info(aggregate.summary());
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        getLog().info("Report: " + page);
    }

    private Aggregate aggregate(Path directory) {
        ModuleRuns runs = new ModuleRuns(moduleOutput, directory);
        modules.forEach(module ->
                runs.add(module.getArtifactId(), Path.of(module.getBuild().getDirectory()), ModuleRuns.walks(module)));
        return Aggregate.read(project.getName(), runs.parts(), runs.missing());
    }

    @Override
    SitePage page() {
        Aggregate aggregate = aggregate(getReportOutputDirectory().toPath());
        return new SitePage(aggregate.title(), aggregate.siteFragment());
    }

    @Override
    public String getOutputPath() {
        return "migration-report-aggregate";
    }

    @Override
    public String getName(Locale locale) {
        return "Migrations of all modules";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Every database migration of every module walked up, down and up again.";
    }

    /** A site asks every module for every report of the plugin; this one is about all of them, and drawn once. */
    @Override
    public boolean canGenerateReport() {
        return !skipReportAggregate && modules.size() > 1 && project.isExecutionRoot();
    }
}
