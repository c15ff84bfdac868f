package dev.stairway.database.postgres;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.Handover;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.database.Reachable;
import dev.stairway.database.Room;
import dev.stairway.database.jdbc.HeldSession;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** One database of a server. */
final class PostgresDatabase implements JdbcDatabase, ProgramTarget, Reachable {

    /**
     * The log is written anew from the start after about 1 GB, and a little later while rows keep coming:
     * https://www.postgresql.org/docs/current/runtime-config-wal.html#GUC-MAX-WAL-SIZE.
     */
    private static final long LOG_BYTES = 2_000_000_000;

    private final DatabaseId id;
    private final String name;
    private final Access access;
    private final Administration admin;
    private final Optional<Path> files;
    private final PostgresAdvice advice = new PostgresAdvice();
    private final SessionConnection connection;
    private Connection beside;
    private final boolean borrowed;
    private boolean sessionOpen;
    private int checkpoints;

    /** @param files where the server's are; empty where that cannot be seen */
    PostgresDatabase(DatabaseId id, String name, Access access, Administration admin, Optional<Path> files) {
        this(id, name, access, admin, files, false);
    }

    private PostgresDatabase(
            DatabaseId id, String name, Access access, Administration admin, Optional<Path> files, boolean borrowed) {
        this.id = id;
        this.name = name;
        this.access = access;
        this.admin = admin;
        this.files = files;
        this.borrowed = borrowed;
        this.connection = new SessionConnection(access, name, advice);
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String url() {
        return access.url(name);
    }

    @Override
    public String host() {
        return access.host();
    }

    @Override
    public int port() {
        return access.port();
    }

    @Override
    public Database via(String host, int port) {
        return new PostgresDatabase(id, name, access.via(host, port), admin, files, true);
    }

    String name() {
        return name;
    }

    @Override
    public void point(Map<String, String> environment) {
        access.point(environment);
        environment.put("PGDATABASE", name);
    }

    /** To be closed before {@link #checkpoint()} and {@link #restore}. */
    @Override
    public Connection connect() throws SQLException {
        return access.connect(name);
    }

    @Override
    public Optional<Connection> beside() throws SQLException {
        if (beside == null && admin.beside().isPresent()) {
            beside = access.connect(admin.beside().get());
        }
        return Optional.ofNullable(beside);
    }

    @Override
    public JdbcSession newSession() {
        requireNoSession();
        try {
            HeldSession session = new HeldSession(connection.fresh(), advice, this::release);
            sessionOpen = true;
            return session;
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "No session can be opened",
                    url(),
                    String.valueOf(e.getMessage()),
                    "Check whether a migration stopped the server or used up its connections",
                    e);
        }
    }

    private void release(boolean reusable) {
        sessionOpen = false;
        if (!reusable) {
            connection.drop();
        }
    }

    @Override
    public Checkpoint checkpoint() {
        requireNoSession();
        String copy = admin.nameOfCopy(name, ++checkpoints);
        leave();
        admin.copy(name, copy);
        return new Copy(this, copy);
    }

    @Override
    public void restore(Checkpoint checkpoint) {
        requireNoSession();
        Copy copy = (Copy) checkpoint;
        if (copy.database != this) {
            throw new IllegalArgumentException("The checkpoint belongs to another database");
        }
        leave();
        admin.drop(name);
        admin.copy(copy.name, name);
    }

    @Override
    public boolean cheapCheckpoints() {
        return false;
    }

    @Override
    public Optional<Room> room() {
        return files.map(directory -> Room.of(directory, admin.bytes(name), LOG_BYTES));
    }

    @Override
    public void close() {
        connection.drop();
        leaveBeside();
        if (!borrowed) {
            admin.drop(name);
        }
    }

    /** They went with the server, which was killed. */
    void forgetConnections() {
        connection.drop();
        leaveBeside();
    }

    @Override
    public Optional<Handover> handover() {
        return Optional.of(access.handover(id, name));
    }

    @Override
    public void awaitOthersGone() {
        requireNoSession();
        leave();
    }

    private void leaveBeside() {
        if (beside != null) {
            try {
                beside.close();
            } catch (SQLException alreadyBroken) {
                // Nobody will use it again, and the server ends its side by itself.
                return;
            } finally {
                beside = null;
            }
        }
    }

    private void leave() {
        connection.drop();
        try {
            // A number of a process means something only where the process can be seen.
            admin.awaitUnused(name, files.isPresent() ? connection.processId() : 0);
        } catch (SQLException e) {
            throw new IllegalStateException("Every connection must be closed before a checkpoint or restore", e);
        }
    }

    private void requireNoSession() {
        if (sessionOpen) {
            throw new IllegalStateException("A session is still open");
        }
    }

    private record Copy(PostgresDatabase database, String name) implements Checkpoint {
        @Override
        public void close() {
            database.admin.drop(name);
        }
    }
}
