package dev.stairway.database.jdbc;

import dev.stairway.problem.ProblemException;
import java.sql.Driver;

/**
 * Makes driver instances. {@link java.sql.DriverManager} is no help in Maven: it hides drivers of other class loaders and
 * keeps those that it has seen for the life of the JVM.
 */
public final class Drivers {

    private Drivers() {}

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
