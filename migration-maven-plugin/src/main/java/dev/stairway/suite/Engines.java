package dev.stairway.suite;

import dev.stairway.engine.Engine;
import dev.stairway.engine.flyway.FlywayEngine;
import dev.stairway.engine.loader.ProjectLiquibase;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.engine.sql.SqlEngine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every engine that a changelog can name. */
public final class Engines {

    private Engines() {}

    /** What a user declares among the plugin's dependencies to say which Liquibase runs. */
    private static final String LIQUIBASE = "org.liquibase:liquibase-core";

    /** By name, with the usual bounds, of a plugin as it came. */
    public static Map<String, Engine> all() {
        return all(RedisOptions.DEFAULT, Set.of());
    }

    /**
     * By name; the caller closes them.
     *
     * @param declared dependencies that the user gave to the plugin, {@code groupId:artifactId}
     */
    public static Map<String, Engine> all(RedisOptions redis, Set<String> declared) {
        return List.<Engine>of(
                        new ProjectLiquibase(declared.contains(LIQUIBASE)),
                        new FlywayEngine(),
                        new RedisEngine(redis.limits()),
                        new SqlEngine())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Engine::name, Function.identity()));
    }

    /** True when the libraries of the plugin run every changelog of this project, so that they can be loaded ahead. */
    public static boolean allShipped(ClassLoader project, Set<String> declared) {
        return !ProjectLiquibase.isProjects(project, declared.contains(LIQUIBASE));
    }

    public static void close(Map<String, Engine> engines) {
        engines.values().forEach(Engine::close);
    }
}
