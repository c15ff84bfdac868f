package dev.stairway.run;

import dev.stairway.data.FillReport;
import dev.stairway.data.FillWish;
import dev.stairway.data.Filler;
import dev.stairway.database.Checkpoint;
import dev.stairway.database.Database;
import dev.stairway.database.Session;
import dev.stairway.database.Work;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
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
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * One cell's database with the engine, fingerprinter and filler that work on it: plays single moves and keeps the
 * fingerprint true after each. Decides nothing about verdicts.
 */
final class Bench {

    /** Which way a migration is played. */
    enum Direction {
        UP,
        DOWN,
        /** Up once more without a way down in between. */
        UP_REPEATED,
        /** Down once more without a way up in between. */
        DOWN_REPEATED,
        /** Up by several runs, all but the last of which are killed. */
        UP_INTERRUPTED,
        /** Down by several runs, all but the last of which are killed. */
        DOWN_INTERRUPTED;

        /** True for a way down. */
        boolean back() {
            return this == DOWN || this == DOWN_REPEATED || this == DOWN_INTERRUPTED;
        }

        /** @param rows in all tables now, about which several runs have to share */
        StepOutcome play(EngineRun engine, Migration migration, Session session, long rows) {
            return switch (this) {
                case UP -> engine.up(migration, session);
                case DOWN -> engine.down(migration, session);
                case UP_REPEATED -> engine.repeatUp(migration, session);
                case DOWN_REPEATED -> engine.repeatDown(migration, session);
                case UP_INTERRUPTED -> new KilledRuns(engine, rows).run(() -> engine.up(migration, session));
                case DOWN_INTERRUPTED -> new KilledRuns(engine, rows).run(() -> engine.down(migration, session));
            };
        }
    }

    /**
     * One move.
     *
     * @param outcome what the engine said
     * @param timing wall time and statements
     * @param change what it did to the fingerprint; empty once it was taken back
     * @param kept false when the move was discarded, so that the state is the one before it
     * @param undone true when the database is in the state before the move because it was discarded or had no effect
     */
    record Move(StepOutcome outcome, StepReport.Timing timing, Difference change, boolean kept, boolean undone) {

        boolean executed() {
            return outcome.result() == StepOutcome.Result.EXECUTED;
        }
    }

    private final Database database;
    private final EngineRun engine;
    private final Fingerprinter fingerprinter;
    private final Filler filler;
    private final Told told;
    private final UnseenMoves unseen;
    private final Set<String> bookkeeping;
    private final Missed missed;
    private final Map<String, String> unfilled = new TreeMap<>();
    private Set<String> held = Set.of();
    private Difference loaded = Difference.NONE;
    private long checkNanos;
    private long dataNanos;
    private long rows;

    Bench(Database database, EngineRun engine, Fingerprinter fingerprinter, Filler filler, Told told) {
        this.database = database;
        this.engine = engine;
        this.fingerprinter = fingerprinter;
        this.filler = filler;
        this.told = told;
        this.unseen = new UnseenMoves(database, engine);
        this.bookkeeping = engine.bookkeepingTables();
        this.missed = new Missed(fingerprinter);
    }

    /** Reads the whole fingerprint; the first call of a cell, and after every restore. */
    void readAll() throws SQLException {
        long start = System.nanoTime();
        try (Session session = database.newSession()) {
            fingerprinter.readAll(session);
        }
        filler.forgetAll();
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
        filler.schemaChanged(tables(change));
        boolean failed = outcome.result() == StepOutcome.Result.FAILED;
        return new Move(outcome, timing, change, true, failed && change.isEmpty());
    }

    private void undo(Difference change) {
        fingerprinter.undo(change);
        count(change.inverse());
    }

    private void count(Difference change) {
        for (Change<TableData> table : change.data().values()) {
            rows += (table.after() == null ? 0 : table.after().rows())
                    - (table.before() == null ? 0 : table.before().rows());
        }
    }

    /** Rows in all tables now. */
    long rows() {
        return rows;
    }

    /** Tops every table up; returns what that changed. */
    Difference fill(int rows) throws SQLException {
        return rows == 0
                ? Difference.NONE
                : new RoomCheck(this).fill(rows, to -> added(() -> filler.fill(FillWish.of(to, excluded(held)), told)));
    }

    /** Writes a few rows to these tables; returns what that changed. */
    Difference write(Collection<String> tables, int rows) throws SQLException {
        return rows == 0 || tables.isEmpty()
                ? Difference.NONE
                : added(() -> filler.write(tables, rows, excluded(held)));
    }

    /** Lower-case names of tables that no row is generated for until further notice. */
    void hold(Set<String> tables) {
        held = Set.copyOf(tables);
    }

    Set<String> held() {
        return held;
    }

    private Set<String> excluded(Set<String> tables) {
        if (tables.isEmpty()) {
            return bookkeeping;
        }
        Set<String> all = new TreeSet<>(bookkeeping);
        all.addAll(tables);
        return all;
    }

    /**
     * Lets somebody else bring rows; returns what that changed, the work of triggers included.
     *
     * @return nothing where nothing was brought
     */
    Difference load(Loading loading) throws SQLException {
        long start = System.nanoTime();
        boolean any = loading.load();
        long end = System.nanoTime();
        dataNanos += end - start;
        if (!any) {
            return Difference.NONE;
        }
        try (Session session = database.newSession()) {
            Difference brought = fingerprinter.readAll(session);
            count(brought);
            filler.schemaChanged(tables(brought));
            loaded = loaded.then(brought);
            return brought;
        } finally {
            checkNanos += System.nanoTime() - end;
        }
    }

    /** What {@link #load} brought since the last call. */
    Difference takeLoaded() {
        Difference since = loaded;
        loaded = Difference.NONE;
        return since;
    }

    private Difference added(Adding adding) throws SQLException {
        long start = System.nanoTime();
        FillReport report = adding.add();
        long filled = System.nanoTime();
        dataNanos += filled - start;
        unfilled.keySet().removeAll(report.inserted().keySet());
        unfilled.putAll(report.unfilled());
        if (report.inserted().isEmpty()) {
            return Difference.NONE;
        }
        try (Session session = database.newSession()) {
            Difference added = fingerprinter.readData(session, report.inserted().keySet());
            missed.ask(null, "writing rows");
            count(added);
            return added;
        } finally {
            told.settled();
            checkNanos += System.nanoTime() - filled;
        }
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

    Map<String, String> unfilled() {
        return unfilled;
    }

    long checkNanos() {
        return checkNanos;
    }

    /** Somebody else looked at the database for so long. */
    void checked(long nanos) {
        checkNanos += nanos;
    }

    long dataNanos() {
        return dataNanos;
    }

    /** Puts the database back; the fingerprint is stale until {@link #readAll}. */
    void restore(Checkpoint checkpoint) throws SQLException {
        release();
        database.restore(checkpoint);
        filler.forgetAll();
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

    /** Tops every table up again without looking at it; the tables may have changed since. */
    void refill(int rows, Set<String> without) throws SQLException {
        filler.forgetAll();
        filler.fill(FillWish.of(rows, excluded(without)), told);
    }

    /** Lets go of every connection, so that the database can be copied or restored. */
    void release() {
        filler.release();
    }

    /** Brings rows; false where there were none to bring. */
    @FunctionalInterface
    interface Loading {
        boolean load() throws SQLException;
    }

    @FunctionalInterface
    private interface Adding {
        FillReport add() throws SQLException;
    }
}
