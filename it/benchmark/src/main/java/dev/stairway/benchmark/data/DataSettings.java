package dev.stairway.benchmark.data;

import dev.stairway.benchmark.Given;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the pom hands over, as system properties {@code benchmark.*}.
 *
 * @param binaries jar with the PostgreSQL 18 binaries
 * @param work everything generated goes here
 * @param output JSON document with the results
 * @param rows of the big table
 * @param rounds that count; one more comes before them to warm up
 * @param only trials whose name contains a match run
 * @param failOnMiss true when a missed target fails the build
 */
record DataSettings(Path binaries, Path work, Path output, int rows, int rounds, Pattern only, boolean failOnMiss) {

    static DataSettings fromSystemProperties() {
        return new DataSettings(
                Given.path("binaries"),
                Given.path("work"),
                Given.path("dataOutput"),
                Given.number("rows"),
                Given.number("rounds"),
                Pattern.compile(Given.text("only")),
                Given.flag("failOnMiss"));
    }
}
