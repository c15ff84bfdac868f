package dev.stairway.suite;

import dev.stairway.backup.DrillReport.Trial;
import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.data.FillProgress;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.Changelog;
import dev.stairway.engine.EngineLibrary;
import dev.stairway.fault.Fault;
import dev.stairway.fault.FaultOptions;
import dev.stairway.fault.FaultReport;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.run.CellReport;
import dev.stairway.run.StepReport;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Progress for programs. Where it cannot be written it ends with one line in the log: no run fails because of it. */
final class EventLines implements SuiteListener {

    /** Rows are told of more often than anybody wants to read. */
    private static final long ROWS_EVERY_MILLIS = 1_000;

    private final EventFile file;
    private final Consumer<String> log;
    private final Clock clock;
    private final Map<String, Long> rowsTold = new ConcurrentHashMap<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    private EventLines(EventFile file, Consumer<String> log, Clock clock) {
        this.file = file;
        this.log = log;
        this.clock = clock;
    }

    static EventLines begin(SuiteOptions options, Mask mask, Consumer<String> log, Clock clock) {
        EventLines lines = new EventLines(new EventFile(options.outputDirectory(), mask, clock), log, clock);
        lines.write(() -> lines.file.begin(
                "run-started",
                Map.of(
                        "goal",
                        options.goal(),
                        "project",
                        options.project(),
                        "seed",
                        options.walk().seed())));
        return lines;
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void write(Writing writing) {
        if (ended.get()) {
            return;
        }
        try {
            writing.write();
        } catch (IOException e) {
            if (!ended.getAndSet(true)) {
                log.accept(EventFile.NAME + " ends here, because it cannot be written: " + e);
            }
        }
    }

    private void tell(String event, Map<String, Object> data) {
        write(() -> file.add(event, data));
    }

    private void tell(String event, Cell cell, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(more);
        data.put("changelog", cell.changelogId());
        data.put("database", cell.database().toString());
        data.put("scenario", cell.scenario().name());
        tell(event, data);
    }

    @Override
    public void changelog(NamedChangelog named, EngineLibrary library, Changelog changelog) {
        tell(
                "changelog-read",
                Map.of(
                        "changelog",
                        named.id(),
                        "engine",
                        named.engine(),
                        "engineVersion",
                        library.toString(),
                        "location",
                        named.source().location(),
                        "migrations",
                        changelog.migrations().size()));
    }

    @Override
    public void servers(List<DatabaseServer> servers, int cells) {
        servers.forEach(server -> tell(
                "server-started",
                Map.of(
                        "database",
                        server.id().key(),
                        "serverVersion",
                        String.valueOf(server.serverVersion()),
                        "cells",
                        cells)));
    }

    @Override
    public void started(Cell cell) {
        tell("cell-started", cell, Map.of("rows", cell.scenario().rows()));
    }

    @Override
    public void stepped(Cell cell, StepReport step, int total) {
        Map<String, Object> data = new HashMap<>();
        data.put("migration", step.migration().id());
        data.put("file", step.migration().file());
        data.put("line", step.migration().line());
        data.put("verdict", step.verdict().name());
        data.put("reason", step.reason());
        data.put("upMillis", millis(step.up()));
        data.put("downMillis", millis(step.down()));
        data.put("upAgainMillis", millis(step.upAgain()));
        data.put("total", total);
        tell("step", cell, data);
    }

    /** Null when it did not run. */
    private static Double millis(StepReport.Timing timing) {
        return timing == null ? null : timing.millis();
    }

    @Override
    public void filling(Cell cell, FillProgress.Step step) {
        rows("rows-written", cell, step.table(), step.tableRows(), step.tableWanted());
    }

    @Override
    public void reading(Cell cell, String table, long rows, long of) {
        rows("rows-read", cell, table, rows, of);
    }

    private void rows(String event, Cell cell, String table, long rows, long of) {
        long now = clock.millis();
        Long told = rowsTold.get(event + cell);
        // A clock that was set back would have it silent until it has caught up.
        if (told == null || Math.abs(now - told) >= ROWS_EVERY_MILLIS) {
            rowsTold.put(event + cell, now);
            tell(event, cell, Map.of("table", table, "rows", rows, "of", of));
        }
    }

    @Override
    public void finished(CellReport report) {
        tell(
                "cell-finished",
                report.cell(),
                Map.of(
                        "result",
                        report.notRun().isEmpty() ? (report.passed() ? "PASSED" : "FAILED") : "NOT_RUN",
                        "reason",
                        report.notRun(),
                        "migrations",
                        report.steps().size(),
                        "errors",
                        report.findings().stream()
                                .filter(finding -> finding.rule().severity() == Severity.ERROR)
                                .count(),
                        "durationMillis",
                        report.durationNanos() / 1_000_000));
    }

    @Override
    public void round(int round, int rounds, String what, int cells) {
        tell("pass-started", Map.of("pass", round, "passes", rounds, "what", what, "cells", cells));
    }

    @Override
    public void passBegins(Cell cell) {
        tell("cell-started", cell, Map.of("rows", cell.scenario().rows()));
    }

    @Override
    public void passStepped(Cell cell) {
        tell("step", cell, Map.of());
    }

    @Override
    public void passFills(Cell cell, FillProgress.Step step) {
        filling(cell, step);
    }

    @Override
    public void passEnded(Cell cell, String reason) {
        tell("cell-finished", cell, Map.of("result", "NOT_RUN", "reason", reason));
    }

    @Override
    public void comparing(Cell cell, List<DatabaseId> databases) {
        tell(
                "comparison-started",
                cell,
                Map.of("databases", databases.stream().map(DatabaseId::key).toList()));
    }

    @Override
    public void compared(Cell cell, int total) {
        tell("compared", cell, Map.of("total", total));
    }

    @Override
    public void crashing(Cell cell, long seed) {
        tell("kills-started", cell, Map.of("seed", seed));
    }

    @Override
    public void killed(Cell cell, Kill kill) {
        tell(
                "killed",
                cell,
                Map.of(
                        "migration",
                        kill.migration().id(),
                        "victim",
                        kill.victim().name(),
                        "statement",
                        kill.point().statement(),
                        "state",
                        kill.state().name(),
                        "outcome",
                        kill.outcome().name()));
    }

    @Override
    public void disturbing(Cell cell, FaultOptions options) {
        tell(
                "faults-started",
                cell,
                Map.of("faults", options.faults().stream().map(Fault::label).toList()));
    }

    @Override
    public void disturbed(Cell cell, FaultReport.Trial trial) {
        tell(
                "disturbed",
                cell,
                Map.of(
                        "migration",
                        trial.seen().migration().id(),
                        "fault",
                        trial.fault().label(),
                        "statement",
                        trial.seen().point().statement(),
                        "state",
                        trial.seen().state().name(),
                        "outcome",
                        trial.seen().outcome().name()));
    }

    @Override
    public void drilling(Cell cell) {
        tell("backups-started", cell, Map.of());
    }

    @Override
    public void tried(Cell cell, Trial trial) {
        tell(
                "backup-tried",
                cell,
                Map.of(
                        "migration",
                        trial.migration().id(),
                        "tool",
                        trial.tool(),
                        "outcome",
                        trial.outcome().name(),
                        "restoreMillis",
                        trial.restoreNanos() / 1e6));
    }

    @Override
    public void baselineUpdated(String baseline) {
        tell("baseline-recorded", Map.of("file", baseline));
    }
}
