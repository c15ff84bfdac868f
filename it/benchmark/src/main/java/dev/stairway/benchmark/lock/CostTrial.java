package dev.stairway.benchmark.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What watching adds to a short statement, its look before and after included: steps of many of them, watched and unwatched
 * in turn. Medians of single statements, since a busy machine takes its time out of some of them only.
 */
final class CostTrial {

    private static final int STATEMENTS = 400;
    private static final int IN_TRANSACTION = 10;
    private static final int WARM_UPS = 5;
    private static final double LIMIT_MILLIS = 1;

    /** Each is followed by another kind. */
    private enum Kind {
        ADD_COLUMN("ALTER TABLE item ADD COLUMN c%d int"),
        CREATE_TABLE("CREATE TABLE t%d (id int PRIMARY KEY)"),
        COMMENT("COMMENT ON TABLE item IS 'after %d'"),
        UPDATE("UPDATE shop SET name = 'x' WHERE id = %d");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }
    }

    private final LockStage stage;
    private final int rounds;

    CostTrial(LockStage stage, int rounds) {
        this.stage = stage;
        this.rounds = rounds;
    }

    /** @return true when the target is met */
    boolean play() throws SQLException {
        return play("in a transaction", true) & play("by itself", false);
    }

    private boolean play(String name, boolean inTransaction) throws SQLException {
        Durations watched = new Durations();
        Durations unwatched = new Durations();
        for (int round = -WARM_UPS; round < rounds; round++) {
            stage.restore();
            stage.traced(inTransaction, connection -> manyShortOnes(connection, watched));
            stage.restore();
            stage.untraced(inTransaction, connection -> manyShortOnes(connection, unwatched));
            if (round < 0) {
                watched.clear();
                unwatched.clear();
            }
        }
        // The mean of all: what one statement leaves to be done for the next one, the look between them may have to do.
        double sum = 0;
        for (Kind kind : Kind.values()) {
            double added = watched.medianMillis(kind) - unwatched.medianMillis(kind);
            sum += added;
            System.out.printf(
                    Locale.ROOT,
                    "  %-13s %6.3f ms watched, %6.3f ms unwatched; medians of %d%n",
                    kind,
                    watched.medianMillis(kind),
                    unwatched.medianMillis(kind),
                    rounds * STATEMENTS / Kind.values().length);
        }
        double mean = sum / Kind.values().length;
        System.out.printf(
                Locale.ROOT,
                "Watching adds %.3f ms to a statement %s, limit %.1f ms: %s%n",
                mean,
                name,
                LIMIT_MILLIS,
                mean <= LIMIT_MILLIS ? "PASS" : "MISS");
        return mean <= LIMIT_MILLIS;
    }

    private static void manyShortOnes(Connection connection, Durations durations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 1; i <= STATEMENTS; i++) {
                Kind kind = Kind.values()[i % Kind.values().length];
                long start = System.nanoTime();
                statement.execute(String.format(Locale.ROOT, kind.sql, i));
                durations.add(kind, System.nanoTime() - start);
                if (!connection.getAutoCommit() && i % IN_TRANSACTION == 0) {
                    connection.commit();
                }
            }
        }
    }

    /** Of single statements, by kind. */
    private static final class Durations {
        private final List<List<Long>> nanos = new ArrayList<>();

        private Durations() {
            clear();
        }

        private void add(Kind kind, long duration) {
            nanos.get(kind.ordinal()).add(duration);
        }

        private double medianMillis(Kind kind) {
            List<Long> sorted = nanos.get(kind.ordinal()).stream().sorted().toList();
            return sorted.get(sorted.size() / 2) / 1e6;
        }

        private void clear() {
            nanos.clear();
            for (int i = 0; i < Kind.values().length; i++) {
                nanos.add(new ArrayList<>());
            }
        }
    }
}
