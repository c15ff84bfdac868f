package dev.stairway.benchmark.work;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the pom hands over, as system properties {@code benchmark.*}.
 *
 * @param binaries jar with the PostgreSQL 18 binaries
 * @param keycloak jar with Keycloak's changelog
 * @param demo the demo project
 * @param work everything generated goes here
 * @param runs of every changelog on every database; one more comes before them and is not compared
 * @param rows that every table is filled up to before every migration
 * @param noise true to put load beside the runs
 * @param only changelog and database, as {@code demo/sqlite}, of which a part matches
 * @param failOnMiss true when too large a spread fails the build
 */
record WorkSettings(
        Path binaries,
        Path keycloak,
        Path demo,
        Path work,
        int runs,
        int rows,
        boolean noise,
        Pattern only,
        boolean failOnMiss) {

    static WorkSettings fromSystemProperties() {
        return new WorkSettings(
                path("binaries"),
                path("keycloak"),
                path("demo"),
                path("work"),
                Integer.parseInt(text("runs")),
                Integer.parseInt(text("tableRows")),
                Boolean.parseBoolean(text("noise")),
                Pattern.compile(text("only")),
                Boolean.parseBoolean(text("failOnMiss")));
    }

    private static Path path(String name) {
        return Path.of(text(name)).toAbsolutePath().normalize();
    }

    private static String text(String name) {
        String value = System.getProperty("benchmark." + name);
        if (value == null) {
            throw new IllegalArgumentException("benchmark." + name + " is not set: run it through the pom");
        }
        return value;
    }
}
