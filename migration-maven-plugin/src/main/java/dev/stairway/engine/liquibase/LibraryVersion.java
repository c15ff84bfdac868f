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
    private static final String VERSION = load();
    /** Width of the column. */
    private static final int HISTORY_WIDTH = 20;

    private LibraryVersion() {}

    static String read() {
        return VERSION;
    }

    /** As Liquibase writes it into its history. */
    static String inHistory() {
        String text = VERSION.replace("SNAPSHOT", "SNP").replace("beta", "b").replace("alpha", "b");
        return text.substring(0, Math.min(HISTORY_WIDTH, text.length()));
    }

    private static String load() {
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
