package dev.stairway.run;

import dev.stairway.data.Filler;
import dev.stairway.database.Checkpoint;
import dev.stairway.database.Database;
import dev.stairway.database.Session;
import dev.stairway.database.Work;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.finding.Finding;
import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.KeySnapshot;
import dev.stairway.fingerprint.KeySnapshot.Key;
import dev.stairway.fingerprint.KeyedFingerprinter;
import dev.stairway.fingerprint.RowChanges;
import dev.stairway.fingerprint.TableData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One cell's database with the engine, fingerprinter and filler that work on it: plays single moves and keeps the
 * fingerprint true after each. Decides nothing about verdicts.
 */
final class Bench {

    private final Database database;
    private final EngineRun engine;
    private final Fingerprinter fingerprinter;
    private final Supply supply;
    private final UnseenMoves unseen;
    private final Missed missed;
    private long checkNanos;
    private long rows;

    Bench(Database database, EngineRun engine, Fingerprinter fingerprinter, Filler filler, Told told) {
        this.database = database;
        this.engine = engine;
        this.fingerprinter = fingerprinter;
        this.unseen = new UnseenMoves(database, engine);
        this.missed = new Missed(fingerprinter);
        this.supply = new Supply(this, filler, told, missed);
    }

    /** Reads the whole fingerprint; the first call of a cell, and after every restore. */
    void readAll() throws SQLException {
        long start = System.nanoTime();
        try (Session session = database.newSession()) {
            fingerprinter.readAll(session);
        }
        supply.forget();
        rows = fingerprinter.tables().values().stream()
                .mapToLong(TableData::rows)
                .sum();
        checkNanos += System.nanoTime() - start;
    }

    /**
     * Plays one migration in a session of its own.
     *
     * @param keep looks at the change while the transaction is still open where that is possible, and says whether to
     *     commit it; a move that cannot be discarded any more is kept whatever it says
     */
    Move play(Direction direction, Migration migration, Predicate<Difference> keep) throws SQLException {
        try (Session session = database.newSession()) {
            session.begin();
            long checkStart = System.nanoTime();
            fingerprinter.watch(session);
            long start = System.nanoTime();
            StepOutcome outcome = direction.play(engine, migration, session, rows);
            long end = System.nanoTime();
            Work work = session.work();
            if (outcome.result() == StepOutcome.Result.FAILED && session.lost()) {
                // Nothing can be read; who sees that it failed and was not undone puts the database back.
                StepReport.Timing timing = new StepReport.Timing(end - start, work, OptionalLong.empty());
                return new Move(outcome, timing, Difference.NONE, true, false);
            }
            Difference change = fingerprinter.read(session);
            missed.ask(migration, direction.name());
            StepReport.Timing timing = new StepReport.Timing(end - start, work, fingerprinter.touched());
            count(change);
            boolean discardable = session.discardable();
            boolean discard = outcome.result() == StepOutcome.Result.EXECUTED && discardable && !keep.test(change);
            checkNanos += (System.nanoTime() - end) + (start - checkStart);
            return discard
                    ? discarded(session, outcome, timing, change)
                    : settled(session, outcome, timing, change, discardable);
        }
    }

    private Move discarded(Session session, StepOutcome outcome, StepReport.Timing timing, Difference change)
            throws SQLException {
        session.discard();
        undo(change);
        engine.pending(session);
        return new Move(outcome, timing, change, false, true);
    }

    private Move settled(
            Session session, StepOutcome outcome, StepReport.Timing timing, Difference change, boolean whole)
            throws SQLException {
        try {
            session.settle();
        } catch (SQLException deferred) {
            // Deferred constraints speak up only at commit; the server has rolled the whole transaction back.
            undo(change);
            engine.pending(session);
            return new Move(StepOutcome.failed(deferred.getMessage(), "COMMIT"), timing, Difference.NONE, false, whole);
        }
        supply.schemaChanged(change);
        boolean failed = outcome.result() == StepOutcome.Result.FAILED;
        // An engine that keeps failures in its history is where it was only when that is, too.
        boolean undone = failed && change.isEmpty() && engine.stuck(session).isEmpty();
        return new Move(outcome, timing, change, true, undone);
    }

    private void undo(Difference change) {
        fingerprinter.undo(change);
        count(change.inverse());
    }

    /** Keeps the number of rows true. */
    void count(Difference change) {
        for (Change<TableData> table : change.data().values()) {
            rows += (table.after() == null ? 0 : table.after().rows())
                    - (table.before() == null ? 0 : table.before().rows());
        }
    }

    /** Rows in all tables now. */
    long rows() {
        return rows;
    }

    /** Names of the tables whose shape or rows a change touched and that exist after it. */
    static Set<String> tables(Difference change) {
        Set<String> tables = new TreeSet<>(change.data().keySet());
        change.schema().keySet().stream()
                .filter(key -> key.startsWith("table "))
                .map(key -> key.substring("table ".length()))
                .forEach(tables::add);
        return tables;
    }

    /** Brings rows. */
    Supply supply() {
        return supply;
    }

    Database database() {
        return database;
    }

    EngineRun engine() {
        return engine;
    }

    Fingerprinter fingerprinter() {
        return fingerprinter;
    }

    /** Row by row what these readings, in order, did together; nothing where rows have no names. */
    RowChanges rowChanges(Difference... readings) {
        long start = System.nanoTime();
        RowChanges changes = fingerprinter.rowChanges(List.of(readings));
        checkNanos += System.nanoTime() - start;
        return changes;
    }

    /** Keys by name; none where the database has no keys. */
    KeySnapshot keys(Collection<String> globs) {
        if (!(fingerprinter instanceof KeyedFingerprinter keyed)) {
            return KeySnapshot.NONE;
        }
        long start = System.nanoTime();
        KeySnapshot keys = keyed.keys(globs);
        checkNanos += System.nanoTime() - start;
        return keys;
    }

    /** What is there under this name; null where there is nothing. */
    Key key(String name) {
        return fingerprinter instanceof KeyedFingerprinter keyed ? keyed.key(name) : null;
    }

    /** What fast readings were wrong about; always empty unless they are checked. */
    List<Finding> missed() {
        return missed.findings();
    }

    long checkNanos() {
        return checkNanos;
    }

    /** Somebody else looked at the database for so long. */
    void checked(long nanos) {
        checkNanos += nanos;
    }

    /** Puts the database back; the fingerprint is stale until {@link #readAll}. */
    void restore(Checkpoint checkpoint) throws SQLException {
        release();
        database.restore(checkpoint);
        supply.forget();
        unseen.pending();
    }

    /** Moves that nobody looks at; what they apply leaves the fingerprint stale until {@link #readAll}. */
    UnseenMoves unseen() {
        return unseen;
    }

    /** Keeps the present state; the caller closes it. */
    Checkpoint keep() {
        release();
        return database.checkpoint();
    }

    /** Lets go of every connection, so that the database can be copied or restored. */
    void release() {
        supply.release();
    }
}
