package dev.stairway.database.provider;

import dev.stairway.database.jdbc.Drivers;
import dev.stairway.database.jdbc.QuietMariaDb;
import dev.stairway.problem.ProblemException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;

/**
 * Drivers that the plugin does not bring: the user's own where there is one, else a release that comes through Maven and
 * stays in a class loader of its own.
 */
final class JdbcDrivers {

    /**
     * Where a driver comes from.
     *
     * @param url that only this driver accepts
     * @param version that is taken where none is asked for
     */
    record Source(String product, String url, String groupId, String artifactId, String version) {}

    static final Source H2 = new Source("H2", "jdbc:h2:mem:", "com.h2database", "h2", "2.3.232");
    static final Source MARIADB =
            new Source("MariaDB", "jdbc:mariadb://127.0.0.1/", "org.mariadb.jdbc", "mariadb-java-client", "3.5.6");

    private final BinaryResolver resolver;
    private final ClassLoader drivers;

    JdbcDrivers(BinaryResolver resolver, ClassLoader drivers) {
        this.resolver = resolver;
        this.drivers = drivers;
    }

    /** The user's driver, else the usual release. */
    Driver any(Source source) {
        QuietMariaDb.in(drivers);
        return Drivers.find(drivers, source.url()).orElseGet(() -> ofRelease(source, source.version()));
    }

    /** That release, whatever the user has. */
    Driver ofRelease(Source source, String version) {
        Path jar = resolver.resolve(source.groupId(), source.artifactId(), version);
        // Open as long as the JVM: the driver loads classes whenever it needs one.
        URLClassLoader loader = loader(jar);
        QuietMariaDb.in(loader);
        return Drivers.find(loader, source.url())
                .orElseThrow(() -> ProblemException.setup(
                        "This file holds no JDBC driver for " + source.product(),
                        jar.toString(),
                        "nothing in it accepts " + source.url(),
                        "Delete it from the local repository, so that Maven fetches it anew",
                        null));
    }

    private static URLClassLoader loader(Path jar) {
        try {
            return new URLClassLoader(
                    "driver " + jar.getFileName(),
                    new URL[] {jar.toUri().toURL()},
                    ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not a file: " + jar, e);
        }
    }
}
