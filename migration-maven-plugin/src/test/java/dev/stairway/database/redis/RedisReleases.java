package dev.stairway.database.redis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ValueSource;

/** For a parameterized class or test that holds on every release there is an embedded server of. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ValueSource(strings = {"6.2", "7.0"})
public @interface RedisReleases {}
