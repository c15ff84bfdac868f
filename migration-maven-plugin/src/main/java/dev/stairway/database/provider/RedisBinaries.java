package dev.stairway.database.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** The servers that come in jars, per platform and release; the table itself is {@code redis-binaries.properties}. */
final class RedisBinaries {

    private RedisBinaries() {}

    /**
     * Where one program is.
     *
     * @param entry name of the program inside the jar
     */
    record Coordinates(String groupId, String artifactId, String version, String entry) {}

    /** @param release for example {@code 7.0} */
    static Optional<Coordinates> find(String platform, String release) {
        String row = table().getProperty(platform + "." + release);
        if (row == null) {
            return Optional.empty();
        }
        String[] columns = row.split(" ", 4);
        return Optional.of(new Coordinates(columns[0], columns[1], columns[2], columns[3]));
    }

    /** Releases for the platform, oldest first; empty where there is none. */
    static TreeSet<String> releases(String platform) {
        TreeSet<String> releases = new TreeSet<>();
        for (String key : table().stringPropertyNames()) {
            if (key.startsWith(platform + ".")) {
                releases.add(key.substring(platform.length() + 1));
            }
        }
        return releases;
    }

    /** The newest release on whatever platform. */
    static String newest() {
        return UsualVersions.newest(table().stringPropertyNames());
    }

    private static Properties table() {
        Properties table = new Properties();
        try (InputStream in = RedisBinaries.class.getResourceAsStream("redis-binaries.properties")) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of Redis binaries cannot be read", e);
        }
        return table;
    }
}
