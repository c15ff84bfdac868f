package dev.stairway.data.redis;

import java.time.Duration;
import java.util.List;

/**
 * What a generated kind of keys looks like.
 *
 * @param pattern of the key; {@code {id}} becomes a number, {@code {uuid}}, {@code {hex}} and {@code {name}} what they say
 * @param type as TYPE says it
 * @param elements fields, members or entries; length in bytes for a string
 * @param minTtl shortest life time; zero for a key that stays
 * @param maxTtl longest life time; zero for a key that stays
 * @param weight share of all keys, compared with the others' weights
 */
public record KeySpec(String pattern, String type, int elements, Duration minTtl, Duration maxTtl, int weight) {

    private static final Duration STAYS = Duration.ZERO;

    /** What a web application keeps: sessions and caches that expire, profiles and counters that stay, some of all types. */
    public static final List<KeySpec> TYPICAL = List.of(
            new KeySpec("session:user:{id}", "string", 120, Duration.ofMinutes(30), Duration.ofHours(24), 30),
            new KeySpec("cache:tool:{id}", "string", 60, Duration.ofMinutes(30), Duration.ofHours(2), 20),
            new KeySpec("user:profile:{id}", "hash", 5, STAYS, STAYS, 20),
            new KeySpec("counter:page:{id}", "string", 6, STAYS, STAYS, 10),
            new KeySpec("user:tags:{id}", "set", 4, STAYS, STAYS, 8),
            new KeySpec("rank:game:{id}", "zset", 5, Duration.ofHours(24), Duration.ofHours(48), 6),
            new KeySpec("queue:jobs:{id}", "list", 5, STAYS, STAYS, 5),
            new KeySpec("log:order:{id}", "stream", 3, STAYS, STAYS, 1));

    public KeySpec {
        if (weight < 1 || elements < 0 || minTtl.compareTo(maxTtl) > 0) {
            throw new IllegalArgumentException(
                    pattern + ": weight at least 1, elements at least 0, minTtl at most maxTtl");
        }
        if (!List.of("string", "hash", "list", "set", "zset", "stream").contains(type)) {
            throw new IllegalArgumentException(pattern + ": unknown type " + type);
        }
    }
}
