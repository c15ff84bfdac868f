package dev.stairway.mojo;

import java.io.File;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/** What Maven asks of a page of a site. Not its own base class: that one brings 42 jars and a final {@code execute}. */
abstract class AbstractReportMojo extends AbstractMigrationMojo implements MavenReport {

    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true)
    private File reportOutputDirectory;

    /** Title and body of the page. */
    abstract SitePage page() throws MavenReportException;

    /** Found by reflection by some site plugins; {@code sinkFactory} may be null. */
    public final void generate(Sink sink, SinkFactory sinkFactory, Locale locale) throws MavenReportException {
        page().draw(sink);
    }

    @Override
    public final void generate(Sink sink, Locale locale) throws MavenReportException {
        generate(sink, null, locale);
    }

    /** Called by older site plugins. */
    @Override
    @Deprecated
    public final String getOutputName() {
        return getOutputPath();
    }

    @Override
    public final String getCategoryName() {
        return MavenReport.CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public final void setReportOutputDirectory(File directory) {
        reportOutputDirectory = directory;
    }

    @Override
    public final File getReportOutputDirectory() {
        return reportOutputDirectory;
    }

    @Override
    public final boolean isExternalReport() {
        return false;
    }
}
