package dev.stairway.database.sqlite;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Room;
import dev.stairway.database.external.NamedTarget;
import dev.stairway.database.external.SessionLimits;
import dev.stairway.database.jdbc.Drivers;
import dev.stairway.database.jdbc.HeldSession;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/** An SQLite file that the user named, itself. Closing it ends the connection and removes nothing. */
public final class OperatedSqlite implements JdbcDatabase {

    /** https://sqlite.org/c3ref/c_open_autoproxy.html: SQLITE_OPEN_READONLY, and SQLITE_OPEN_READWRITE without CREATE. */
    private static final String READ_ONLY = "1";

    private static final String READ_WRITE = "2";

    /** https://sqlite.org/rescode.html#readonly and the two that say that pages are not what they should be. */
    private static final int CANNOT_WRITE = 8;

    private static final int CORRUPT = 11;
    private static final int NOT_A_DATABASE = 26;

    private final Path file;
    private final Driver driver;
    private final SessionLimits limits;
    private final SessionConnection connection = new SessionConnection(this::connect);
    private DatabaseId id;
    private boolean sessionOpen;

    private OperatedSqlite(Path file, Driver driver, SessionLimits limits) {
        this.file = file;
        this.driver = driver;
        this.limits = limits;
    }

    /**
     * @throws ProblemException when there is no such file, it is none of SQLite, its first pages are damaged, or somebody was
     *     killed while writing it; then not a byte of it or beside it was changed
     */
    public static OperatedSqlite open(NamedTarget target, SessionLimits limits, ClassLoader drivers) {
        Path file = target.sqliteFile();
        OperatedSqlite opened = new OperatedSqlite(file, Drivers.load(drivers, SqliteServer.DRIVER), limits);
        if (!Files.isRegularFile(file)) {
            throw unusable(file, "there is no such file", null);
        }
        // Who may write takes back what was left half done as soon as it reads:
        // https://sqlite.org/atomiccommit.html#_recovery
        try (Connection first = opened.connect(READ_ONLY);
                Statement statement = first.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT sqlite_version()")) {
                row.next();
                opened.id = new DatabaseId("sqlite", row.getString(1), "external");
            }
            // Reads the header, which tells whether it is one at all, and the names of its tables.
            statement.executeQuery("SELECT count(*) FROM sqlite_master").close();
            return opened;
        } catch (SQLException e) {
            throw unusable(file, e);
        }
    }

    private static ProblemException unusable(Path file, SQLException e) {
        String seen = String.valueOf(e.getMessage());
        Path journal = file.resolveSibling(file.getFileName() + "-journal");
        if (e.getErrorCode() == CANNOT_WRITE && Files.exists(journal)) {
            return ProblemException.setup(
                    "Somebody was killed while writing the named database",
                    file.toString(),
                    seen + "\n" + journal.getFileName() + " holds what has to be taken back",
                    "Copy both files away, then open it once with the program that it belongs to, or with sqlite3, which takes"
                            + " that back; nothing was changed here",
                    e);
        }
        if (e.getErrorCode() == CORRUPT || e.getErrorCode() == NOT_A_DATABASE) {
            return ProblemException.setup(
                    "The named database is damaged, or none of SQLite",
                    file.toString(),
                    seen,
                    "Check the path; if it is right, put a backup back. Nothing was changed here",
                    e);
        }
        return unusable(file, seen, e);
    }

    private static ProblemException unusable(Path file, String seen, SQLException cause) {
        return ProblemException.setup(
                "The named database cannot be opened",
                file.toString(),
                seen,
                "Check the path and the rights of the file and its directory; nothing was changed. An empty file is a new"
                        + " database",
                cause);
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String url() {
        return "jdbc:sqlite:" + file;
    }

    /** The journal stays as the file has it. */
    @Override
    public Connection connect() throws SQLException {
        return connect(limits.readOnly() ? READ_ONLY : READ_WRITE);
    }

    private Connection connect(String mode) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("open_mode", mode);
        settings.setProperty("foreign_keys", "true");
        settings.setProperty("busy_timeout", Long.toString(limits.lock().toMillis()));
        return driver.connect(url(), settings);
    }

    @Override
    public JdbcSession newSession() {
        if (sessionOpen) {
            throw new IllegalStateException("A session is still open");
        }
        try {
            HeldSession session = new HeldSession(connection.fresh(), SessionConnection.ADVICE, this::release);
            sessionOpen = true;
            return session;
        } catch (SQLException e) {
            throw unusable(file, String.valueOf(e.getMessage()), e);
        }
    }

    private void release(boolean reusable) {
        sessionOpen = false;
        if (!reusable) {
            close();
        }
    }

    @Override
    public Checkpoint checkpoint() {
        throw new UnsupportedOperationException("A named database is backed up instead");
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        throw new UnsupportedOperationException("A named database is restored from a backup instead");
    }

    @Override
    public boolean cheapCheckpoints() {
        return false;
    }

    @Override
    public Optional<Room> room() {
        try {
            return Optional.of(Room.of(file.getParent(), Files.size(file), Long.MAX_VALUE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.drop();
        } catch (SQLException e) {
            throw new IllegalStateException("The SQLite connection cannot be closed", e);
        }
    }
}
