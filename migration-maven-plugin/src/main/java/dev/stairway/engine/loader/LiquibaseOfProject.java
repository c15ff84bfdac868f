package dev.stairway.engine.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * The Liquibase on a class path.
 *
 * @param version as its jar says
 * @param extended true when there are extensions beside it, which belong to it
 */
record LiquibaseOfProject(String version, boolean extended) {

    private static final String BUILD = "liquibase.build.properties";
    private static final String CORE = "liquibase/Scope.class";

    /** What extensions add. https://contribute.liquibase.com/extensions-integrations */
    private static final List<String> EXTENSIBLE = List.of(
            "change.Change",
            "database.Database",
            "datatype.LiquibaseDataType",
            "executor.Executor",
            "parser.ChangeLogParser",
            "precondition.Precondition",
            "snapshot.SnapshotGenerator",
            "sqlgenerator.SqlGenerator");

    /** Only what the loader itself has, not its parents. */
    static Optional<LiquibaseOfProject> in(ClassLoader loader) {
        if (!(loader instanceof URLClassLoader own) || own.findResource(CORE) == null) {
            return Optional.empty();
        }
        return version(own.findResource(BUILD)).map(version -> new LiquibaseOfProject(version, isExtended(own)));
    }

    /** Of the Liquibase that came with us, without loading any of it. */
    static String shipped() {
        return version(LiquibaseOfProject.class.getClassLoader().getResource(BUILD))
                .orElse("unknown");
    }

    /** {@code 4.20} or newer. */
    boolean isAtLeast(int major, int minor) {
        String[] parts = version.split("\\D+");
        if (parts.length < 2 || parts[0].isEmpty()) {
            // A build of somebody's own.
            return true;
        }
        int itsMajor = Integer.parseInt(parts[0]);
        return itsMajor > major || itsMajor == major && Integer.parseInt(parts[1]) >= minor;
    }

    private static boolean isExtended(URLClassLoader loader) {
        return EXTENSIBLE.stream().anyMatch(type -> holders(loader, "META-INF/services/liquibase." + type) > 1);
    }

    private static int holders(URLClassLoader loader, String resource) {
        try {
            return Collections.list(loader.findResources(resource)).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVM would keep the jar open for ever. */
    private static InputStream uncached(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static Optional<String> version(URL resource) {
        if (resource == null) {
            return Optional.empty();
        }
        try (InputStream in = uncached(resource)) {
            Properties build = new Properties();
            build.load(in);
            return Optional.ofNullable(build.getProperty("build.version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
