package dev.stairway.benchmark.lock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What watching adds to a short statement: steps of many of them, watched and unwatched in turn. */
final class CostTrial {

    private static final int STATEMENTS = 200;
    private static final int IN_TRANSACTION = 10;
    private static final double LIMIT_MILLIS = 1;

    private final LockStage stage;
    private final int rounds;

    CostTrial(LockStage stage, int rounds) {
        this.stage = stage;
        this.rounds = rounds;
    }

    /** @return true when the target is met */
    boolean play() throws SQLException {
        return play("in a transaction", true) & play("each by itself", false);
    }

    private boolean play(String name, boolean inTransaction) throws SQLException {
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            boolean watchedFirst = round % 2 == 0;
            Spent one = spent(inTransaction, watchedFirst);
            Spent other = spent(inTransaction, !watchedFirst);
            Spent added = watchedFirst ? one.since(other) : other.since(one);
            if (round > 0) {
                wall.add(added.wallMillis() / STATEMENTS);
                cpu.add(added.cpuMillis() / STATEMENTS);
            }
        }
        System.out.println("Watching a statement " + name + ", " + rounds + " rounds of " + STATEMENTS + ":");
        boolean wallMet = say("time", wall);
        boolean cpuMet = say("processor time", cpu);
        return Double.isNaN(cpu.get(0)) ? wallMet : cpuMet;
    }

    private static boolean say(String what, List<Double> added) {
        added.sort(null);
        double median = added.get(added.size() / 2);
        System.out.printf(
                Locale.ROOT,
                "  adds %.3f ms of %s (from %.3f to %.3f), limit %.1f ms: %s%n",
                median,
                what,
                added.get(0),
                added.get(added.size() - 1),
                LIMIT_MILLIS,
                median <= LIMIT_MILLIS ? "PASS" : "MISS");
        return median <= LIMIT_MILLIS;
    }

    private Spent spent(boolean inTransaction, boolean watched) throws SQLException {
        stage.restore();
        Spent before = Spent.now();
        if (watched) {
            stage.traced(inTransaction, CostTrial::manyShortOnes);
        } else {
            stage.untraced(inTransaction, CostTrial::manyShortOnes);
        }
        return Spent.now().since(before);
    }

    private static void manyShortOnes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < STATEMENTS; i++) {
                statement.execute(
                        switch (i % 4) {
                            case 0 -> "ALTER TABLE item ADD COLUMN c" + i + " int";
                            case 1 -> "CREATE TABLE t" + i + " (id int PRIMARY KEY)";
                            case 2 -> "COMMENT ON TABLE item IS 'after " + i + "'";
                            default -> "UPDATE shop SET name = 'x' WHERE id = " + i;
                        });
                if (!connection.getAutoCommit() && i % IN_TRANSACTION == 0) {
                    connection.commit();
                }
            }
        }
    }
}
