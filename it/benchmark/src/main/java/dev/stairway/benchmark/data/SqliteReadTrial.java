package dev.stairway.benchmark.data;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Against the same driver that gives every value as an object: any column of SQLite may hold any class, so a reader that may
 * lose nothing has to ask for it.
 */
final class SqliteReadTrial extends ReadTrial {

    private static final int VALUES = BigFile.COLUMNS.split(",").length;

    private final DatabaseServer server;
    private final DataSettings settings;

    SqliteReadTrial(DatabaseServer server, DataSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "read/sqlite";
    }

    @Override
    JdbcDatabase filled() throws Exception {
        return BigFile.in(server, settings.rows());
    }

    @Override
    String bareName() {
        return "bare reading";
    }

    @Override
    double limit() {
        return 1.3;
    }

    @Override
    Long bare(JdbcDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + BigFile.COLUMNS + " FROM big")) {
            long values = 0;
            while (rows.next()) {
                for (int column = 1; column <= VALUES; column++) {
                    values += rows.getObject(column) == null ? 0 : 1;
                }
            }
            return values;
        }
    }
}
