package dev.stairway.engine.redis;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.redis.RedisFingerprintOptions;
import dev.stairway.fingerprint.redis.RedisFingerprinter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Thousands of keys of every common type, a migration of them that bears to be interrupted, and their fingerprint. */
final class Sessions {

    static final int KEYS = 4000;

    /** 1 January 2100. */
    private static final long FAR = 4_102_444_800_000L;

    static final Map<String, String> FILES = Map.of("V1__sessions.up.lua", """
            -- stairway: keys session:user:*
            -- stairway: batch 40
            for _, key in ipairs(KEYS) do
              local kind = redis.call('TYPE', key).ok
              if kind == 'string' and string.sub(redis.call('GET', key), 1, 3) ~= 'v2:' then
                redis.call('SET', key, 'v2:' .. redis.call('GET', key), 'KEEPTTL')
              end
              if kind ~= 'none' then
                redis.call('RENAMENX', key, 'session:v2:' .. string.sub(key, 14))
              end
            end
            """, "V1__sessions.down.lua", """
            -- stairway: keys session:v2:*
            -- stairway: batch 40
            for _, key in ipairs(KEYS) do
              local kind = redis.call('TYPE', key).ok
              if kind == 'string' and string.sub(redis.call('GET', key), 1, 3) == 'v2:' then
                redis.call('SET', key, string.sub(redis.call('GET', key), 4), 'KEEPTTL')
              end
              if kind ~= 'none' then
                redis.call('RENAMENX', key, 'session:user:' .. string.sub(key, 12))
              end
            end
            """);

    private static final Map<String, Digest> UNTOUCHED = new ConcurrentHashMap<>();
    private static final Map<String, Digest> UNDISTURBED = new ConcurrentHashMap<>();

    private Sessions() {}

    static void fill(RedisConnection connection) {
        List<byte[][]> commands = new ArrayList<>();
        for (int i = 1; i <= KEYS; i++) {
            String key = "session:user:" + i;
            switch (i % 5) {
                case 0 -> commands.add(words("HSET", key, "name", "user" + i, "visits", Integer.toString(i)));
                case 1 -> commands.add(words("RPUSH", key, "b", "a", Integer.toString(i)));
                case 2 -> commands.add(words("ZADD", key, "1.5", "x", Integer.toString(i), "y"));
                default -> commands.add(words("SET", key, "value " + i));
            }
            if (i % 3 == 0) {
                commands.add(words("PEXPIREAT", key, Long.toString(FAR + 10_000L * i)));
            }
        }
        commands.add(words("SET", "cache:tool:1", "not a session"));
        connection.pipeline(commands);
    }

    private static byte[][] words(String... words) {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    /** Everything but the engine's own keys. */
    static Digest digest(RedisDatabase database) {
        try (RedisFingerprinter fingerprinter =
                        RedisFingerprinter.open(database, Reserved.PREFIXES, RedisFingerprintOptions.DEFAULT);
                var session = database.newSession()) {
            fingerprinter.readAll(session);
            return fingerprinter.dataDigest();
        }
    }

    /** A stepper of this migration. */
    static RedisStepper stepper(RedisDatabase database, Path root, RedisLimits limits) {
        RedisStepper stepper = new RedisStepper(database, root, limits);
        FILES.forEach(stepper::file);
        return stepper;
    }

    /** The digest before the migration. */
    static Digest untouched(String release) {
        return UNTOUCHED.computeIfAbsent(release, key -> {
            try (RedisDatabase database = (RedisDatabase) TestServers.redis(key).fresh("untouched");
                    RedisConnection connection = database.connect()) {
                fill(connection);
                return digest(database);
            }
        });
    }

    /** The digest after a run without trouble. */
    static Digest undisturbed(String release, Path root) {
        return UNDISTURBED.computeIfAbsent(release, key -> {
            try (RedisStepper stepper = RedisStepper.on(key, root, FILES)) {
                fill(stepper.connection);
                stepper.ups("1");
                return digest(stepper.database);
            }
        });
    }

    /** How many keys a migration that is under way says that it has done. */
    static long done(RedisConnection connection) {
        Object done = connection.call("HGET", Reserved.PROGRESS, "done");
        return done == null ? 0 : Long.parseLong(RedisStepper.text(done));
    }
}
