package dev.stairway.engine.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import liquibase.util.LiquibaseUtil;

/**
 * Version of the Liquibase that runs. Its own {@code LiquibaseUtil.getBuildVersion()} reads whichever jar the scope's class
 * loader names first, which may be an older one among the project's dependencies.
 */
final class LibraryVersion {

    private static final String RESOURCE = "liquibase.build.properties";

    private LibraryVersion() {}

    static String read() {
        try (InputStream in = LiquibaseUtil.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            Properties build = new Properties();
            if (in != null) {
                build.load(in);
            }
            return build.getProperty("build.version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
