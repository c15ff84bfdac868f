package dev.stairway.crash;

import dev.stairway.backup.Snapshot;
import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Victim;
import dev.stairway.database.Checkpoint;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.KillableServer;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.matrix.Cell;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** The kills of one migration after another. Between them the database is put back to where the migration begins. */
final class Drilled {

    private final Cell cell;
    private final DatabaseServer server;
    private final Database database;
    private final CrashTools tools;
    private final CrashOptions options;
    private final List<String> notes;
    private final Consumer<Kill> told;
    private final Random random;

    Drilled(
            Cell cell,
            DatabaseServer server,
            Database database,
            CrashTools tools,
            CrashOptions options,
            List<String> notes,
            Consumer<Kill> told) {
        this.cell = cell;
        this.server = server;
        this.database = database;
        this.tools = tools;
        this.options = options;
        this.notes = notes;
        this.told = told;
        this.random = new Random(options.seed());
    }

    /** Leaves the migration applied by an undisturbed run. */
    StepOutcome kill(Migration migration, Set<String> bookkeeping) throws SQLException, IOException {
        Snapshot before = Snapshot.of(database, bookkeeping);
        try (Checkpoint start = database.checkpoint()) {
            Rehearsal rehearsal = new Rehearsal();
            StepOutcome outcome = undisturbed(migration, rehearsal);
            if (outcome.result() != StepOutcome.Result.EXECUTED) {
                return outcome;
            }
            Snapshot after = Snapshot.of(database, bookkeeping);
            database.restore(start);
            undisturbed(migration, StepWatch.NONE);
            Expected expected = new Expected(before, after, Snapshot.of(database, bookkeeping));
            alone(migration).ifPresent(notes::add);
            Aftermath aftermath = new Aftermath(cell, tools.engine(), database, migration, bookkeeping, expected);
            killServer(migration, rehearsal, aftermath, start);
            killRunner(migration, rehearsal, aftermath, start);
            database.restore(start);
            return undisturbed(migration, StepWatch.NONE);
        }
    }

    private StepOutcome undisturbed(Migration migration, StepWatch watch) throws SQLException {
        try (EngineRun engine = tools.engine().open(cell.source(), database)) {
            return new Step(engine, database).up(migration, watch);
        }
    }

    /** What the engine itself would leave, which cannot be seen here. */
    private Optional<String> alone(Migration migration) {
        try (EngineRun engine = tools.engine().open(cell.source(), database)) {
            return engine.leftByEngineAlone(migration);
        }
    }

    private KillPlan plan(Migration migration, Rehearsal rehearsal) {
        KillPlan plan = KillPlan.of(rehearsal, options.boundaries(), options.inside(), random);
        if (plan.leftOut() > 0) {
            notes.add(plan.leftOut() + " of " + rehearsal.size() + " statements of " + migration.id()
                    + " were left out (<killsPerMigration>)");
        }
        return plan;
    }

    private void killServer(Migration migration, Rehearsal rehearsal, Aftermath aftermath, Checkpoint start)
            throws SQLException {
        if (!(server instanceof KillableServer killable) || !killable.killable()) {
            notes.add("The server was not killed: " + server.id() + " has none that was started for this run");
            return;
        }
        for (KillPoint point : plan(migration, rehearsal).points()) {
            database.restore(start);
            killable.flush(database);
            Trigger trigger = new Trigger(point, () -> killable.kill(database));
            new Deployment(tools.engine(), cell.source(), database, applied -> {}).run(migration.id(), trigger);
            trigger.await();
            long killed = System.nanoTime();
            killable.restart(database);
            long ready = System.nanoTime() - killed;
            told.accept(aftermath.of(Victim.SERVER, point, rehearsal, ready));
        }
    }

    private void killRunner(Migration migration, Rehearsal rehearsal, Aftermath aftermath, Checkpoint start)
            throws SQLException, IOException {
        for (KillPoint point : plan(migration, rehearsal).points()) {
            database.restore(start);
            Optional<Runner> started = tools.runners().start(cell, database);
            if (started.isEmpty()) {
                notes.add("The runner was not killed: no other process can work on " + server.id());
                return;
            }
            try (Runner runner = started.get()) {
                runner.reach(migration, point);
                runner.kill();
            }
            database.awaitOthersGone();
            told.accept(aftermath.of(Victim.RUNNER, point, rehearsal, 0));
        }
    }
}
