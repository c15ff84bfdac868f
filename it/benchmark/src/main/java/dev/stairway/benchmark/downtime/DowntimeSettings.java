package dev.stairway.benchmark.downtime;

import dev.stairway.benchmark.Given;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the pom hands over, as system properties {@code benchmark.*}.
 *
 * @param binaries jar with the PostgreSQL 18 binaries
 * @param output JSON document with the results
 * @param rows of the big table
 * @param rounds that count; one more comes before them to warm up
 * @param only statements whose name contains a match are played
 * @param failOnMiss true when a missed target fails the build
 */
record DowntimeSettings(Path binaries, Path output, int rows, int rounds, Pattern only, boolean failOnMiss) {

    static DowntimeSettings fromSystemProperties() {
        return new DowntimeSettings(
                Given.path("binaries"),
                Given.path("downtimeOutput"),
                Given.number("rows"),
                Given.number("rounds"),
                Pattern.compile(Given.text("only")),
                Given.flag("failOnMiss"));
    }

    boolean wants(TwelveStatements.Way way) {
        return only.matcher(way.name()).find();
    }
}
