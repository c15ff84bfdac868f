package dev.stairway.engine.flyway;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Flyway as a class loader of the user's sees it. */
final class Library {

    private static final int OLDEST = 10;
    private static final String API = "org.flywaydb.core.api.";
    private static final String VERSION = "/org/flywaydb/core/internal/version.txt";

    private final ClassLoader loader;
    private final Class<?> flyway;
    private final String version;

    private Library(ClassLoader loader, Class<?> flyway, String version) {
        this.loader = loader;
        this.flyway = flyway;
        this.version = version;
    }

    /** @throws ProblemException when there is none, or one that is too old */
    static Library in(ClassLoader loader) {
        Class<?> flyway;
        try {
            flyway = Class.forName("org.flywaydb.core.Flyway", true, loader);
        } catch (ClassNotFoundException missing) {
            throw missing(missing);
        } catch (LinkageError broken) {
            throw ProblemException.setup(
                    "Flyway cannot be loaded",
                    "class path",
                    broken.toString(),
                    "Run the build with the Java version that this Flyway needs; its dependencies must be complete.",
                    broken);
        }
        Library library = new Library(loader, flyway, version(flyway));
        library.checkAge();
        return library;
    }

    private static ProblemException missing(ClassNotFoundException cause) {
        return ProblemException.setup(
                "There is no Flyway on the class path",
                "test class path of the project and dependencies of the plugin",
                "",
                "Add org.flywaydb:flyway-core (10 or newer) to the project, or to the <dependencies> of this plugin; for"
                        + " PostgreSQL also org.flywaydb:flyway-database-postgresql of the same version.",
                cause);
    }

    private void checkAge() {
        if (version.matches("[1-9]\\..*")) {
            throw ProblemException.setup(
                    "This Flyway is too old: " + version,
                    flyway.getProtectionDomain().getCodeSource().getLocation().toString(),
                    "",
                    "Take Flyway " + OLDEST
                            + " or newer; a newer one among the <dependencies> of this plugin is enough.",
                    null);
        }
    }

    private static String version(Class<?> flyway) {
        try (InputStream in = flyway.getResourceAsStream(VERSION)) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return version;
    }

    /** The plugin has one only if the user gave it one, and then that is found first. */
    String origin() {
        return flyway.getClassLoader() == loader ? "from the project" : "from the dependencies of the plugin";
    }

    ClassLoader loader() {
        return loader;
    }

    /** A type of the public API, by its name below {@code org.flywaydb.core.api}. */
    Class<?> api(String name) {
        try {
            return Class.forName(API + name, false, flyway.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("Flyway " + version + " has no " + API + name, missing);
        }
    }

    /**
     * A configuration with these settings, which says nothing to anybody.
     *
     * @param settings with their full names, {@code flyway.table}
     */
    Object configuration(Map<String, String> settings) {
        Object configuration = Reflect.callStatic(flyway, "configure", loader);
        Reflect.call(configuration, "configuration", settings);
        Reflect.call(configuration, "loggers", Reflect.array(String.class, "console"));
        return configuration;
    }

    /** What the configuration makes. */
    Object load(Object configuration) {
        SilentLog.install(this);
        return Reflect.call(configuration, "load");
    }
}
