package dev.stairway.database.sqlite;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.files.RunDirectory;
import dev.stairway.database.jdbc.Drivers;
import dev.stairway.loader.IsolatedLoader;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes SQLite databases: one file each in a directory of its own. */
public final class SqliteServer implements DatabaseServer {

    static final String DRIVER = "org.sqlite.JDBC";

    private final Driver driver;
    private final Profile profile;
    private final RunDirectory directory;
    private final DatabaseId id;
    private final String version;
    private final String driverVersion;
    private final IsolatedLoader own;
    private final List<String> notes;
    private final AtomicInteger count = new AtomicInteger();

    private SqliteServer(
            Driver driver,
            Profile profile,
            RunDirectory directory,
            DatabaseId id,
            String version,
            String driverVersion,
            IsolatedLoader own,
            List<String> notes) {
        this.driver = driver;
        this.profile = profile;
        this.directory = directory;
        this.id = id;
        this.version = version;
        this.driverVersion = driverVersion;
        this.own = own;
        this.notes = notes;
    }

    /**
     * @param drivers class loader that holds the driver to use
     * @param workDirectory where the run's files go
     */
    public static SqliteServer start(ClassLoader drivers, Path workDirectory, Profile profile) {
        return start(drivers, workDirectory, profile, "embedded");
    }

    /** Beside a file that the user named. */
    static SqliteServer start(ClassLoader drivers, Path workDirectory, Profile profile, String provider) {
        return start(drivers, null, "", workDirectory, profile, provider);
    }

    /**
     * With a driver of its own, which goes with the server.
     *
     * @param jar of the driver
     * @param version as the user calls it
     */
    public static SqliteServer start(Path jar, String version, Path workDirectory, Profile profile) {
        IsolatedLoader own = SqliteDriverLoader.of(jar);
        try {
            return start(own, own, version, workDirectory, profile, "embedded");
        } catch (RuntimeException | Error failed) {
            close(own);
            throw failed;
        }
    }

    /**
     * With the project's own driver, which goes with the server; reports say whose it is.
     *
     * @param jar of the driver
     */
    public static SqliteServer ofProject(Path jar, Path workDirectory, Profile profile) {
        SqliteServer server = start(jar, "", workDirectory, profile);
        return new SqliteServer(
                server.driver,
                profile,
                server.directory,
                server.id,
                server.version,
                server.driverVersion + " of the project",
                server.own,
                List.of());
    }

    /** The same, with something that the user should know. */
    public SqliteServer noting(String sentence) {
        return new SqliteServer(driver, profile, directory, id, version, driverVersion, own, List.of(sentence));
    }

    private static SqliteServer start(
            ClassLoader drivers,
            IsolatedLoader own,
            String called,
            Path workDirectory,
            Profile profile,
            String provider) {
        Driver driver = Drivers.load(drivers, DRIVER);
        try (Connection memory = driver.connect("jdbc:sqlite::memory:", new Properties());
                Statement statement = memory.createStatement();
                ResultSet version = statement.executeQuery("SELECT sqlite_version()")) {
            version.next();
            DatabaseId id = new DatabaseId("sqlite", called.isEmpty() ? version.getString(1) : called, provider);
            String driverVersion = memory.getMetaData().getDriverName() + " "
                    + memory.getMetaData().getDriverVersion();
            return new SqliteServer(
                    driver,
                    profile,
                    RunDirectory.create(workDirectory, "sqlite").deletedAtExit(),
                    id,
                    version.getString(1),
                    driverVersion,
                    own,
                    List.of());
        } catch (SQLException | IOException e) {
            throw ProblemException.setup(
                    "SQLite cannot be used",
                    workDirectory.toString(),
                    e.toString(),
                    "Check that the work directory is writable and that the SQLite driver supports this platform",
                    e);
        }
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String serverVersion() {
        return version;
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
    public List<String> notes() {
        return notes;
    }

    @Override
    public Database fresh(String nameHint) {
        String name = nameHint.replaceAll("[^A-Za-z0-9_-]", "_");
        String file = count.incrementAndGet() + "-" + name.substring(0, Math.min(name.length(), 40)) + ".db";
        return new SqliteDatabase(id, driver, profile, directory.path().resolve(file));
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (own != null) {
                close(own);
            }
        }
    }

    private static void close(IsolatedLoader own) {
        try (own) {
            Found.in(own).unregisterDriver();
        } catch (SQLException e) {
            throw new IllegalStateException("The driver cannot be taken out of the JVM's register", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
