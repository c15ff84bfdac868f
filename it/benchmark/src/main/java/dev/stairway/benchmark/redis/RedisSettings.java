package dev.stairway.benchmark.redis;

import java.nio.file.Path;
import java.util.List;

/**
 * What the pom hands over, as system properties {@code benchmark.*}.
 *
 * @param binaries directory of the jars with the Redis servers
 * @param work everything generated goes here
 * @param output JSON document with the results
 * @param releases of the server, for example {@code 7.0}
 * @param keys in every database
 * @param rounds that count; one more comes before them to warm up
 * @param failOnMiss true when a missed target fails the build
 */
record RedisSettings(
        Path binaries, Path work, Path output, List<String> releases, long keys, int rounds, boolean failOnMiss) {

    static RedisSettings fromSystemProperties() {
        return new RedisSettings(
                Path.of(text("redisBinaries")).toAbsolutePath(),
                Path.of(text("work")).toAbsolutePath(),
                Path.of(text("redisOutput")).toAbsolutePath(),
                List.of(text("releases").split(",")),
                Long.parseLong(text("keys")),
                Integer.parseInt(text("rounds")),
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
