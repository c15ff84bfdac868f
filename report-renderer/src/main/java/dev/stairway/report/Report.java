package dev.stairway.report;

import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.report.export.Annotations;
import dev.stairway.report.export.BenchmarkJson;
import dev.stairway.report.export.CodeQuality;
import dev.stairway.report.export.JUnitXml;
import dev.stairway.report.export.OpenMetrics;
import dev.stairway.report.export.Sarif;
import dev.stairway.report.export.Summary;
import dev.stairway.report.page.SiteFragment;
import dev.stairway.report.page.StandalonePage;
import dev.stairway.report.view.MetricsView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;

/** One metrics document, ready to be written in every form. */
public final class Report {

    private final Metrics metrics;
    private final MetricsView view;

    private Report(Metrics metrics) {
        this.metrics = metrics;
        this.view = MetricsView.of(metrics);
    }

    /**
     * Throws {@link dev.stairway.report.document.UnreadableMetricsException}, whose message is meant for users, when the
     * file is missing, broken or of another major version.
     */
    public static Report read(Path metricsJson) {
        return new Report(MetricsReader.read(metricsJson));
    }

    /**
     * Loads what drawing needs in the background, where there is other work to wait for. It costs a second of a cold
     * processor, as much as drawing a thousand migrations.
     */
    public static void prepare() {
        // Whatever goes wrong stays in the task: drawing the true document meets the same trouble, and tells it.
        Thread thread = new Thread(new FutureTask<>(Rehearsal::play), "migration-report");
        thread.setDaemon(true);
        thread.start();
    }

    /** Name of the project. */
    public String title() {
        return view.title();
    }

    /** One HTML file that needs nothing else; its directory is created. */
    public void writeStandalone(Path file) {
        write(() -> StandalonePage.write(view, inItsDirectory(file)));
    }

    /** For a site page whose section title is an h1, as Doxia 2 writes it. */
    public String siteFragment() {
        return siteFragment(2);
    }

    /** @param heading level of the fragment's own headings, 2 or 3 */
    public String siteFragment(int heading) {
        return SiteFragment.html(view, heading);
    }

    /** One {@code TEST-*.xml} per cell; older ones in the directory are removed. */
    public void writeJUnit(Path directory) {
        write(() -> JUnitXml.write(metrics, directory));
    }

    /** Markdown for the summary of a CI job. */
    public void writeSummary(Path file) {
        write(() -> Summary.write(metrics, view, inItsDirectory(file)));
    }

    /** OpenMetrics text, for collectors of metrics. */
    public void writeOpenMetrics(Path file) {
        write(() -> OpenMetrics.write(metrics, inItsDirectory(file)));
    }

    /** JSON for github-action-benchmark; nothing when nothing was measured. */
    public void writeBenchmark(Path file) {
        if (metrics.performance() != null) {
            write(() -> BenchmarkJson.write(metrics.performance(), inItsDirectory(file)));
        }
    }

    /**
     * All findings in SARIF 2.1.0.
     *
     * @param path from a finding's file to that of the repository; empty where there is none
     */
    public void writeSarif(Path file, UnaryOperator<String> path) {
        write(() -> Sarif.write(metrics, path, inItsDirectory(file)));
    }

    /** Open findings for GitLab's code quality. @param path as for {@link #writeSarif} */
    public void writeCodeQuality(Path file, UnaryOperator<String> path) {
        write(() -> CodeQuality.write(metrics, path, inItsDirectory(file)));
    }

    /**
     * The worst open findings as workflow commands of GitHub Actions, a line each.
     *
     * @param path from a finding's file to that of the repository; empty where there is none
     */
    public List<String> annotations(UnaryOperator<String> path) {
        return Annotations.commands(metrics, path);
    }

    private static Path inItsDirectory(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return file;
    }

    private static void write(Output output) {
        try {
            output.write();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "A report cannot be written: " + e + ". Is its directory writable, and has the disk room?", e);
        }
    }

    private interface Output {
        void write() throws IOException;
    }
}
