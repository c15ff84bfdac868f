package dev.stairway.engine.redis;

import dev.stairway.engine.Migration;
import dev.stairway.engine.ReleaseReads;
import dev.stairway.redis.RedisMigration;
import dev.stairway.script.redis.RedisFileName;
import dev.stairway.script.redis.RedisScript;
import dev.stairway.script.redis.RedisVersion;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A migration and how it is run.
 *
 * @param up empty for one written in Java
 * @param down empty where there is none
 * @param code empty for scripts
 */
record Unit(
        Migration migration,
        RedisVersion version,
        Optional<RedisScript> up,
        Optional<RedisScript> down,
        Optional<RedisMigration> code) {

    /** Names its entry in the history. */
    String key() {
        return version.toString();
    }

    /** Of the half that goes this way. */
    String position(Direction direction) {
        Optional<RedisScript> half = direction == Direction.UP ? up : down;
        return half.map(script -> script.file() + ":1").orElse(migration.position());
    }

    Unit with(ReleaseReads reads) {
        return new Unit(migration.with(reads), version, up, down, code);
    }

    /** True when a half of it is called with batches of keys, some of which may be handed over twice. */
    boolean batched() {
        return Stream.of(up, down)
                .flatMap(Optional::stream)
                .anyMatch(script -> !script.library()
                        && script.name().kind() == RedisFileName.Kind.LUA
                        && !KeyChoice.of(script).patterns().isEmpty());
    }

    boolean reversible() {
        return migration.rollback() != Migration.Rollback.MISSING;
    }
}
