package dev.stairway.database.mariadb;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.files.ContentCache;
import dev.stairway.database.files.NoSpace;
import dev.stairway.database.generic.GenericServer;
import dev.stairway.database.generic.Target;
import dev.stairway.database.process.ClosedOnce;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.Properties;

/** An embedded MariaDB server. It goes away with this JVM, however that ends. */
public final class MariaDbServer implements DatabaseServer {

    private static final long RUN_BYTES = 80_000_000;

    private final MariaDbProcess process;
    private final GenericServer databases;
    private final ClosedOnce stopping;

    private MariaDbServer(MariaDbProcess process, GenericServer databases) {
        this.process = process;
        this.databases = databases;
        this.stopping = ClosedOnce.orAtExit("stairway-mariadb-stop", this::stop);
    }

    /**
     * Unpacks what is not in the cache yet, then starts.
     *
     * @param jar binaries of one version for this platform
     * @param driver of MariaDB
     * @param cacheDirectory kept between runs, shared by builds
     * @param workDirectory where the run's files go
     */
    public static MariaDbServer start(
            Path jar, Driver driver, Path cacheDirectory, Path workDirectory, Profile profile) {
        Installation installation = Installation.of(jar, new ContentCache(cacheDirectory));
        try {
            return connect(MariaDbProcess.start(installation, workDirectory, profile), driver);
        } catch (IOException e) {
            throw NoSpace.explain(e, workDirectory, RUN_BYTES)
                    .orElseGet(() -> ProblemException.setup(
                            "The embedded MariaDB cannot be prepared",
                            workDirectory.toString(),
                            String.valueOf(e.getMessage()),
                            "Check that the work directory is writable",
                            e));
        }
    }

    private static MariaDbServer connect(MariaDbProcess process, Driver driver) throws IOException {
        Properties login = new Properties();
        login.setProperty("user", Settings.USER);
        login.setProperty("password", process.password());
        String url = "jdbc:mariadb://" + LoopbackPort.HOST + ":" + process.port() + "/";
        try {
            GenericServer databases = GenericServer.open(new Target(driver, url, login), "embedded");
            return new MariaDbServer(process, databases);
        } catch (RuntimeException e) {
            process.stop();
            throw e;
        }
    }

    @Override
    public DatabaseId id() {
        return databases.id();
    }

    @Override
    public String serverVersion() {
        return databases.serverVersion();
    }

    @Override
    public String driverVersion() {
        return databases.driverVersion();
    }

    @Override
    public List<ProcessHandle> processes() {
        return process.processes();
    }

    @Override
    public Database fresh(String nameHint) {
        return databases.fresh(nameHint);
    }

    @Override
    public void close() {
        stopping.close();
    }

    private void stop() {
        try {
            process.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded MariaDB was not stopped cleanly", e);
        }
    }
}
