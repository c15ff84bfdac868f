package dev.stairway.database.jdbc;

import dev.stairway.problem.ProblemException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Makes driver instances. {@link java.sql.DriverManager} is no help in Maven: it hides drivers of other class loaders and
 * keeps those that it has seen for the life of the JVM.
 */
public final class Drivers {

    private Drivers() {}

    /** The driver for the URL among those that the class loader offers as services; empty when there is none. */
    public static Optional<Driver> find(ClassLoader loader, String url) {
        Iterator<Driver> offered = ServiceLoader.load(Driver.class, loader).iterator();
        while (true) {
            try {
                if (!offered.hasNext()) {
                    return Optional.empty();
                }
                Driver driver = offered.next();
                if (driver.acceptsURL(url)) {
                    return Optional.of(driver);
                }
            } catch (ServiceConfigurationError | SQLException unusable) {
                // A driver that cannot even be loaded is not the one that is looked for; the next one may be.
                continue;
            }
        }
    }

    /** A new instance of the driver class as the class loader sees it. */
    public static Driver load(ClassLoader loader, String className) {
        try {
            return (Driver) Class.forName(className, true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw ProblemException.setup(
                    "The JDBC driver cannot be loaded",
                    className,
                    e.toString(),
                    "Add the driver to the plugin's dependencies",
                    e);
        }
    }
}
