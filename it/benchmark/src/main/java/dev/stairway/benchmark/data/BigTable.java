package dev.stairway.benchmark.data;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL database with one big table of the usual types and, beside it, one of 1 000 rows. */
final class BigTable {

    static final int SMALL_ROWS = 1000;

    private static final String COLUMNS = "(id bigint PRIMARY KEY, quantity int NOT NULL, name text NOT NULL,"
            + " created_at timestamptz NOT NULL, amount numeric(12,2), active boolean NOT NULL, token uuid NOT NULL, attrs jsonb)";

    private static final String ROWS = "SELECT n, n %% 1000, 'name of row ' || n,"
            + " timestamptz '2020-01-01' + n * interval '1 second', (n %% 1000000) / 100.0, n %% 3 = 0, md5(n::text)::uuid,"
            + " CASE WHEN n %% 4 <> 0 THEN jsonb_build_object('k', n %% 77, 'v', 'x' || n %% 13) END"
            + " FROM generate_series(1, %d) n";

    private BigTable() {}

    static JdbcDatabase in(DatabaseServer server, int rows) throws SQLException {
        JdbcDatabase database = (JdbcDatabase) server.fresh("big");
        try (Connection connection = database.connect()) {
            Tables.run(
                    connection,
                    "CREATE TABLE big " + COLUMNS,
                    "INSERT INTO big " + String.format(ROWS, rows),
                    "CREATE TABLE small " + COLUMNS,
                    "INSERT INTO small " + String.format(ROWS, SMALL_ROWS),
                    "VACUUM ANALYZE");
        }
        return database;
    }
}
