package dev.stairway.database.generic;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.generic.facts.Spelling;
import dev.stairway.database.jdbc.DriverAdvice;
import dev.stairway.database.jdbc.Drivers;
import dev.stairway.problem.ProblemException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that somebody else runs, of any product: makes a database of its own for each cell on MariaDB and MySQL, and a
 * schema of its own on every other product that knows {@code CREATE SCHEMA}.
 *
 * <p>It looks at no lock: whoever opens it has made sure that the server may be written to.
 */
public final class GenericServer implements DatabaseServer {

    private static final String PREFIX = "stairway_";

    private final Target target;
    private final DatabaseId id;
    private final String serverVersion;
    private final String driverVersion;
    private final DriverAdvice advice;
    private final boolean mysqlFamily;
    private final String run;
    private final AtomicInteger count = new AtomicInteger();

    private GenericServer(Target target, DatabaseMetaData meta, String provider) throws SQLException {
        this.target = target;
        String product = Spelling.product(meta);
        this.serverVersion = meta.getDatabaseProductVersion().split("[ -]")[0];
        this.id = new DatabaseId(
                product, meta.getDatabaseMajorVersion() + "." + meta.getDatabaseMinorVersion(), provider);
        this.driverVersion =
                meta.getDriverName() + " " + meta.getDriverVersion().split(" ")[0];
        boolean transactional = meta.supportsDataDefinitionAndDataManipulationTransactions()
                && !meta.dataDefinitionCausesTransactionCommit();
        this.advice = transactional ? DriverAdvice.NONE : new ImplicitCommit();
        this.mysqlFamily = product.equals("mariadb") || product.equals("mysql");
        this.run = PREFIX + UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * Finds the driver by the URL.
     *
     * @param url without any secret
     * @param login user, password and whatever else the driver asks for
     * @param drivers class loader that holds the driver
     * @param provider {@code embedded}, {@code container} or {@code external}
     */
    public static GenericServer open(String url, Properties login, ClassLoader drivers, String provider) {
        Driver driver = Drivers.find(drivers, url)
                .orElseThrow(() -> ProblemException.setup(
                        "There is no JDBC driver for this database",
                        url,
                        "no driver on the class path accepts the URL",
                        "Add the driver to the plugin's <dependencies>",
                        null));
        return open(new Target(driver, url, login), provider);
    }

    /**
     * The same with a known driver.
     *
     * @param provider {@code embedded}, {@code container} or {@code external}
     */
    public static GenericServer open(Target target, String provider) {
        try (Connection connection = target.connect()) {
            return new GenericServer(target, connection.getMetaData(), provider);
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "The database cannot be reached",
                    target.url(),
                    String.valueOf(e.getMessage()),
                    "Check that the server runs, that the address is right and that the user may log in",
                    e);
        }
    }

    @Override
    public DatabaseId id() {
        return id;
    }

    @Override
    public String serverVersion() {
        return serverVersion;
    }

    @Override
    public String driverVersion() {
        return driverVersion;
    }

    @Override
    public Database fresh(String nameHint) {
        return database(home(run + "_" + count.incrementAndGet()));
    }

    /** The database that lives there. */
    public Database database(Home home) {
        return new GenericDatabase(id, home, advice);
    }

    /** Makes a database of this name, or a schema where a product has no more. */
    public Home home(String name) {
        try {
            return mysqlFamily ? OwnDatabase.create(target, name) : OwnSchema.create(target, name);
        } catch (SQLException e) {
            throw ProblemException.setup(
                    "No " + homes().replaceAll("s$", "") + " of our own can be made",
                    target.url(),
                    String.valueOf(e.getMessage()),
                    "Let the user create and drop " + homes() + " that begin with " + PREFIX,
                    e);
        }
    }

    /** What it makes. */
    public String homes() {
        return mysqlFamily ? "databases" : "schemas";
    }

    /** The server is somebody else's; every database of it has been dropped by who asked for it. */
    @Override
    public void close() {}
}
