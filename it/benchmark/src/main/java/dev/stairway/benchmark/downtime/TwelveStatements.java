package dev.stairway.benchmark.downtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Twelve ways to change a big table of PostgreSQL, and what each is known to do:
 * https://www.postgresql.org/docs/current/explicit-locking.html and https://www.postgresql.org/docs/current/sql-altertable.html.
 */
public final class TwelveStatements {

    /** The big table. */
    public static final String TABLE = "item";

    /** The table that it gets a reference to. */
    public static final String PARENT = "shop";

    private static final int PARENTS = 1000;
    private static final int BATCHES = 50;
    private static final int TRIES = 100;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private TwelveStatements() {}

    /**
     * One way.
     *
     * @param name as in tables
     * @param mode strongest lock on {@link #TABLE}
     * @param blocksReads what that lock keeps away for as long as the statement works
     * @param blocksWrites the same
     * @param rewrites true when all rows are written into a new file
     * @param slowReader true when it is to be played behind a reader who keeps its transaction open for a second
     * @param transactional false when it cannot run in a transaction, or brings its own ones
     */
    public record Way(
            String name,
            String mode,
            boolean blocksReads,
            boolean blocksWrites,
            boolean rewrites,
            boolean slowReader,
            boolean transactional,
            Play play) {}

    /** Does it on a connection in auto-commit mode. */
    @FunctionalInterface
    public interface Play {
        void on(Connection connection) throws SQLException;
    }

    /** Makes both tables. @param rows of the big one */
    public static void prepare(Connection connection, int rows) throws SQLException {
        run(
                connection,
                "CREATE TABLE shop (id int PRIMARY KEY, name text)",
                "INSERT INTO shop SELECT n, 'shop ' || n FROM generate_series(0, " + (PARENTS - 1) + ") n",
                "CREATE TABLE item (id bigint PRIMARY KEY, shop_id int, quantity int, name text, created_at timestamptz,"
                        + " amount numeric(12,2), active boolean, token uuid, attrs jsonb)",
                "INSERT INTO item SELECT n, n % " + PARENTS + ", n % 1000, 'name of item ' || n,"
                        + " timestamptz '2020-01-01' + n * interval '1 second', (n % 1000000) / 100.0, n % 3 = 0,"
                        + " md5(n::text)::uuid, jsonb_build_object('k', n % 77, 'v', 'x' || n % 13)"
                        + " FROM generate_series(1, " + rows + ") n",
                "VACUUM ANALYZE item",
                "VACUUM ANALYZE shop");
    }

    /** In the order of the table. @param rows of the big one */
    public static List<Way> all(int rows) {
        List<Way> all = new ArrayList<>(List.of(
                way(
                        "ADD COLUMN constant default",
                        "AccessExclusiveLock",
                        true,
                        true,
                        false,
                        "ADD COLUMN a int DEFAULT 7"),
                way(
                        "ADD COLUMN volatile default",
                        "AccessExclusiveLock",
                        true,
                        true,
                        true,
                        "ADD COLUMN a float DEFAULT random()"),
                way("ALTER TYPE int to bigint", "AccessExclusiveLock", true, true, true, "ALTER quantity TYPE bigint"),
                way("SET NOT NULL", "AccessExclusiveLock", true, true, false, "ALTER name SET NOT NULL"),
                way("CREATE INDEX", "ShareLock", false, true, false, "CREATE INDEX item_name ON item (name)"),
                way(
                        "CREATE INDEX CONCURRENTLY",
                        "ShareUpdateExclusiveLock",
                        false,
                        false,
                        false,
                        "CREATE INDEX CONCURRENTLY item_name ON item (name)"),
                way("ADD FOREIGN KEY", "ShareRowExclusiveLock", false, true, false, reference(""))));
        all.addAll(List.of(
                way(
                        "ADD FOREIGN KEY NOT VALID, then VALIDATE",
                        "ShareRowExclusiveLock",
                        false,
                        true,
                        false,
                        reference(" NOT VALID"),
                        "VALIDATE CONSTRAINT item_shop"),
                way(
                        "ADD CHECK",
                        "AccessExclusiveLock",
                        true,
                        true,
                        false,
                        "ADD CONSTRAINT item_quantity CHECK (quantity >= 0)"),
                way(
                        "UPDATE of all rows",
                        "RowExclusiveLock",
                        false,
                        true,
                        false,
                        "UPDATE item SET quantity = quantity + 1"),
                batches(rows),
                behind(
                        "ADD COLUMN behind a slow reader",
                        connection -> run(connection, "ALTER TABLE item ADD COLUMN a int")),
                behind("the same with lock_timeout 100 ms and retry", TwelveStatements::retry)));
        return List.copyOf(all);
    }

    private static String reference(String ending) {
        return "ADD CONSTRAINT item_shop FOREIGN KEY (shop_id) REFERENCES shop" + ending;
    }

    private static Way way(
            String name, String mode, boolean reads, boolean writes, boolean rewrites, String... actions) {
        String[] statements = new String[actions.length];
        for (int i = 0; i < actions.length; i++) {
            boolean whole = actions[i].startsWith("CREATE") || actions[i].startsWith("UPDATE");
            statements[i] = whole ? actions[i] : "ALTER TABLE item " + actions[i];
        }
        boolean transactional = actions.length == 1 && !actions[0].contains("CONCURRENTLY");
        return new Way(
                name, mode, reads, writes, rewrites, false, transactional, connection -> run(connection, statements));
    }

    private static Way behind(String name, Play play) {
        return new Way(name, "AccessExclusiveLock", true, true, false, true, false, play);
    }

    /** The eleventh is the tenth in small transactions; both make one line of the table. */
    private static Way batches(int rows) {
        return new Way("UPDATE in 50 batches", "RowExclusiveLock", false, true, false, false, false, connection -> {
            long size = (rows + BATCHES - 1L) / BATCHES;
            for (long from = 1; from <= rows; from += size) {
                run(
                        connection,
                        "UPDATE item SET quantity = quantity + 1 WHERE id BETWEEN " + from + " AND "
                                + (from + size - 1));
            }
        });
    }

    private static void retry(Connection connection) throws SQLException {
        run(connection, "SET lock_timeout = 100");
        for (int i = 1; !added(connection); i++) {
            if (i == TRIES) {
                throw new SQLException("not in " + TRIES + " tries");
            }
        }
    }

    private static boolean added(Connection connection) throws SQLException {
        try {
            run(connection, "ALTER TABLE item ADD COLUMN a int");
            return true;
        } catch (SQLException e) {
            if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            return false;
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
