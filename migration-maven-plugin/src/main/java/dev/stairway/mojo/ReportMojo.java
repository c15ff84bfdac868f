package dev.stairway.mojo;

import dev.stairway.report.Report;
import dev.stairway.report.document.UnreadableMetricsException;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReportException;

/**
 * Draws the metrics of the last run: a stand-alone page at {@code verify}, a page in the project's own skin at {@code
 * site}. Only reads files: it touches no database and never fails the build because of findings.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class ReportMojo extends AbstractReportMojo {

    /** Skips this goal. */
    @Parameter(property = "migration.report.skip", defaultValue = "false")
    private boolean skipReport;

    /** Directory that holds {@code metrics.json}. */
    @Parameter(property = "migration.outputDirectory", defaultValue = "${project.build.directory}/migration")
    private File outputDirectory;

    @Override
    boolean skipGoal() {
        return skipReport;
    }

    @Override
    void run() throws MojoExecutionException {
        if (!Files.exists(metrics())) {
            getLog().info("No report: " + metrics() + " does not exist. Run the goal verify or test first");
            return;
        }
        Path page = outputDirectory.toPath().resolve("report").resolve("index.html");
        try {
            Report report = Report.read(metrics());
            report.writeStandalone(page);
            report.writeJUnit(outputDirectory.toPath());
            report.writeSummary(outputDirectory.toPath().resolve("summary.md"));
        } catch (UncheckedIOException | UnreadableMetricsException e) {
            throw new MojoExecutionException("The report cannot be drawn from " + metrics() + ": " + e.getMessage(), e);
        }
        getLog().info("Report: " + page);
    }

    private Path metrics() {
        return outputDirectory.toPath().resolve("metrics.json");
    }

    @Override
    SitePage page() throws MavenReportException {
        try {
            Report report = Report.read(metrics());
            return new SitePage(report.title(), report.siteFragment());
        } catch (UncheckedIOException | UnreadableMetricsException e) {
            throw new MavenReportException("The report cannot be drawn from " + metrics() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String getOutputPath() {
        return "migration-report";
    }

    @Override
    public String getName(Locale locale) {
        return "Migrations";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Every database migration walked up, down and up again.";
    }

    @Override
    public boolean canGenerateReport() {
        return !skipReport && Files.exists(metrics());
    }
}
