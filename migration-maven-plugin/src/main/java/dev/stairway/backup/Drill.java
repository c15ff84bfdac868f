package dev.stairway.backup;

import dev.stairway.backup.DrillReport.Trial;
import dev.stairway.data.FillProgress;
import dev.stairway.data.FillWish;
import dev.stairway.data.Filler;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.matrix.Cell;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays the changelog of one cell upwards, and tries every way of backing up before the migrations that were chosen. */
public final class Drill {

    private final Cell cell;
    private final DatabaseServer server;
    private final DrillTools tools;
    private final DrillOptions options;
    private final DrillProgress progress;
    private final List<Trial> trials = new ArrayList<>();
    private final Map<String, String> notTried = new LinkedHashMap<>();
    private Migration failed;

    public Drill(Cell cell, DatabaseServer server, DrillTools tools, DrillOptions options, DrillProgress progress) {
        this.cell = cell;
        this.server = server;
        this.tools = tools;
        this.options = options;
        this.progress = progress;
    }

    /** Plays it; what goes wrong is in the report. */
    public DrillReport play() {
        long start = System.nanoTime();
        String broken = tried();
        DrillJudge judge = new DrillJudge(cell, server.id().product(), options.limits());
        return new DrillReport(
                cell,
                server.id(),
                server.serverVersion(),
                server.driverVersion(),
                broken,
                System.nanoTime() - start,
                List.copyOf(notTried.values()),
                trials,
                judge.findings(trials, failed, broken));
    }

    private String tried() {
        try (Database database = server.fresh("drill");
                EngineRun engine = tools.engine().open(cell.source(), database);
                Filler filler = tools.fillers().open(database, options.seed())) {
            return walked(database, engine, filler);
        } catch (ProblemException problem) {
            return problem.getMessage();
        } catch (SQLException | IOException | RuntimeException unexpected) {
            return unexpected.getClass().getSimpleName() + ": " + unexpected.getMessage();
        }
    }

    private String walked(Database database, EngineRun engine, Filler filler) throws SQLException, IOException {
        BackupTools found = tools.backups().of(server, database);
        found.notTried().forEach(reason -> notTried.put(reason, reason));
        List<BackupTool> used = found.tools();
        if (used.isEmpty()) {
            return String.join("\n", notTried.values());
        }
        Set<Migration> chosen = new Chosen(options).of(engine.migrations());
        for (Migration migration : engine.migrations()) {
            StepOutcome outcome = chosen.contains(migration)
                    ? drilled(migration, database, engine, filler, used)
                    : passed(migration, database, engine);
            if (outcome.result() == StepOutcome.Result.FAILED) {
                failed = migration;
                return migration.id() + " fails: " + outcome.reason();
            }
            progress.stepped(cell, migration);
        }
        return trials.isEmpty() && !chosen.isEmpty() ? String.join("\n", notTried.values()) : "";
    }

    private StepOutcome passed(Migration migration, Database database, EngineRun engine) throws SQLException {
        return options.leavesOut(migration)
                ? Move.leaveOut(engine, database, migration)
                : Move.up(engine, database, migration);
    }

    private StepOutcome drilled(
            Migration migration, Database database, EngineRun engine, Filler filler, List<BackupTool> used)
            throws SQLException, IOException {
        fill(engine, filler);
        Snapshot before = Snapshot.of(database, engine.bookkeepingTables());
        List<Attempt> attempts = new ArrayList<>();
        for (BackupTool tool : used) {
            if (fits(tool, migration)) {
                attempts.add(new Attempt(tool, migration, options));
            }
        }
        attempts.forEach(Attempt::take);
        StepOutcome outcome = Move.up(engine, database, migration);
        Next next = outcome.result() == StepOutcome.Result.EXECUTED
                ? new Next(tools.engine(), cell.source(), migration)
                : Next.NONE;
        for (Attempt attempt : attempts) {
            Trial trial = attempt.restore(before, engine.bookkeepingTables(), next);
            trials.add(trial);
            progress.tried(cell, trial);
        }
        return outcome;
    }

    /** The reason is told once, however many migrations it holds for. */
    private boolean fits(BackupTool tool, Migration migration) {
        List<String> beyond = tool.beyond();
        if (!beyond.isEmpty()) {
            notTried.putIfAbsent(
                    tool.name() + beyond,
                    tool.name() + " was not tried from " + migration.name() + " on: it is not made for "
                            + String.join(", ", beyond));
        }
        return beyond.isEmpty();
    }

    private void fill(EngineRun engine, Filler filler) throws SQLException {
        if (cell.scenario().rows() > 0) {
            filler.forgetAll();
            filler.fill(FillWish.of(cell.scenario().rows(), engine.bookkeepingTables()), FillProgress.NONE);
            filler.release();
        }
    }
}
