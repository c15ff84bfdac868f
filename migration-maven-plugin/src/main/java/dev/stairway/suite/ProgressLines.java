package dev.stairway.suite;

import dev.stairway.backup.DrillReport;
import dev.stairway.backup.DrillReport.Trial;
import dev.stairway.compare.Databases;
import dev.stairway.compare.cross.CrossReport;
import dev.stairway.crash.CrashReport;
import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.data.FillProgress;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.EngineLibrary;
import dev.stairway.fault.FaultOptions;
import dev.stairway.fault.FaultReport;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.Shard;
import dev.stairway.run.CellReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Progress as lines for people: one per cell started and finished, and a heartbeat on long walks. */
public final class ProgressLines implements SuiteListener {

    private static final long HEARTBEAT_NANOS = 10_000_000_000L;

    private record Beat(long start, long last, int done) {}

    private final Consumer<String> log;
    private final LongSupplier clock;
    private final Map<Cell, Beat> beats = new ConcurrentHashMap<>();
    private final Map<Cell, Pace> fillings = new ConcurrentHashMap<>();
    private final Map<Cell, Pace> readings = new ConcurrentHashMap<>();

    private final Pace rounds = new Pace();
    private long beat;
    private int steps;

    public ProgressLines(Consumer<String> log) {
        this(log, System::nanoTime);
    }

