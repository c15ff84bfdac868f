package dev.stairway.run;

import dev.stairway.data.FillReport;
import dev.stairway.data.FillWish;
import dev.stairway.data.Filler;
import dev.stairway.database.Session;
import dev.stairway.fingerprint.Difference;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings rows to the tables of a bench, generated ones and those of others, and keeps its fingerprint true. */
final class Supply {

    private final Bench bench;
    private final Filler filler;
    private final Told told;
    private final Missed missed;
    private final Set<String> bookkeeping;
    private final Map<String, String> unfilled = new TreeMap<>();
    private Set<String> held = Set.of();
    private Difference loaded = Difference.NONE;
    private long nanos;

    Supply(Bench bench, Filler filler, Told told, Missed missed) {
        this.bench = bench;
        this.filler = filler;
        this.told = told;
        this.missed = missed;
        this.bookkeeping = bench.engine().bookkeepingTables();
    }

    /** Tops every table up; returns what that changed. */
    Difference fill(int rows) throws SQLException {
        return rows == 0
                ? Difference.NONE
                : new RoomCheck(bench).fill(rows, to -> added(() -> filler.fill(wish(to, held), told)));
    }

    /** Tops every table up again without looking at it; the tables may have changed since. */
    void refill(int rows, Set<String> without) throws SQLException {
        filler.forgetAll();
        filler.fill(wish(rows, without), told);
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

    private FillWish wish(int rows, Set<String> without) {
        return FillWish.of(rows, excluded(without));
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
        nanos += end - start;
        if (!any) {
            return Difference.NONE;
        }
        try (Session session = bench.database().newSession()) {
            Difference brought = bench.fingerprinter().readAll(session);
            bench.count(brought);
            schemaChanged(brought);
            loaded = loaded.then(brought);
            return brought;
        } finally {
            bench.checked(System.nanoTime() - end);
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
        nanos += filled - start;
        unfilled.keySet().removeAll(report.inserted().keySet());
        unfilled.putAll(report.unfilled());
        if (report.inserted().isEmpty()) {
            return Difference.NONE;
        }
        try (Session session = bench.database().newSession()) {
            Difference added =
                    bench.fingerprinter().readData(session, report.inserted().keySet());
            missed.ask(null, "writing rows");
            bench.count(added);
            return added;
        } finally {
            told.settled();
            bench.checked(System.nanoTime() - filled);
        }
    }

    /** Tables that have no row, by name, with the reason. */
    Map<String, String> unfilled() {
        return unfilled;
    }

    /** Time that it took to bring rows, without the looking at them. */
    long nanos() {
        return nanos;
    }

    /** What was known of the tables may not be so any more. */
    void forget() {
        filler.forgetAll();
    }

    /** The same of the tables that this change touched. */
    void schemaChanged(Difference change) {
        filler.schemaChanged(Bench.tables(change));
    }

    /** Lets go of every connection. */
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
