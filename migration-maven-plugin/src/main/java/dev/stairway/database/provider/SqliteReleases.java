package dev.stairway.database.provider;

import dev.stairway.database.sqlite.SqliteServer;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQLite in the release that is asked for: that of the driver at hand, else of another driver that comes through Maven. */
final class SqliteReleases {

    private static final String GROUP = "org.xerial";
    private static final String ARTIFACT = "sqlite-jdbc";

    /** Three numbers are SQLite's, the fourth counts the drivers of a release. */
    private static final Pattern VERSION = Pattern.compile("3\\.(\\d+)\\.\\d+(\\.\\d+)?");

    /** What the schema is read with has been there since 3.37; older drivers than this one are not tried. */
    private static final int OLDEST_MINOR = 40;

    private final BinaryResolver resolver;
    private final EmbeddedOptions options;

    SqliteReleases(BinaryResolver resolver, EmbeddedOptions options) {
        this.resolver = resolver;
        this.options = options;
    }

    /** @param version empty for that of the project's driver, else of the driver at hand */
    SqliteServer start(String version) {
        Optional<ProjectDriver> project = version.isEmpty() ? ProjectDriver.in(options.drivers()) : Optional.empty();
        if (project.isPresent() && !project.get().isOfThePlugin()) {
            return ofProject(project.get());
        }
        return atHandOr(version);
    }

    private SqliteServer ofProject(ProjectDriver driver) {
        if (isTooOld(driver.version())) {
            return SqliteServer.start(options.drivers(), options.workDirectory(), options.profile())
                    .noting("The project's SQLite driver " + driver.version()
                            + " is not used, since what is older than 3." + OLDEST_MINOR
                            + " cannot be read as a walk has to");
        }
        return SqliteServer.ofProject(driver.jar(), options.workDirectory(), options.profile());
    }

    /** True when it is known to be older than what can be read. */
    static boolean isTooOld(String driver) {
        Matcher numbers = VERSION.matcher(driver);
        return numbers.matches() && Integer.parseInt(numbers.group(1)) < OLDEST_MINOR;
    }

    private SqliteServer atHandOr(String version) {
        SqliteServer atHand = SqliteServer.start(options.drivers(), options.workDirectory(), options.profile());
        if (version.isEmpty()
                || version.equals(atHand.serverVersion())
                || atHand.driverVersion().endsWith(" " + version)) {
            return atHand;
        }
        atHand.close();
        Path jar = resolver.resolve(GROUP, ARTIFACT, driver(version, atHand.serverVersion()));
        return SqliteServer.start(jar, version, options.workDirectory(), options.profile());
    }

    private static String driver(String version, String atHand) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.matches() || Integer.parseInt(numbers.group(1)) < OLDEST_MINOR) {
            throw ProblemException.setup(
                    "SQLite " + version + " is not available",
                    "<databases> (-Dmigration.databases)",
                    "available: " + atHand + " from the driver at hand, and every release from 3." + OLDEST_MINOR
                            + ".0 on that has a driver " + GROUP + ":" + ARTIFACT,
                    "Name a release in full, as in sqlite:3.45.3, or its driver, as in sqlite:3.45.3.0",
                    null);
        }
        return numbers.group(2) == null ? version + ".0" : version;
    }
}
