package dev.stairway.engine.redis;

import dev.stairway.database.redis.OwnRedis;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.StepOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Program of a child JVM: applies the first migration of a changelog to a server that runs, and writes down how it ended. */
final class OneRun {

    /** The lease is short, so that tests need not wait for long. */
    static final RedisLimits LIMITS = new RedisLimits(
            Duration.ofMillis(5), Duration.ofSeconds(70), Duration.ofSeconds(60), Duration.ofSeconds(3));

    private OneRun() {}

    /** @param arguments directory above the changelog, port of the server, its release, file for the outcome */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[1]);
        System.out.println("READY " + port);
        RedisDatabase database = OwnRedis.running(arguments[2], port);
        try (EngineRun run =
                        new RedisEngine(LIMITS).open(RedisStepper.source(Path.of(arguments[0]), Map.of()), database);
                RedisSession session = database.newSession()) {
            StepOutcome outcome = run.up(run.migrations().get(0), session);
            Files.writeString(Path.of(arguments[3]), outcome.result() + " " + outcome.reason());
        }
    }
}
