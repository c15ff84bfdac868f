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
        for (String release : List.of(
                System.getProperty("stairway.benchmark.releases", "6.2,7.0").split(","))) {
            try (RedisDatabase database =
                    (RedisDatabase) TestServers.redis(release).fresh("bench")) {
                measure(release, database);
            }
        }
    }

    private void measure(String release, RedisDatabase database) {
        try (Clocks clocks = new Clocks(database.connect())) {
            Figure load = clocks.time(() -> new KeyGenerator(KeySpec.TYPICAL, 7).load(database, 0, keys));
            print("%s load: %.0f keys/s; %s", release, keys / (load.wall() / 1e3), load);
            for (int round = 0; round < ROUNDS; round++) {
                round(release, database, clocks, round);
            }
        }
    }

    private void round(String release, RedisDatabase database, Clocks clocks, int round) {
        Figure bare = clocks.time(() -> bare(database));
        try (RedisFingerprinter fingerprinter = RedisFingerprinter.open(database, Set.of());
                RedisSession session = database.newSession()) {
            Figure whole = clocks.time(() -> fingerprinter.readAll(session));
            Figure again = clocks.time(() -> fingerprinter.readAll(session));
            touch(database, round);
            Figure quick = clocks.time(() -> fingerprinter.read(session));
            print("%s bare  %s", release, bare);
            print("%s whole %s = %.2f bare", release, whole, whole.wall() / bare.wall());
            print("%s again %s = %.2f bare", release, again, again.wall() / bare.wall());
            print("%s %d touched %s = %.2f %% of whole", release, TOUCHED, quick, 100 * quick.wall() / whole.wall());
        }
    }

    /** Milliseconds: on the clock, of processor in this thread, of processor in the server. */
    private record Figure(double wall, double client, double server) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.1f ms (processor: %.0f here, %.0f in the server)", wall, client, server);
        }
    }

    /** A busy machine stretches the clock, but hardly the processor time. */
    private record Clocks(RedisConnection connection) implements AutoCloseable {

        Figure time(Runnable work) {
            double client = client();
            double server = server();
            long start = System.nanoTime();
            work.run();
            double wall = (System.nanoTime() - start) / 1e6;
            return new Figure(wall, client() - client, server() - server);
        }

        private static double client() {
            return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
        }

        private double server() {
            String info = new String((byte[]) connection.call("INFO", "cpu"), java.nio.charset.StandardCharsets.UTF_8);
            return info.lines()
                    .filter(line -> line.startsWith("used_cpu_sys:") || line.startsWith("used_cpu_user:"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1)) * 1000)
                    .sum();
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    private void touch(RedisDatabase database, int round) {
        try (RedisConnection connection = database.connect()) {
            List<byte[][]> commands = new ArrayList<>();
            for (int i = 0; i < TOUCHED; i++) {
                commands.add(
                        RedisConnection.bytes("SET", "session:user:" + (i * 977 % keys), "round" + round, "KEEPTTL"));
            }
            connection.pipeline(commands);
        }
    }

    /** SCAN, then TYPE, then the command that reads the type, each as one pipeline over a page of a thousand keys. */
    private static void bare(RedisDatabase database) {
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
    }

    private static byte[][] read(String type, byte[] key) {
        byte[] zero = RedisConnection.bytes("0");
        byte[] last = RedisConnection.bytes("-1");
        return switch (type) {
            case "string" -> new byte[][] {RedisConnection.bytes("GET"), key};
            case "hash" -> new byte[][] {RedisConnection.bytes("HGETALL"), key};
            case "list" -> new byte[][] {RedisConnection.bytes("LRANGE"), key, zero, last};
            case "set" -> new byte[][] {RedisConnection.bytes("SMEMBERS"), key};
            case "zset" ->
                new byte[][] {RedisConnection.bytes("ZRANGE"), key, zero, last, RedisConnection.bytes("WITHSCORES")};
            default ->
                new byte[][] {
                    RedisConnection.bytes("XRANGE"), key, RedisConnection.bytes("-"), RedisConnection.bytes("+")
                };
        };
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
