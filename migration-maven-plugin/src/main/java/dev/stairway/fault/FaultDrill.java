package dev.stairway.fault;

import dev.stairway.crash.Chosen;
import dev.stairway.crash.CrashOptions;
import dev.stairway.crash.Step;
import dev.stairway.crash.StepWatch;
import dev.stairway.data.FillProgress;
import dev.stairway.data.FillWish;
import dev.stairway.data.Filler;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.fault.FaultReport.Trial;
import dev.stairway.matrix.Cell;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plays the changelog of one cell upwards, and has the migrations that were chosen meet every fault that can be made there. */
public final class FaultDrill {

    private final Cell cell;
    private final DatabaseServer server;
    private final FaultTools tools;
    private final FaultOptions options;
    private final FaultProgress progress;
    private final List<Trial> trials = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Migration failed;

    public FaultDrill(
            Cell cell, DatabaseServer server, FaultTools tools, FaultOptions options, FaultProgress progress) {
        this.cell = cell;
        this.server = server;
        this.tools = tools;
        this.options = options;
        this.progress = progress;
    }

    /** Plays it; what goes wrong is in the report. */
    public FaultReport play() {
        long start = System.nanoTime();
        String broken = "";
        if (server.id().provider().equals("external")) {
            notes.add("No fault was tried: " + server.id() + " was not started for this run");
        } else {
            broken = tried();
        }
        return new FaultReport(
                cell,
                server.id(),
                server.serverVersion(),
                server.driverVersion(),
                options.seed(),
                broken,
                System.nanoTime() - start,
                notes,
                trials,
                new FaultJudge(cell, options).findings(trials, failed, broken));
    }

    private String tried() {
        try (Database database = server.fresh("fault");
                Filler filler = tools.fillers().open(database, options.seed())) {
            return walked(database, filler);
        } catch (ProblemException problem) {
            return problem.getMessage();
        } catch (SQLException | IOException | RuntimeException unexpected) {
            return unexpected.getClass().getSimpleName() + ": " + unexpected.getMessage();
        }
    }

    private String walked(Database database, Filler filler) throws SQLException, IOException {
        List<Migration> migrations;
        Set<String> bookkeeping;
        try (EngineRun engine = tools.engine().open(cell.source(), database)) {
            migrations = engine.migrations();
            bookkeeping = engine.bookkeepingTables();
        }
        Optional<Faults> faults = Faults.of(database, bookkeeping);
        if (faults.isEmpty()) {
            notes.add("No fault was tried: nobody knows how to put one on " + server.id());
            return "";
        }
        noteNotKnown(faults.get().known());
        Chosen chosen = Chosen.of(
                migrations,
                new CrashOptions(
                        options.last(), options.migrations(), options.excluded(), options.seed(), 2, 0, false));
        FaultTrials faultTrials = new FaultTrials(cell, database, tools, options, this::tried);
        int next = 0;
        while (next < migrations.size()) {
            StepOutcome outcome;
            if (chosen.contains(migrations.get(next))) {
                fill(filler, bookkeeping);
                Migration migration = migrations.get(next++);
                outcome = faultTrials.of(migration, bookkeeping, faults.get());
                if (outcome.result() == StepOutcome.Result.FAILED) {
                    failed = migration;
                }
            } else {
                int to = next;
                while (to < migrations.size() && !chosen.contains(migrations.get(to))) {
                    to++;
                }
                outcome = applied(database, migrations.subList(next, to), chosen);
                next = to;
            }
            if (outcome.result() == StepOutcome.Result.FAILED) {
                return failed.id() + " fails: " + outcome.reason();
            }
        }
        return "";
    }

    private void noteNotKnown(Set<Fault> known) {
        List<String> others = options.faults().stream()
                .filter(fault -> !known.contains(fault))
                .map(Fault::label)
                .toList();
        if (!others.isEmpty()) {
            notes.add("Not tried, as nobody knows how to put it on " + server.id() + ": " + String.join(", ", others));
        }
    }

    private void tried(Trial trial) {
        trials.add(trial);
        progress.disturbed(cell, trial);
    }

    /** All by one opening of the changelog. */
    private StepOutcome applied(Database database, List<Migration> some, Chosen chosen) throws SQLException {
        StepOutcome outcome = StepOutcome.executed();
        try (EngineRun engine = tools.engine().open(cell.source(), database)) {
            Step step = new Step(engine, database);
            for (Migration migration : some) {
                if (chosen.excludes(migration)) {
                    step.markRan(migration);
                    continue;
                }
                outcome = step.up(migration, StepWatch.NONE);
                if (outcome.result() == StepOutcome.Result.FAILED) {
                    failed = migration;
                    return outcome;
                }
            }
        }
        return outcome;
    }

    private void fill(Filler filler, Set<String> bookkeeping) throws SQLException {
        if (cell.scenario().rows() > 0) {
            filler.forgetAll();
            filler.fill(FillWish.of(cell.scenario().rows(), bookkeeping), FillProgress.NONE);
            filler.release();
        }
    }
}
