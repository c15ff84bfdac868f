package dev.stairway.mojo;

import dev.stairway.report.Report;
import dev.stairway.report.document.UnreadableMetricsException;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Draws the metrics of the last run: a stand-alone page at {@code verify}, a page in the project's own skin at {@code
 * site}. Only reads files: it touches no database and never fails the build because of findings.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class ReportMojo extends AbstractMigrationMojo implements MavenReport {

    private static final String OUTPUT_NAME = "migration-report";

    /** Skips this goal. */
    @Parameter(property = "migration.report.skip", defaultValue = "false")
    private boolean skipReport;

    /** Directory that holds {@code metrics.json}. */
    @Parameter(property = "migration.outputDirectory", defaultValue = "${project.build.directory}/migration")
    private File outputDirectory;

    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true)
    private File reportOutputDirectory;

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

    /** Found by reflection by some site plugins; {@code sinkFactory} may be null. */
    public void generate(Sink sink, SinkFactory sinkFactory, Locale locale) throws MavenReportException {
        try {
            new SitePage(Report.read(metrics())).draw(sink);
        } catch (UncheckedIOException | UnreadableMetricsException e) {
            throw new MavenReportException("The report cannot be drawn from " + metrics() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        generate(sink, null, locale);
    }

    @Override
    public String getOutputPath() {
        return OUTPUT_NAME;
    }

    /** Called by older site plugins. */
    @Override
    @Deprecated
    public String getOutputName() {
        return OUTPUT_NAME;
    }

    @Override
    public String getCategoryName() {
        return MavenReport.CATEGORY_PROJECT_REPORTS;
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
    public void setReportOutputDirectory(File directory) {
        reportOutputDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return reportOutputDirectory;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }

    @Override
    public boolean canGenerateReport() {
        return !skipReport && Files.exists(metrics());
    }
}
