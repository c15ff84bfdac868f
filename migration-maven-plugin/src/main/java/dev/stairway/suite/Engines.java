package dev.stairway.suite;

import dev.stairway.engine.Engine;
import dev.stairway.engine.flyway.FlywayEngine;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.engine.sql.SqlEngine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every engine that a changelog can name. */
public final class Engines {

    private Engines() {}

    /** By name, with the usual bounds. */
    public static Map<String, Engine> all() {
        return all(RedisOptions.DEFAULT);
    }

    /** By name. */
    public static Map<String, Engine> all(RedisOptions redis) {
        return List.<Engine>of(
                        new LiquibaseEngine(), new FlywayEngine(), new RedisEngine(redis.limits()), new SqlEngine())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Engine::name, Function.identity()));
    }
}
