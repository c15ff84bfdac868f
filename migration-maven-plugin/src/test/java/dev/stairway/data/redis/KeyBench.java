package dev.stairway.data.redis;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.fingerprint.redis.RedisFingerprinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Loading, whole and quick reading of many keys, against a bare reader. Run with {@code -Dstairway.benchmark.keys=1000000};
 * prints figures, judges nothing: the machine decides about times.
 */
@EnabledIfSystemProperty(named = "stairway.benchmark.keys", matches = "\\d+")
class KeyBench {

    private static final int ROUNDS = 5;
    private static final int TOUCHED = 1000;

    private final long keys = Long.getLong("stairway.benchmark.keys");

    @Test
    void figures() {
        for (String release : List.of("6.2", "7.0")) {
            try (RedisDatabase database = (RedisDatabase) TestServers.redis(release).fresh("bench")) {
                measure(release, database);
            }
        }
    }

    private void measure(String release, RedisDatabase database) {
        long start = System.nanoTime();
        new KeyGenerator(KeySpec.TYPICAL, 7).load(database, 0, keys);
        double seconds = (System.nanoTime() - start) / 1e9;
        print("%s load: %.0f keys/s", release, keys / seconds);
        for (int round = 0; round < ROUNDS; round++) {
            double bare = bare(database);
            try (RedisFingerprinter fingerprinter = RedisFingerprinter.open(database, Set.of());
                    RedisSession session = database.newSession()) {
                double whole = time(() -> fingerprinter.readAll(session));
                double again = time(() -> fingerprinter.readAll(session));
                touch(database, round);
                double quick = time(() -> fingerprinter.read(session));
                print(
                        "%s bare %.0f ms, whole %.0f ms (%.2f), again %.0f ms (%.2f), %d touched %.1f ms (%.2f %%)",
                        release, bare, whole, whole / bare, again, again / bare, TOUCHED, quick, 100 * quick / whole);
            }
        }
    }

    private void touch(RedisDatabase database, int round) {
        try (RedisConnection connection = database.connect()) {
            List<byte[][]> commands = new ArrayList<>();
            for (int i = 0; i < TOUCHED; i++) {
                commands.add(RedisConnection.bytes("SET", "session:user:" + (i * 977 % keys), "round" + round, "KEEPTTL"));
            }
            connection.pipeline(commands);
        }
    }

    /** SCAN, then TYPE, then the command that reads the type, each as one pipeline over a page of a thousand keys. */
    private static double bare(RedisDatabase database) {
        long start = System.nanoTime();
        long bytes = 0;
        try (RedisConnection connection = database.connect()) {
            String cursor = "0";
            do {
                List<?> page = (List<?>) connection.call("SCAN", cursor, "COUNT", "1000");
                cursor = new String((byte[]) page.get(0), java.nio.charset.StandardCharsets.US_ASCII);
                List<byte[][]> types = new ArrayList<>();
                for (Object key : (List<?>) page.get(1)) {
                    types.add(new byte[][] {RedisConnection.bytes("TYPE"), (byte[]) key});
                }
                List<Object> replies = connection.pipeline(types);
                List<byte[][]> reads = new ArrayList<>();
                for (int i = 0; i < types.size(); i++) {
                    reads.add(read((String) replies.get(i), types.get(i)[1]));
                }
                bytes += connection.pipeline(reads).size();
            } while (!cursor.equals("0"));
        }
        if (bytes == 0) {
            throw new AssertionError("nothing read");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static byte[][] read(String type, byte[] key) {
        byte[] zero = RedisConnection.bytes("0");
        byte[] last = RedisConnection.bytes("-1");
        return switch (type) {
            case "string" -> new byte[][] {RedisConnection.bytes("GET"), key};
            case "hash" -> new byte[][] {RedisConnection.bytes("HGETALL"), key};
            case "list" -> new byte[][] {RedisConnection.bytes("LRANGE"), key, zero, last};
            case "set" -> new byte[][] {RedisConnection.bytes("SMEMBERS"), key};
            case "zset" -> new byte[][] {
                RedisConnection.bytes("ZRANGE"), key, zero, last, RedisConnection.bytes("WITHSCORES")
            };
            default -> new byte[][] {
                RedisConnection.bytes("XRANGE"), key, RedisConnection.bytes("-"), RedisConnection.bytes("+")
            };
        };
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
