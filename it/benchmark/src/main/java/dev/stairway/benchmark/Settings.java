package dev.stairway.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the pom hands over, as system properties {@code benchmark.*}.
 *
 * @param mavenHome the Maven under which everything runs
 * @param userRepository the user's local repository: where plug-ins are taken from before any network
 * @param repository local repository that holds the plugin under test
 * @param binaries jar with the PostgreSQL 18 binaries
 * @param keycloak jar with Keycloak's changelog
 * @param work everything generated goes here
 * @param output JSON document with the results
 * @param demo the demo project, copied before it runs
 * @param version of the plugin under test
 * @param liquibaseVersion of the peer, plug-in and library
 * @param driverVersion of the PostgreSQL JDBC driver that the peer gets
 * @param repetitions of every trial; the median counts
 * @param sizes numbers of generated changeSets, ascending
 * @param only trials whose name contains a match run
 * @param failOnMiss true when a missed target fails the build
 */
record Settings(
        Path mavenHome,
        Path userRepository,
        Path repository,
        Path binaries,
        Path keycloak,
        Path work,
        Path output,
        Path demo,
        String version,
        String liquibaseVersion,
        String driverVersion,
        int repetitions,
        List<Integer> sizes,
        Pattern only,
        boolean failOnMiss) {

    static Settings fromSystemProperties() {
        return new Settings(
                Given.path("mavenHome"),
                Given.path("userRepository"),
                Given.path("repository"),
                Given.path("binaries"),
                Given.path("keycloak"),
                Given.path("work"),
                Given.path("output"),
                Given.path("demo"),
                Given.text("version"),
                Given.text("liquibaseVersion"),
                Given.text("driverVersion"),
                Given.number("repetitions"),
                Arrays.stream(Given.text("sizes").split(","))
                        .map(String::trim)
                        .map(Integer::valueOf)
                        .sorted()
                        .toList(),
                Pattern.compile(Given.text("only")),
                Given.flag("failOnMiss"));
    }
}
