package dev.stairway.benchmark.work;

import dev.stairway.benchmark.Given;
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
 * @param only changelog, or changelog and database as {@code demo/sqlite}, of which a part matches
 * @param failOnMiss true when a miss fails the build: too large a spread, a wrong verdict
 */
public record WorkSettings(
        Path binaries,
        Path keycloak,
        Path demo,
        Path work,
        int runs,
        int rows,
        boolean noise,
        Pattern only,
        boolean failOnMiss) {

    public static WorkSettings fromSystemProperties() {
        return new WorkSettings(
                Given.path("binaries"),
                Given.path("keycloak"),
                Given.path("demo"),
                Given.path("work"),
                Given.number("runs"),
                Given.number("tableRows"),
                Given.flag("noise"),
                Pattern.compile(Given.text("only")),
                Given.flag("failOnMiss"));
    }
}
