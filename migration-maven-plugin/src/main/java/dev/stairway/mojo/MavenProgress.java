package dev.stairway.mojo;

import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.Changelog;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.run.CellReport;
import dev.stairway.suite.SuiteListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.plugin.logging.Log;

/** Progress as lines of the build log: one per cell started and finished, and a heartbeat on long walks. */
final class MavenProgress implements SuiteListener {

    private static final long HEARTBEAT_NANOS = 10_000_000_000L;

    private record Beat(long start, long last, int done) {}

    private final Log log;
    private final Map<Cell, Beat> beats = new ConcurrentHashMap<>();

    MavenProgress(Log log) {
        this.log = log;
    }

    @Override
    public void changelog(NamedChangelog named, String engineVersion, Changelog changelog) {
        log.info("Changelog: " + named.source().location() + " (" + named.engine() + " " + engineVersion + ", "
                + changelog.migrations().size() + " migrations)");
    }

    @Override
    public void servers(List<DatabaseServer> servers, int cells) {
        servers.forEach(s -> log.info("Database: " + s.id().product() + " " + s.serverVersion() + " ("
                + s.id().provider() + ", throw-away), " + s.driverVersion()));
    }

    @Override
    public void started(Cell cell) {
        long now = System.nanoTime();
        beats.put(cell, new Beat(now, now, 0));
        log.info("Walking " + cell);
    }

    @Override
    public void stepped(Cell cell, int total) {
        long now = System.nanoTime();
        Beat beat = beats.compute(cell, (c, old) -> next(old, now));
        if (beat.last() == now) {
            double perStep = (now - beat.start()) / 1e9 / beat.done();
            log.info("  " + cell + ": " + beat.done() + " of " + total + ", about "
                    + Math.round(perStep * (total - beat.done())) + " s left");
        }
    }

    private static Beat next(Beat old, long now) {
        boolean due = now - old.last() >= HEARTBEAT_NANOS;
        return new Beat(old.start(), due ? now : old.last(), old.done() + 1);
    }

    @Override
    public void finished(CellReport report) {
        String end = report.notRun().isEmpty() ? report.steps().size() + " migrations" : "did not run to its end";
        log.info("  " + report.cell() + ": " + end + " in " + Verdicts.seconds(report.durationNanos() / 1e9));
    }

    @Override
    public void baselineUpdated(String file) {
        log.info("Performance baseline recorded in " + file);
    }
}
