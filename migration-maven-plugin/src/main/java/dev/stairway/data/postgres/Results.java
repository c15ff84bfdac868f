package dev.stairway.data.postgres;

import dev.stairway.data.jdbc.JdbcStore;
import dev.stairway.data.model.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The results of a message of several statements, taken one after the other. */
final class Results {

    private final Statement statement;
    private boolean isRows;

    /** Sends the message; the statement stays the caller's. */
    Results(Statement statement, String sql) throws SQLException {
        this.statement = statement;
        isRows = statement.execute(sql);
    }

    /** Goes on to the result of the next statement. */
    void next() throws SQLException {
        isRows = statement.getMoreResults();
    }

    /** The rows that this statement answered. */
    <T> List<T> rows(JdbcStore.RowReader<T> reader) throws SQLException {
        List<T> list = JdbcStore.rows(statement.getResultSet(), reader);
        next();
        return list;
    }

    /** Takes the current row. */
    @FunctionalInterface
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /** Hands on each row that this statement answered. */
    void each(Taker taker) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
        next();
    }

    /** What these next INSERTs stored. */
    Store.Stored stored(int inserts) throws SQLException {
        int count = 0;
        List<String> locators = new ArrayList<>();
        for (int i = 0; i < inserts; i++) {
            if (isRows) {
                locators.addAll(rows(row -> row.getString(1)));
            } else {
                count += statement.getUpdateCount();
                next();
            }
        }
        return new Store.Stored(count + locators.size(), locators);
    }
}
