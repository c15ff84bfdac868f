package dev.stairway.suite;

import dev.stairway.metrics.MetricsDocument;
import dev.stairway.metrics.MetricsWriter;
import dev.stairway.problem.ProblemException;
import dev.stairway.report.Report;
import dev.stairway.report.document.Metrics;
import dev.stairway.report.document.MetricsReader;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes all files of a run; everything is there before the build fails. Secrets end here: what is drawn is drawn from the
 * document as it was written, without them.
 */
final class Outputs {

    private final Path directory;
    private final Mask mask;
    private final RepositoryPaths paths;
    private Thread hook;
    private boolean ended;
    private boolean cancelled;

    Outputs(SuiteOptions options, Mask mask) {
        this(
                options.outputDirectory(),
                options.changelogs().stream()
                        .flatMap(changelog -> changelog.source().roots().stream())
                        .distinct()
                        .toList(),
                mask);
    }

    /** @param roots directories in which migrations may lie */
    Outputs(Path directory, List<Path> roots, Mask mask) {
        this.directory = directory;
        this.mask = mask;
        this.paths = RepositoryPaths.of(roots, System.getenv());
    }

    /**
     * Until {@link #end}, a JVM that is asked to end writes this, so that nobody takes the reports of an earlier run for those
     * of this one. What the run itself writes afterwards, on its way out, is not written any more.
     */
    void watch(Supplier<MetricsDocument> whenCancelled) {
        hook = new Thread(() -> cancel(whenCancelled), "stairway-cancelled");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private synchronized void cancel(Supplier<MetricsDocument> whenCancelled) {
        if (!ended) {
            cancelled = true;
            writeAll(whenCancelled.get());
        }
    }

    /** From now on the run ends by itself. */
    void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already.
            return;
        }
    }

    /** To be called before the walk, which leaves processors idle while a server starts. */
    void prepare() {
        Report.prepare();
    }

    Path report() {
        return directory.resolve("report").resolve("index.html");
    }

    /** Writes the reports of a run that stopped; a second failure does not hide the first. */
    void writeStopped(MetricsDocument document, ProblemException first) {
        try {
            write(document);
        } catch (ProblemException second) {
            first.addSuppressed(second);
        }
    }

    /** Writes what is known so far, and reads it as others do; the rest overwrites it. */
    synchronized Metrics draft(MetricsDocument document) {
        Path metrics = directory.resolve("metrics.json");
        if (!cancelled) {
            MetricsWriter.write(document, metrics, mask);
        }
        return MetricsReader.read(metrics);
    }

    /** A JVM that is asked to end meanwhile waits for it. */
    synchronized void write(MetricsDocument document) {
        if (!cancelled) {
            ended = true;
            writeAll(document);
        }
    }

    private void writeAll(MetricsDocument document) {
        Path metrics = directory.resolve("metrics.json");
        MetricsWriter.write(document, metrics, mask);
        try {
            Report report = Report.read(metrics);
            report.writeStandalone(report());
            report.writeJUnit(directory);
            report.writeSummary(directory.resolve("summary.md"));
            report.writeSarif(directory.resolve("migration.sarif"), paths::of);
            report.writeCodeQuality(directory.resolve("codequality.json"), paths::of);
            report.writeOpenMetrics(directory.resolve("metrics.prom"));
            report.writeBenchmark(directory.resolve("benchmark.json"));
            new EventFile(directory, mask, Clock.systemUTC()).add("run-ended", Ended.data(document));
        } catch (UncheckedIOException e) {
            throw unwritable(metrics, e.getCause());
        } catch (IOException e) {
            throw unwritable(metrics, e);
        }
    }

    private ProblemException unwritable(Path metrics, Throwable cause) {
        return ProblemException.setup(
                "The report cannot be written",
                directory.toString(),
                cause.toString(),
                "Check that the directory is writable and the disk has room; the numbers are in " + metrics,
                cause);
    }
}
