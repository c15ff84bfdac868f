package dev.stairway.fault;

import dev.stairway.backup.Snapshot;
import dev.stairway.crash.Aftermath;
import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Victim;
import dev.stairway.crash.Expected;
import dev.stairway.crash.KillPoint;
import dev.stairway.crash.Rehearsal;
import dev.stairway.crash.Step;
import dev.stairway.crash.StepWatch;
import dev.stairway.database.Checkpoint;
import dev.stairway.database.Database;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.fault.FaultReport.Trial;
import dev.stairway.matrix.Cell;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** All faults of one migration after another. Between them the database is put back to where the migration begins. */
final class FaultTrials {

    /** After which somebody stops a run to which nobody answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Cell cell;
    private final Database database;
    private final FaultTools tools;
    private final FaultOptions options;
    private final Consumer<Trial> told;

    FaultTrials(Cell cell, Database database, FaultTools tools, FaultOptions options, Consumer<Trial> told) {
        this.cell = cell;
        this.database = database;
        this.tools = tools;
        this.options = options;
        this.told = told;
    }

    /** Leaves the migration applied by an undisturbed run. */
    StepOutcome of(Migration migration, Set<String> bookkeeping, Faults faults) throws SQLException {
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
            Aftermath aftermath = new Aftermath(cell, tools.engine(), database, migration, bookkeeping, expected);
            for (Fault fault : options.faults()) {
                if (faults.known().contains(fault)) {
                    for (int statement : Moments.of(fault, rehearsal)) {
                        database.restore(start);
                        told.accept(tried(fault, statement, migration, faults, aftermath, rehearsal));
                    }
                }
            }
            database.restore(start);
            return undisturbed(migration, StepWatch.NONE);
        }
    }

    private StepOutcome undisturbed(Migration migration, StepWatch watch) throws SQLException {
        try (EngineRun engine = tools.engine().open(cell.source(), database)) {
            return new Step(engine, database).up(migration, watch);
        }
    }

    private Trial tried(
            Fault fault, int statement, Migration migration, Faults faults, Aftermath aftermath, Rehearsal rehearsal)
            throws SQLException {
        Played played;
        List<String> blockers;
        try (Injection injection = faults.put(fault);
                EngineRun engine = tools.engine().open(cell.source(), injection.database())) {
            boolean silent = fault == Fault.SILENT_LINE;
            played = Played.of(
                    engine, same(engine, migration), injection, statement, silent ? PATIENCE : options.limit());
            if (silent) {
                // The drill itself has stopped it, as somebody does who waits in vain.
                played = new Played(played.told(), played.nanos(), true);
            }
            blockers = injection.blockers();
        }
        database.awaitOthersGone();
        Kill seen = aftermath.of(Victim.RUNNER, KillPoint.before(statement), rehearsal, 0);
        return new Trial(fault, played.told(), played.nanos(), played.ended(), blockers, seen);
    }

    private static Migration same(EngineRun engine, Migration migration) {
        return engine.migrations().stream()
                .filter(one -> one.id().equals(migration.id()))
                .findFirst()
                .orElseThrow();
    }
}
