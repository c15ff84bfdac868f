package dev.stairway.database.postgres;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.KillableServer;
import dev.stairway.database.Profile;
import dev.stairway.database.files.ContentCache;
import dev.stairway.database.files.NoSpace;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server that was started for this run. It goes away with this JVM. */
public final class PostgresServer implements KillableServer {

    private static final long RUN_BYTES = 45_000_000;

    private final DatabaseId id;
    private final PostgresHost host;
    private final Access access;
    private final Admin admin;
    private final Thread hook;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresServer(DatabaseId id, PostgresHost host, Access access, Admin admin) {
        this.id = id;
        this.host = host;
        this.access = access;
        this.admin = admin;
        this.hook = new Thread(this::stopQuietly, "stairway-postgres-stop");
    }

    /**
     * Unpacks and initialises what is not in the cache yet, then starts.
     *
     * @param jar binaries of one version for this platform
     * @param cacheDirectory kept between runs, shared by builds
     * @param workDirectory where the run's files go
     */
    public static PostgresServer start(Path jar, int major, Path cacheDirectory, Path workDirectory, Profile profile) {
        ContentCache cache = new ContentCache(cacheDirectory);
        Installation installation = Installation.of(jar, cache);
        try {
            Path empty = EmptyCluster.of(installation, profile, workDirectory, cache);
            Cluster cluster = Cluster.start(installation, empty, major, profile, workDirectory);
            return withBooks(over(new RestartableCluster(cluster, major), "embedded"), profile);
        } catch (IOException e) {
            throw NoSpace.explain(e, workDirectory, RUN_BYTES)
                    .orElseGet(() -> ProblemException.setup(
                            "The embedded PostgreSQL " + major + " cannot be prepared",
                            workDirectory.toString(),
                            String.valueOf(e.getMessage()),
                            "Check that the work directory is writable",
                            e));
        }
    }

    private static PostgresServer withBooks(PostgresServer server, Profile profile) {
        if (profile == Profile.MEASURED) {
            try {
                server.admin.openBooks();
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        }
        return server;
    }

    /**
     * Waits until the server answers.
     *
     * @param host stopped with the server, and when this fails
     * @param provider which has started it
     */
    public static PostgresServer over(PostgresHost host, String provider) throws IOException {
        Access access = new Access(host);
        try {
            Admin admin = Admin.await(access, host);
            DatabaseId id = new DatabaseId("postgresql", Integer.toString(admin.major()), provider);
            PostgresServer server = new PostgresServer(id, host, access, admin);
            Runtime.getRuntime().addShutdownHook(server.hook);
            return server;
        } catch (SQLException | RuntimeException e) {
            String seen = host.lastLines();
            host.stop();
            throw ProblemException.setup(
                    "PostgreSQL (" + provider + ") started but cannot be used",
                    access.url("postgres"),
                    e.getMessage() + "\n" + seen,
                    "Look at the server's messages above; too little memory is the usual reason",
                    e);
        }
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String serverVersion() {
        return admin.serverVersion();
    }

    @Override
    public String driverVersion() {
        return admin.driverVersion();
    }

    @Override
    public List<ProcessHandle> processes() {
        return host.processes();
    }

    @Override
    public Database fresh(String nameHint) {
        String hint = nameHint.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        String name = "d" + count.incrementAndGet() + "_" + hint.substring(0, Math.min(hint.length(), 30));
        admin.create(name, "template1");
        return new PostgresDatabase(id, name, access, admin, host.files());
    }

    /** One that is there already. */
    PostgresDatabase existing(String name) {
        return new PostgresDatabase(id, name, access, admin, host.files());
    }

    @Override
    public boolean killable() {
        return host instanceof RestartableCluster;
    }

    @Override
    public void kill(Database any) {
        try {
            restartable().kill();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL (" + id.provider() + ") was not killed", e);
        }
    }

    @Override
    public void restart(Database database) {
        try {
            restartable().restart();
            admin.reconnect(access, host);
            ((PostgresDatabase) database).forgetConnections();
        } catch (IOException | SQLException e) {
            throw ProblemException.setup(
                    "PostgreSQL does not come up again after it was killed",
                    access.url("postgres"),
                    e.getMessage() + "\n" + host.lastLines(),
                    "Look at the server's messages above",
                    e);
        }
    }

    private RestartableCluster restartable() {
        if (host instanceof RestartableCluster cluster) {
            return cluster;
        }
        throw new IllegalStateException("This server cannot be killed: " + id);
    }

    Access access() {
        return access;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            removeHook();
            try {
                closeAll();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL (" + id.provider() + ") was not stopped cleanly", e);
            }
        }
    }

    private void closeAll() throws IOException {
        try {
            admin.close();
        } finally {
            host.stop();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs already; it finds the server closed and does nothing.
            return;
        }
    }

    private void stopQuietly() {
        if (closed.compareAndSet(false, true)) {
            try {
                host.stop();
            } catch (IOException e) {
                // The JVM is going down and nobody listens; the watchdog and the next run's sweep finish the job.
                return;
            }
        }
    }
}
