package dev.stairway.database.postgres;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.files.ContentCache;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server that was started for this run and keeps all of its log, so that any moment since its base backup can be
 * gone back to.
 */
public final class ArchivingServer implements DatabaseServer {

    private final Installation installation;
    private final Path workDirectory;
    private final Cluster cluster;
    private final PostgresServer server;
    private final AtomicInteger moments = new AtomicInteger();

    private ArchivingServer(Installation installation, Path workDirectory, Cluster cluster, PostgresServer server) {
        this.installation = installation;
        this.workDirectory = workDirectory;
        this.cluster = cluster;
        this.server = server;
    }

    /**
     * As {@link PostgresServer#start}.
     *
     * @param jar binaries of one version for this platform
     * @param cacheDirectory kept between runs, shared by builds
     * @param workDirectory where the run's files go
     */
    public static ArchivingServer start(Path jar, int major, Path cacheDirectory, Path workDirectory) {
        ContentCache cache = new ContentCache(cacheDirectory);
        Installation installation = Installation.of(jar, cache);
        try {
            Path empty = EmptyCluster.of(installation, Profile.FAST, workDirectory, cache);
            Cluster cluster = Cluster.start(installation, ClusterSeed.archiving(empty), major, workDirectory);
            return new ArchivingServer(installation, workDirectory, cluster, PostgresServer.over(cluster, "embedded"));
        } catch (IOException e) {
            throw ProblemException.setup(
                    "The embedded PostgreSQL " + major + " cannot be prepared",
                    workDirectory.toString(),
                    String.valueOf(e.getMessage()),
                    "Check that the work directory is writable",
                    e);
        }
    }

    /** A session that copies files has to stay open; closed by the caller. */
    public BaseBackup beginBackup() throws SQLException {
        return BaseBackup.begin(
                server.access(), major(), cluster.directory().path().resolve(Cluster.DATA));
    }

    /**
     * Gives the present moment a name that no other moment of this server has, because recovery ends at the first one of a
     * name, and waits until the log up to it is in the archive.
     *
     * @return of letters, digits and underscores
     */
    public String mark() throws SQLException {
        String name = "before_" + moments.incrementAndGet();
        try (LogArchive archive = archive()) {
            archive.mark(name);
        }
        return name;
    }

    /** Waits until all that is in the log by now is in the archive, and copies there what is not. */
    public void copyLog(Path to) throws SQLException, IOException {
        try (LogArchive archive = archive()) {
            archive.complete();
            archive.copyTo(to);
        }
    }

    private LogArchive archive() throws SQLException {
        return LogArchive.open(server.access(), cluster.directory().path());
    }

    /**
     * Starts another server with the same programs from a base backup of this one, and has it go on to a moment.
     *
     * @param base the base backup
     * @param log archived files, and nothing that the living server has archived besides
     * @param point name of the moment
     * @throws ProblemException when it does not come so far
     */
    public PostgresServer recover(Path base, List<Path> log, String point) throws IOException {
        ClusterSeed seed = ClusterSeed.recovering(base, log, point, cluster.password());
        return PostgresServer.over(
                Cluster.start(installation, seed, major(), workDirectory),
                server.id().provider());
    }

    /**
     * The database of a recovered server that is what the given one of this server was.
     *
     * @param of made by {@link #fresh}
     */
    public Database counterpart(Database of, PostgresServer recovered) {
        return recovered.existing(((PostgresDatabase) of).name());
    }

    private int major() {
        return Integer.parseInt(server.id().version());
    }

    @Override
    public DatabaseId id() {
        return server.id();
    }

    @Override
    public String serverVersion() {
        return server.serverVersion();
    }

    @Override
    public String driverVersion() {
        return server.driverVersion();
    }

    @Override
    public List<ProcessHandle> processes() {
        return server.processes();
    }

    @Override
    public Database fresh(String nameHint) {
        return server.fresh(nameHint);
    }

    @Override
    public void close() {
        server.close();
    }
}