    /** @param clock nanoseconds since whenever */
    ProgressLines(Consumer<String> log, LongSupplier clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void changelog(NamedChangelog named, EngineLibrary library, Changelog changelog) {
        log.accept("Changelog: " + named.source().location() + " (" + named.engine() + " " + library + ", "
                + changelog.migrations().size() + " migrations)");
    }

    @Override
    public void sharded(Shard shard, List<Cell> mine, int all) {
        log.accept(
                "Shard " + shard + (mine.isEmpty() ? " has no cells" : ": " + mine.size() + " of " + all + " cells"));
    }

    @Override
    public void servers(List<DatabaseServer> servers, int cells) {
        servers.forEach(s -> log.accept("Database: " + s.id().product() + " " + s.serverVersion() + " ("
                + s.id().provider() + ", throw-away), " + s.driverVersion()));
        servers.forEach(s -> s.notes().forEach(note -> log.accept("Database: " + s.id() + ": " + note)));
    }

    @Override
    public void started(Cell cell) {
        long now = clock.getAsLong();
        beats.putIfAbsent(cell, new Beat(now, now, 0));
        log.accept("Walking " + cell);
    }

    @Override
    public void stepped(Cell cell, int total) {
        long now = clock.getAsLong();
        Beat beat = beats.compute(cell, (c, old) -> next(old, now));
        if (beat.last() == now) {
            double perStep = (now - beat.start()) / 1e9 / beat.done();
            log.accept("  " + cell + ": " + beat.done() + " of " + total + ", about "
                    + Math.round(perStep * (total - beat.done())) + " s left");
        }
    }

    /** @param old null when a part of the cell is ahead of its start */
    private static Beat next(Beat old, long now) {
        if (old == null) {
            return new Beat(now, now - 1, 1);
        }
        boolean due = now - old.last() >= HEARTBEAT_NANOS;
        return new Beat(old.start(), due ? now : old.last(), old.done() + 1);
    }

    @Override
    public void filling(Cell cell, FillProgress.Step step) {
        fillings.computeIfAbsent(cell, any -> new Pace())
                .at(clock.getAsLong(), step.rows(), step.wanted())
                .ifPresent(left -> rows(cell, "filling", step.table(), step.tableRows(), step.tableWanted(), left));
    }

    @Override
    public void reading(Cell cell, String table, long rows, long of) {
        readings.computeIfAbsent(cell, any -> new Pace())
                .at(clock.getAsLong(), rows, of)
                .ifPresent(left -> rows(cell, "reading", table, rows, of, left));
    }

    private void rows(Cell cell, String what, String table, long rows, long of, String left) {
        log.accept(String.format(Locale.ROOT, "  %s: %s %s: %,d of %,d rows, %s", cell, what, table, rows, of, left));
    }

    @Override
    public void finished(CellReport report) {
        String end = report.notRun().isEmpty() ? report.steps().size() + " migrations" : "did not run to its end";
        log.accept("  " + report.cell() + ": " + end + " in " + Verdicts.seconds(report.durationNanos() / 1e9));
    }

    @Override
    public void round(int round, int rounds, String what, int cells) {
        long now = clock.getAsLong();
        String left =
                this.rounds.at(now, round, rounds + 1).map(time -> ", " + time).orElse("");
        log.accept("Measuring " + cells + (cells == 1 ? " cell" : " cells") + ", pass " + round + " of " + rounds + " ("
                + what + ")" + left);
        beat = now;
        steps = 0;
    }

    @Override
    public void passBegins(Cell cell) {
        steps = 0;
    }

    @Override
    public void passStepped(Cell cell) {
        long now = clock.getAsLong();
        steps++;
        if (now - beat >= HEARTBEAT_NANOS) {
            beat = now;
            log.accept("  " + cell + ": " + steps + (steps == 1 ? " migration" : " migrations") + " so far");
        }
    }

    @Override
    public void passFills(Cell cell, FillProgress.Step step) {
        if (step.rows() < step.wanted()) {
            filling(cell, step);
        } else {
            // A pass fills many times, and what is full needs no line.
            fillings.remove(cell);
        }
    }

    @Override
    public void passEnded(Cell cell, String reason) {
        log.accept("  " + cell + ": " + reason.lines().findFirst().orElse(""));
    }

    @Override
    public void comparing(Cell cell, List<DatabaseId> databases) {
        steps = 0;
        beat = clock.getAsLong();
        if (!databases.isEmpty()) {
            log.accept("Comparing " + cell.changelogId() + " on " + Databases.words(databases));
        }
    }

    @Override
    public void compared(Cell cell, int total) {
        long now = clock.getAsLong();
        steps++;
        if (now - beat >= HEARTBEAT_NANOS) {
            beat = now;
            log.accept("  " + cell.changelogId() + ": " + steps + " of " + total + " migrations");
        }
    }

    @Override
    public void compared(CrossReport report) {
        // What nothing else is like is told at the end.
        if (!report.lanes().isEmpty()) {
            log.accept("  " + report.cell().changelogId() + ": " + report.compared() + " of " + report.migrations()
                    + " migrations compared in " + Verdicts.seconds(report.durationNanos() / 1e9));
        }
    }

    @Override
    public void crashing(Cell cell, long seed) {
        steps = 0;
        beat = clock.getAsLong();
        log.accept("Killing in " + cell + ", seed " + seed);
    }

    @Override
    public void killed(Cell cell, Kill kill) {
        long now = clock.getAsLong();
        steps++;
        if (now - beat >= HEARTBEAT_NANOS) {
            beat = now;
            log.accept("  " + cell + ": " + steps + " kills so far, in "
                    + kill.migration().name());
        }
    }

    @Override
    public void crashed(CrashReport report) {
        log.accept("  " + report.cell() + ": " + report.kills().size() + " kills in "
                + Verdicts.seconds(report.durationNanos() / 1e9));
    }

    @Override
    public void disturbing(Cell cell, FaultOptions options) {
        steps = 0;
        beat = clock.getAsLong();
        log.accept("Putting faults on " + cell);
    }

    @Override
    public void disturbed(Cell cell, FaultReport.Trial trial) {
        long now = clock.getAsLong();
        steps++;
        if (now - beat >= HEARTBEAT_NANOS) {
            beat = now;
            log.accept("  " + cell + ": " + steps + " faults so far, in "
                    + trial.seen().migration().name());
        }
    }

    @Override
    public void disturbed(FaultReport report) {
        log.accept("  " + report.cell() + ": " + report.trials().size() + " faults in "
                + Verdicts.seconds(report.durationNanos() / 1e9));
    }

    @Override
    public void drilling(Cell cell) {
        steps = 0;
        beat = clock.getAsLong();
        log.accept("Trying backups of " + cell);
    }

    @Override
    public void tried(Cell cell, Trial trial) {
        long now = clock.getAsLong();
        steps++;
        if (now - beat >= HEARTBEAT_NANOS) {
            beat = now;
            log.accept("  " + cell + ": " + steps + " backups so far, before "
                    + trial.migration().name());
        }
    }

    @Override
    public void drilled(DrillReport report) {
        log.accept("  " + report.cell() + ": " + report.trials().size() + " backups tried in "
                + Verdicts.seconds(report.durationNanos() / 1e9));
    }

    @Override
    public void baselineUpdated(String file) {
        log.accept("Performance baseline recorded in " + file);
    }

    @Override
    public void baselineMissing(String advice) {
        log.accept(advice);
    }
}
