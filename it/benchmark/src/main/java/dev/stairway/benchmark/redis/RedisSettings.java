package dev.stairway.benchmark.redis;

import dev.stairway.benchmark.Given;
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
                Given.path("redisBinaries"),
                Given.path("work"),
                Given.path("redisOutput"),
                List.of(Given.text("releases").split(",")),
                Long.parseLong(Given.text("keys")),
                Given.number("rounds"),
                Given.flag("failOnMiss"));
    }
}
