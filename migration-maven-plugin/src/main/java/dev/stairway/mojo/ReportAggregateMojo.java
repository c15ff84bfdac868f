package dev.stairway.mojo;

import dev.stairway.report.Aggregate;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Draws one page about all modules of the build, from the metrics documents that their runs have left; a module without one
 * is told. Belongs into a last module that depends on the others, or on the command line after {@code mvn verify}. Only
 * reads files, and never fails the build because of findings.
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

    @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
    private List<MavenProject> modules;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    boolean skipGoal() {
        return skipReportAggregate;
    }

    @Override
    void run() throws MojoExecutionException {
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
