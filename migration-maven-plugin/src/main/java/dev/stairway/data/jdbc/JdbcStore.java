package dev.stairway.data.jdbc;

import dev.stairway.data.model.Store;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Connection and transaction of a {@link Store}; the products differ in what they say inside. */
public abstract class JdbcStore implements Store {

    /** Before each part that happens as a whole or not at all. */
    protected static final String SAVEPOINT = "stairway_fill";

    private final JdbcDatabase database;
    private final String settings;
    private final Pattern messagePrefix;
    private Connection connection;

    /**
     * @param settings statements for every new connection; empty for none
     * @param messagePrefix what the product writes before its message, of no use to a reader
     */
    protected JdbcStore(JdbcDatabase database, String settings, Pattern messagePrefix) {
        this.database = database;
        this.settings = settings;
        this.messagePrefix = messagePrefix;
    }

    @Override
    public final void begin() throws SQLException {
        if (connection == null) {
            connection = database.connect();
            try {
                if (!settings.isEmpty()) {
                    run(settings);
                }
                connection.setAutoCommit(false);
                opened(connection);
            } catch (SQLException | RuntimeException e) {
                // The next begin() must not take it for one that is ready.
                close();
                throw e;
            }
        }
    }

    /** Called with each new connection. */
    protected abstract void opened(Connection fresh) throws SQLException;

    @Override
    public final void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public final void rollback() throws SQLException {
        if (connection != null && !connection.isClosed()) {
            connection.rollback();
        }
    }

    /** The connection of the transaction that was begun; it stays the store's. */
    public final Connection connection() {
        return connection;
    }

    /** The numbers, if as many as there can be between these two. */
    protected static Run run(long smallest, long largest, long count) {
        return count > 0 && largest - smallest == count - 1 ? new Run(smallest, count) : Run.NONE;
    }

    /** A statement whose text goes to the database as it is. */
    protected final Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }

    protected final void run(String sql) throws SQLException {
        try (Statement statement = statement()) {
            statement.execute(sql);
        }
    }

    /** Takes back what came after the savepoint; a connection that is lost has taken back everything. */
    protected final void backToSavepoint(SQLException refusal) throws SQLException {
        if (!isLost(refusal)) {
            run("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            run("RELEASE SAVEPOINT " + SAVEPOINT);
        }
    }

    /** Takes something from the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a result, which is closed afterwards. */
    public static <T> List<T> rows(ResultSet result, RowReader<T> reader) throws SQLException {
        List<T> list = new ArrayList<>();
        try (result) {
            while (result.next()) {
                list.add(reader.read(result));
            }
        }
        return list;
    }

    @Override
    public final String reason(SQLException refusal) {
        String message = String.valueOf(refusal.getMessage()).strip();
        return messagePrefix.matcher(message.lines().findFirst().orElse("")).replaceFirst("");
    }

    @Override
    public final void close() {
        if (connection == null) {
            return;
        }
        try (Connection closing = connection) {
            connection = null;
            if (!closing.isClosed() && !closing.getAutoCommit()) {
                closing.rollback();
            }
        } catch (SQLException gone) {
            // The database ended the connection before: what this wanted is done.
            connection = null;
        }
    }
}
