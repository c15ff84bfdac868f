package dev.stairway.data.redis;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a cell's keys come from before its migrations make others of them.
 *
 * @param fixtures {@code .json} records, {@code .csv} or {@code .redis} commands, loaded in this order
 * @param patterns kinds of keys to generate besides
 */
public record RedisData(List<Path> fixtures, List<KeySpec> patterns) {

    /** Only what the migrations themselves make. */
    public static final RedisData NONE = new RedisData(List.of(), List.of());

    public RedisData {
        fixtures = List.copyOf(fixtures);
        patterns = List.copyOf(patterns);
    }
}
