package dev.stairway.database.provider;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.TreeMap;

/** The servers that come in jars, per platform and release; the table itself is {@code mariadb-binaries.properties}. */
final class MariaDbBinaries {

    private MariaDbBinaries() {}

    /** Coordinates of one jar. */
    record Coordinates(String groupId, String artifactId, String version) {}

    /** @param version a release such as {@code 11.4}, or all of its version; empty for the newest */
    static Coordinates find(String platform, String version) {
        TreeMap<String, Coordinates> releases = releases(platform);
        if (releases.isEmpty()) {
            throw ProblemException.setup(
                    "There are no embedded MariaDB binaries for this platform",
                    platform,
                    "available: linux-amd64",
                    "Run the build there, or use a container or a server of your own",
                    null);
        }
        if (version.isEmpty()) {
            return releases.lastEntry().getValue();
        }
        return releases.entrySet().stream()
                .filter(known -> known.getKey().equals(version)
                        || known.getValue().version().equals(version))
                .findFirst()
                .orElseThrow(() -> ProblemException.setup(
                        "MariaDB " + version + " is not available as an embedded server",
                        platform,
                        "available: " + releases.keySet(),
                        "Name one of these releases, or use a container or a server of your own",
                        null))
                .getValue();
    }

    /** The newest release on whatever platform. */
    static String newest() {
        return UsualVersions.newest(table().stringPropertyNames());
    }

    private static TreeMap<String, Coordinates> releases(String platform) {
        TreeMap<String, Coordinates> releases = new TreeMap<>();
        Properties table = table();
        for (String key : table.stringPropertyNames()) {
            if (key.startsWith(platform + ".")) {
                String[] columns = table.getProperty(key).split(" ");
                releases.put(key.substring(platform.length() + 1), new Coordinates(columns[0], columns[1], columns[2]));
            }
        }
        return releases;
    }

    private static Properties table() {
        Properties table = new Properties();
        try (InputStream in = MariaDbBinaries.class.getResourceAsStream("mariadb-binaries.properties")) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of MariaDB binaries cannot be read", e);
        }
        return table;
    }
}
