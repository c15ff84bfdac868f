package dev.stairway.benchmark.data;

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
                Path.of(text("binaries")).toAbsolutePath(),
                Path.of(text("work")).toAbsolutePath(),
                Path.of(text("dataOutput")).toAbsolutePath(),
                Integer.parseInt(text("rows")),
                Integer.parseInt(text("rounds")),
                Pattern.compile(text("only")),
                Boolean.parseBoolean(text("failOnMiss")));
    }

    private static String text(String name) {
        String value = System.getProperty("benchmark." + name);
        if (value == null) {
            throw new IllegalArgumentException("benchmark." + name + " is not set: run it through the pom");
        }
        return value;
    }
}
