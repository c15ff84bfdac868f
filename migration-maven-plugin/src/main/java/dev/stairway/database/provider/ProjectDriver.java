package dev.stairway.database.provider;

import dev.stairway.database.sqlite.SqliteServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The SQLite driver that the project itself depends on: its application runs with the SQLite inside of it.
 *
 * @param version of the driver; empty where it does not say
 */
record ProjectDriver(Path jar, String version) {

    private static final String CLASS = "org/sqlite/JDBC.class";

    /** Of {@code org.xerial:sqlite-jdbc}, which keeps its version there. */
    private static final String ABOUT = "sqlite-jdbc.properties";

    /** Only of what stands on the project's own class path, not of the plugin's behind it. */
    static Optional<ProjectDriver> in(ClassLoader project) {
        if (!(project instanceof URLClassLoader own)) {
            return Optional.empty();
        }
        URL driver = own.findResource(CLASS);
        return driver == null || !driver.getProtocol().equals("jar")
                ? Optional.empty()
                : Optional.of(new ProjectDriver(jar(driver), version(own.findResource(ABOUT))));
    }

    private static Path jar(URL inside) {
        try {
            return Path.of(
                    ((JarURLConnection) inside.openConnection()).getJarFileURL().toURI());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("Not in a jar: " + inside, e);
        }
    }

    private static String version(URL about) {
        if (about == null) {
            return "";
        }
        try {
            // Else the JVM keeps the jar open for ever.
            var connection = about.openConnection();
            connection.setUseCaches(false);
            Properties told = new Properties();
            try (InputStream in = connection.getInputStream()) {
                told.load(in);
            }
            return told.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plugin's own, which need not be loaded once more. */
    boolean isOfThePlugin() {
        return !version.isEmpty() && version.equals(versionOfThePlugin());
    }

    static String versionOfThePlugin() {
        return version(SqliteServer.class.getClassLoader().getResource(ABOUT));
    }
}
