package dev.stairway.benchmark.verdict;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the pom hands over, as system properties {@code benchmark.*}.
 *
 * @param binaries jar with the PostgreSQL 18 binaries
 * @param keycloak jar with Keycloak's changelog
 * @param demo the demo project
 * @param work everything generated goes here
 * @param runs that are held against one baseline, of each changelog
 * @param rows that every table is filled up to before every migration
 * @param noise true to put load beside the runs that are held against the baseline
 * @param only name of a changelog, of which a part matches
 * @param failOnMiss true when a wrong verdict fails the build
 */
record VerdictSettings(
        Path binaries,
        Path keycloak,
        Path demo,
        Path work,
        int runs,
        int rows,
        boolean noise,
        Pattern only,
        boolean failOnMiss) {

    static VerdictSettings fromSystemProperties() {
        return new VerdictSettings(
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
