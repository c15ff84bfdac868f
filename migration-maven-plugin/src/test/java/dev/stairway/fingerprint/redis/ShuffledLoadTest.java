package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShuffledLoadTest {

    /** Far from now, so that no load takes place after it. */
    private static final long MOMENT = 4_000_000_000_000L;

    @Test
    void fifty_shuffled_loads_on_two_versions_have_one_digest() {
        Set<String> digests = new HashSet<>();
        for (String release : List.of("6.2", "7.0")) {
            try (WatchedRedis redis = WatchedRedis.on(release)) {
                for (int seed = 0; seed < 50; seed++) {
                    redis.run("FLUSHALL");
                    redis.run("CONFIG SET "
                            + (release.equals("6.2") ? "hash-max-ziplist-entries " : "hash-max-listpack-entries ")
                            + (seed % 2 == 0 ? 2 : 512));
                    shuffled(seed).forEach(keys -> keys.forEach(redis::run));
                    try (RedisFingerprinter fresh = RedisFingerprinter.open(redis.database, Set.of());
                            var session = redis.database.newSession()) {
                        fresh.readAll(session);
                        digests.add(
                                fresh.dataDigest().hex() + fresh.schemaDigest().hex());
                    }
                }
            }
        }
        assertThat(digests).hasSize(1);
    }

    @Test
    void one_value_more_makes_another_digest() {
        Set<String> digests = new HashSet<>();
        try (WatchedRedis redis = WatchedRedis.on("7.0")) {
            shuffled(1).forEach(keys -> keys.forEach(redis::run));
            redis.readAll();
            digests.add(redis.fingerprinter.dataDigest().hex());
            redis.step("HSET profile:5 extra 1");
            digests.add(redis.fingerprinter.dataDigest().hex());
        }
        assertThat(digests).hasSize(2);
    }

    /** One list of commands per key; what belongs to one key stays in order where order is part of the value. */
    private static List<List<String>> shuffled(int seed) {
        Random random = new Random(seed);
        List<List<String>> keys = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            keys.add(List.of("SET session:user:" + i + " v" + i, "PEXPIREAT session:user:" + i + " " + (MOMENT + i)));
            keys.add(List.of("SET count:" + i + " " + i));
            keys.add(mixed(random, "HSET profile:" + i + " ", "name n" + i, "age " + i, "town t", "zip 1"));
            keys.add(mixed(random, "SADD tags:" + i + " ", "a", "b", "3", Integer.toString(i)));
            keys.add(mixed(random, "ZADD rank:" + i + " ", "1 a", "1.5 b", "-inf c", i / 3.0 + " d", "1e300 e"));
            keys.add(mixed(random, "PFADD visitors:" + i + " ", "a", "b", "c" + i));
            keys.add(List.of("RPUSH queue:" + i + " a", "RPUSH queue:" + i + " b", "RPUSH queue:" + i + " a"));
            keys.add(stream("log:" + i));
            keys.add(List.of("SET word:" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + ":x 1"));
            keys.add(List.of("SET more:" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + " 1"));
            keys.add(List.of("SET more:z" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + " 1"));
        }
        Collections.shuffle(keys, random);
        return keys;
    }

    private static List<String> mixed(Random random, String command, String... parts) {
        List<String> all = new ArrayList<>(List.of(parts));
        Collections.shuffle(all, random);
        return all.stream().map(part -> command + part).toList();
    }

    private static List<String> stream(String key) {
        return List.of(
                "XADD " + key + " 1-1 f v",
                "XADD " + key + " 2-1 f v g w",
                "XADD " + key + " 3-1 f v",
                "XDEL " + key + " 3-1",
                "XGROUP CREATE " + key + " g 0",
                "XREADGROUP GROUP g c COUNT 1 STREAMS " + key + " >");
    }
}
