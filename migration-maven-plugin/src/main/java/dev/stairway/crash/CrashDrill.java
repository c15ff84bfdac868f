package dev.stairway.crash;

import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.TwoRunners;
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
import java.util.List;
import java.util.Set;

/** Plays the changelog of one cell upwards and kills what takes part in the migrations that were chosen. */
public final class CrashDrill {

    private final Cell cell;
    private final DatabaseServer server;
    private final CrashTools tools;
    private final CrashOptions options;
    private final CrashProgress progress;
    private final List<Kill> kills = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private TwoRunners twoRunners;
    private Migration failed;

    /** @param server nobody else may use it meanwhile: it is killed */
    public CrashDrill(
            Cell cell, DatabaseServer server, CrashTools tools, CrashOptions options, CrashProgress progress) {
        this.cell = cell;
        this.server = server;
        this.tools = tools;
        this.options = options;
        this.progress = progress;
    }

    /** Plays it; what goes wrong is in the report. */
    public CrashReport play() {
        long start = System.nanoTime();
        String broken = tried();
        return new CrashReport(
                cell,
                server.id(),
                server.serverVersion(),
                server.driverVersion(),
                options.seed(),
                broken,
                System.nanoTime() - start,
                notes.stream().distinct().toList(),
                kills,
                twoRunners,
                new CrashJudge(cell).findings(kills, twoRunners, failed, broken));
    }

    private String tried() {
        try (Database database = server.fresh("crash");
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
        Chosen chosen = Chosen.of(migrations, options);
        chosen.unmatched().forEach(pattern -> notes.add("No migration matches '" + pattern + "' (<migrations>)"));
        Drilled drilled = new Drilled(cell, server, database, tools, options, notes, this::killed);
        if (options.twoRunners() && !chosen.excluded().isEmpty()) {
            notes.add("Two runners at once were not tried: they would run what is left out (<excludes>)");
        } else if (options.twoRunners()) {
            twoRunners = new TwoAtOnce(cell, server, tools, bookkeeping).run();
            if (twoRunners == null) {
                notes.add("Two runners at once were not tried: no other process can work on " + server.id());
            }
        }
        int next = 0;
        while (next < migrations.size()) {
            int to = next;
            while (to < migrations.size() && !chosen.contains(migrations.get(to))) {
                to++;
            }
            StepOutcome outcome = applied(database, migrations.subList(next, to), chosen);
            if (outcome.result() == StepOutcome.Result.FAILED) {
                return failed.id() + " fails: " + outcome.reason();
            }
            if (to < migrations.size()) {
                fill(filler, bookkeeping);
                Migration migration = migrations.get(to);
                outcome = drilled.kill(migration, bookkeeping);
                if (outcome.result() == StepOutcome.Result.FAILED) {
                    failed = migration;
                    return failed.id() + " fails: " + outcome.reason();
                }
                progress.migrated(cell, migration);
            }
            next = to + 1;
        }
        return "";
    }

    private void killed(Kill kill) {
        kills.add(kill);
        progress.killed(cell, kill);
    }

    private StepOutcome applied(Database database, List<Migration> some, Chosen chosen) throws SQLException {
        if (some.isEmpty()) {
            return StepOutcome.executed();
        }
        try (EngineRun engine = tools.engine().open(cell.source(), database)) {
            Step step = new Step(engine, database);
            for (Migration migration : some) {
                if (chosen.excludes(migration)) {
                    step.markRan(migration);
                    continue;
                }
                StepOutcome outcome = step.up(migration, StepWatch.NONE);
                if (outcome.result() == StepOutcome.Result.FAILED) {
                    failed = migration;
                    return outcome;
                }
                progress.migrated(cell, migration);
            }
            return StepOutcome.executed();
        }
    }

    private void fill(Filler filler, Set<String> bookkeeping) throws SQLException {
        if (cell.scenario().rows() > 0) {
            filler.forgetAll();
            filler.fill(FillWish.of(cell.scenario().rows(), bookkeeping), FillProgress.NONE);
            filler.release();
        }
    }
}
