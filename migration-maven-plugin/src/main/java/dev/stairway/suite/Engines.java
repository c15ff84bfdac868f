package dev.stairway.suite;

import dev.stairway.engine.Engine;
import dev.stairway.engine.liquibase.LiquibaseEngine;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every engine that a changelog can name. */
public final class Engines {

    private Engines() {}

    /** By name. */
    public static Map<String, Engine> all() {
        return List.<Engine>of(new LiquibaseEngine()).stream()
                .collect(Collectors.toUnmodifiableMap(Engine::name, Function.identity()));
    }
}
