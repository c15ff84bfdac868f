package dev.stairway.database.h2;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.files.FileTrees;
import dev.stairway.database.files.RunDirectory;
import dev.stairway.database.generic.GenericDatabase;
import dev.stairway.database.generic.ImplicitCommit;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes H2 databases: one file each in a directory of its own. */
public final class H2Server implements DatabaseServer {

    // Migrations are the user's own, but nothing of them may outlive the run or reach another database.
    // https://h2database.com/html/features.html#closing_a_database
    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0";

    /** What is written reaches the disk within half a second; production's setting. */
    private static final String PRODUCTION = ";WRITE_DELAY=500";

    private static final String FAST = ";WRITE_DELAY=60000";

    private final Driver driver;
    private final Profile profile;
    private final RunDirectory directory;
    private final DatabaseId id;
    private final String driverVersion;
    private final AtomicInteger count = new AtomicInteger();

    private H2Server(Driver driver, Profile profile, RunDirectory directory, DatabaseId id, String driverVersion) {
        this.driver = driver;
        this.profile = profile;
        this.directory = directory;
        this.id = id;
        this.driverVersion = driverVersion;
    }

    /**
     * @param driver of H2, which is the database as well
     * @param workDirectory where the run's files go
     */
    public static H2Server start(Driver driver, Path workDirectory, Profile profile) {
        try (Connection memory = driver.connect("jdbc:h2:mem:", new Properties())) {
            String version = memory.getMetaData().getDatabaseProductVersion().split(" ")[0];
            String driverVersion = memory.getMetaData().getDriverName() + " "
                    + memory.getMetaData().getDriverVersion().split(" ")[0];
            return new H2Server(
                    driver,
                    profile,
                    RunDirectory.create(workDirectory, "h2").deletedAtExit(),
                    new DatabaseId("h2", version, "embedded"),
                    driverVersion);
        } catch (SQLException | IOException e) {
            throw ProblemException.setup(
                    "H2 cannot be used",
                    workDirectory.toString(),
                    e.toString(),
                    "Check that the work directory is writable",
                    e);
        }
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String serverVersion() {
        return id.version();
    }

    @Override
    public String driverVersion() {
        return driverVersion;
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of(ProcessHandle.current());
    }

    @Override
    public Database fresh(String nameHint) {
        String name = nameHint.replaceAll("[^A-Za-z0-9_-]", "_");
        String short40 = name.substring(0, Math.min(name.length(), 40));
        try {
            Path own = directory.path().resolve(count.incrementAndGet() + "-" + short40);
            FileTrees.privateDirectories(own);
            String settings = SETTINGS + (profile.durable() ? PRODUCTION : FAST);
            return new GenericDatabase(id, new H2Home(driver, own, settings), new ImplicitCommit());
        } catch (IOException e) {
            throw new UncheckedIOException("No directory can be made for a database", e);
        }
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
