package dev.stairway.redis;

import java.util.List;

/**
 * A Redis migration written in Java.
 *
 * <p>Named in {@code META-INF/services/dev.stairway.redis.RedisMigration} of the project, it takes its place by version among
 * the scripts of the changelog. It needs a constructor without arguments. Both ways must be safe to run again over keys
 * that are done already: after a kill the run starts again, and SCAN may return a key twice
 * (https://redis.io/docs/latest/commands/scan/#scan-guarantees).
 */
public interface RedisMigration {

    /** Number that decides the order, for example {@code 008} or {@code 1.2}; unique among scripts and classes. */
    String version();

    /** One line: what it does. */
    String description();

    /** Brings the keys into the new format. */
    void up(RedisMigrationContext context) throws Exception;

    /** Brings the keys back into the old format; a migration that does not override it has no way back. */
    default void down(RedisMigrationContext context) throws Exception {
        throw new UnsupportedOperationException(getClass().getName() + " has no way back");
    }

    /**
     * Declares which key becomes which, so that the walk can check exactly that: {@code session:user:{id} ->
     * session:v2:user:{id} value unchanged ttl unchanged}.
     */
    default List<String> mappings() {
        return List.of();
    }

    /** Changes when what it does changes; empty for the class name, which does not notice a change of the code. */
    default String checksum() {
        return "";
    }
}
