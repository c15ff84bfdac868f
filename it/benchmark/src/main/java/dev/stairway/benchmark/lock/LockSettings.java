package dev.stairway.benchmark.lock;

import dev.stairway.benchmark.Given;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the pom hands over, as system properties {@code benchmark.*}.
 *
 * @param binaries jar with the PostgreSQL 18 binaries
 * @param rows of the big table
 * @param rounds that count when the cost is measured; one more comes before them to warm up
 * @param only statements whose name contains a match are played
 * @param failOnMiss true when a missed target fails the build
 */
record LockSettings(Path binaries, int rows, int rounds, Pattern only, boolean failOnMiss) {

    static LockSettings fromSystemProperties() {
        return new LockSettings(
                Given.path("binaries"),
                Given.number("rows"),
                Given.number("rounds"),
                Pattern.compile(Given.text("only")),
                Given.flag("failOnMiss"));
    }
}
