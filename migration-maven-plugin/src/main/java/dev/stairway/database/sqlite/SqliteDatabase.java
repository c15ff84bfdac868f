package dev.stairway.database.sqlite;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.Handover;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Profile;
import dev.stairway.database.Room;
import dev.stairway.database.files.FileCheckpoint;
import dev.stairway.database.jdbc.HeldSession;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** One SQLite file. */
final class SqliteDatabase implements JdbcDatabase {

    private static final String BUSY_MILLIS = "10000";

    /** Up to here a copy takes a few milliseconds. */
    private static final long SMALL_BYTES = 16L << 20;

    private final DatabaseId id;
    private final Driver driver;
    private final Profile profile;
    private final Path file;
    /** False where another process has made the file, and deletes it. */
    private final boolean own;
    private final SessionConnection connection = new SessionConnection(this::connect);
    private boolean sessionOpen;
    private int checkpoints;

    SqliteDatabase(DatabaseId id, Driver driver, Profile profile, Path file) {
        this(id, driver, profile, file, true);
    }

    private SqliteDatabase(DatabaseId id, Driver driver, Profile profile, Path file, boolean own) {
        this.id = id;
        this.driver = driver;
        this.profile = profile;
        this.file = file;
        this.own = own;
    }

    /** One that another process has made; closing it leaves the file as it is. */
    static SqliteDatabase attached(Handover handover, Driver driver) {
        return new SqliteDatabase(handover.id(), driver, Profile.PRODUCTION, Path.of(handover.place()), false);
    }

    @Override
    public Optional<Handover> handover() {
        return Optional.of(new Handover(id, file.toString(), "", ""));
    }

    /** A process that has ended holds nothing any more; the file is looked at anew. */
    @Override
    public void awaitOthersGone() {
        requireNoSession();
        closeConnection();
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String url() {
        return "jdbc:sqlite:" + file;
    }

    @Override
    public Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("foreign_keys", "true");
        if (Files.notExists(file)) {
            // Later on it is what a migration makes of it. https://www.sqlite.org/wal.html#persistence_of_wal_mode
            settings.setProperty("journal_mode", "WAL");
        }
        settings.setProperty("busy_timeout", BUSY_MILLIS);
        settings.setProperty("synchronous", profile.durable() ? "FULL" : "OFF");
        return driver.connect(url(), settings);
    }

    @Override
    public JdbcSession newSession() {
        requireNoSession();
        try {
            HeldSession session = new HeldSession(connection.fresh(), SessionConnection.ADVICE, this::release);
            sessionOpen = true;
            return session;
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "The SQLite database cannot be opened",
                    file.toString(),
                    e.toString(),
                    "Check the disk that holds the work directory",
                    e);
        }
    }

    private void release(boolean reusable) {
        sessionOpen = false;
        if (!reusable) {
            closeConnection();
        }
    }

    @Override
    public Checkpoint checkpoint() {
        requireNoSession();
        closeConnection();
        Path copy = file.resolveSibling(file.getFileName() + ".checkpoint-" + ++checkpoints);
        try {
            flush();
            Files.copy(file, copy);
        } catch (IOException | SQLException e) {
            throw failed("kept", e);
        }
        return new FileCheckpoint(this, copy);
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        requireNoSession();
        Path copy = FileCheckpoint.pathOf(checkpoint, this);
        closeConnection();
        try {
            // A WAL file of the old state must never be replayed over the new one: https://sqlite.org/howtocorrupt.html
            for (String suffix : List.of("-wal", "-shm")) {
                Files.deleteIfExists(sibling(suffix));
            }
            Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed("restored", e);
        }
    }

    @Override
    public boolean cheapCheckpoints() {
        try {
            return size(file) + size(sibling("-wal")) <= SMALL_BYTES;
        } catch (IOException e) {
            throw failed("measured", e);
        }
    }

    /** A transaction is in the log as a whole before it is in the file: https://sqlite.org/wal.html. */
    @Override
    public Optional<Room> room() {
        try (Connection look = connect();
                Statement statement = look.createStatement();
                ResultSet bytes = statement.executeQuery(
                        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")) {
            bytes.next();
            return Optional.of(Room.of(file.toAbsolutePath().getParent(), bytes.getLong(1), Long.MAX_VALUE));
        } catch (SQLException e) {
            throw failed("measured", e);
        }
    }

    private static long size(Path path) throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    @Override
    public void close() {
        closeConnection();
        if (!own) {
            return;
        }
        try {
            for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(sibling(suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moves everything that is committed from the WAL into the file. */
    private void flush() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            result.next();
            if (result.getInt(1) != 0) {
                throw new SQLException("another connection is reading or writing");
            }
        }
    }

    private Path sibling(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private void requireNoSession() {
        if (sessionOpen) {
            throw new IllegalStateException("A session is still open");
        }
    }

    private void closeConnection() {
        try {
            connection.drop();
        } catch (SQLException e) {
            throw new IllegalStateException("The SQLite connection cannot be closed", e);
        }
    }

    private ProblemException failed(String verb, Exception cause) {
        return ProblemException.setup(
                "The state of the SQLite database cannot be " + verb,
                file.toString(),
                cause.toString(),
                "Check the free space of the disk that holds the work directory",
                cause);
    }
}
