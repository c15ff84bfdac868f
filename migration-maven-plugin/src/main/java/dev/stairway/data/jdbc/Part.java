package dev.stairway.data.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A part of a transaction that is kept as a whole or taken back as a whole; begins with its first row. */
public final class Part {

    private static final String NAME = "stairway_part";

    private final Connection connection;
    private boolean open;
    private long stored;

    public Part(Connection connection) {
        this.connection = connection;
    }

    /** Begins it unless it has begun. */
    public void begin() throws SQLException {
        if (!open) {
            run("SAVEPOINT " + NAME);
            open = true;
        }
    }

    /** So many rows more are in it. */
    public void add(long rows) {
        stored += rows;
    }

    /** Keeps it; returns the rows that are in it, 0 for one that has not begun. */
    public long keep() throws SQLException {
        if (open) {
            run("RELEASE SAVEPOINT " + NAME);
        }
        return end();
    }

    /** Takes it back. */
    public void undo() throws SQLException {
        boolean begun = open;
        end();
        if (begun) {
            run("ROLLBACK TO SAVEPOINT " + NAME);
            run("RELEASE SAVEPOINT " + NAME);
        }
    }

    private long end() {
        long rows = stored;
        open = false;
        stored = 0;
        return rows;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
