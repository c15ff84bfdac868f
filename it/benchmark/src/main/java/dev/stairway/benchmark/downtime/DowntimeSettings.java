package dev.stairway.benchmark.downtime;

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
                Path.of(text("binaries")).toAbsolutePath(),
                Path.of(text("downtimeOutput")).toAbsolutePath(),
                Integer.parseInt(text("rows")),
                Integer.parseInt(text("rounds")),
                Pattern.compile(text("only")),
                Boolean.parseBoolean(text("failOnMiss")));
    }

    boolean wants(TwelveStatements.Way way) {
        return only.matcher(way.name()).find();
    }

    private static String text(String name) {
        String value = System.getProperty("benchmark." + name);
        if (value == null) {
            throw new IllegalArgumentException("benchmark." + name + " is not set: run it through the pom");
        }
        return value;
    }
}
