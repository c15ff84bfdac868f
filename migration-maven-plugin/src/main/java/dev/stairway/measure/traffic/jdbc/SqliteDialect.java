package dev.stairway.measure.traffic.jdbc;

import dev.stairway.database.JdbcSession;
import dev.stairway.measure.traffic.TableTraffic.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQLite. Writing is a matter of the whole file: it has one writer, which takes the lock of a writer and gives it back.
 *
 * <p>That writer changes nothing: a transaction that has read and then wants to write fails at once, without waiting, when
 * somebody else has written or writes in between (https://www.sqlite.org/rescode.html#busy_snapshot), and the migration may be
 * such a one. So the lock is held for no longer than two statements in one call of the driver take, never while a statement of
 * the step may ask for it, and nothing is committed.
 */
final class SqliteDialect implements Dialect {

    /** https://www.sqlite.org/rescode.html#busy */
    private static final int BUSY = 5;

    /** https://www.sqlite.org/rescode.html#locked */
    private static final int LOCKED = 6;

    private static final int PRIMARY = 0xff;

    private static final Table FILE = new Table("main", List.of(), List.of("BEGIN IMMEDIATE; ROLLBACK"));

    private static final Pattern MISSING = Pattern.compile("no such (?:table|column): [^)]*");
    private static final Pattern CODE = Pattern.compile("^\\[(\\w+)]");

    private final WriteGate gate = new WriteGate();

    /** Waiting is left to the client: SQLite's own pauses grow to 100 ms, which would be measured with the rest. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
        }
    }

    @Override
    public Optional<Table> table(Connection connection, String name) throws SQLException {
        return SqliteTables.find(connection, name);
    }

    @Override
    public Optional<Table> shared() {
        return Optional.of(FILE);
    }

    @Override
    public void run(Statement statement, String sql, Kind kind) throws SQLException {
        if (kind == Kind.WRITE) {
            // The only way to send two at a time.
            gate.pass(() -> statement.executeUpdate(sql));
        } else if (statement.execute(sql)) {
            readAll(statement);
        }
    }

    private static void readAll(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            boolean more = true;
            while (more) {
                more = rows.next();
            }
        }
    }

    @Override
    public void follow(JdbcSession session) {
        session.observe(gate);
    }

    @Override
    public void recover(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    @Override
    public boolean busy(SQLException failure) {
        int code = failure.getErrorCode() & PRIMARY;
        return code == BUSY || code == LOCKED;
    }

    /** Its driver has no other way; no call takes long by itself. */
    @Override
    public void abandon(Connection connection) throws SQLException {
        connection.close();
    }

    /** A library has no line to lose. */
    @Override
    public boolean lost(SQLException failure) {
        return false;
    }

    /** Whoever would wait for ever is told that the file is busy. */
    @Override
    public boolean deadlock(SQLException failure) {
        return false;
    }

    @Override
    public boolean gaveUp(SQLException failure) {
        return busy(failure);
    }

    @Override
    public String text(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher missing = MISSING.matcher(message);
        if (missing.find()) {
            return missing.group();
        }
        Matcher code = CODE.matcher(message);
        return code.find() ? code.group(1) : "SQLite error " + failure.getErrorCode();
    }
}
