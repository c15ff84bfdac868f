package dev.stairway.engine.redis;

import static dev.stairway.database.redis.RedisConnection.bytes;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Prints what the engine costs beside the same Lua batches sent by hand over one bare connection, and how long another
 * client had to wait at most. Wall time tells little on a busy machine, so the processor times of server and client stand
 * beside it. Properties: keys, others, rounds, release.
 */
final class RedisOverhead {

    private static final int KEYS = Integer.getInteger("keys", 100_000);
    private static final int OTHERS = Integer.getInteger("others", 0);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final String RELEASE = System.getProperty("release", "7.0");
    private static final String UP = RedisStepper.SESSIONS.get("V007__update_session_key_format.up.lua");

    private RedisOverhead() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Files.createTempDirectory("stairway-redis");
        RedisStepper.SESSIONS.forEach((name, text) -> RedisStepper.write(root, name, text));
        System.out.printf("Redis %s, %,d keys to rename, %,d others%n", RELEASE, KEYS, OTHERS);
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            int batch = 0;
            double engine;
            try (RedisDatabase database = filled()) {
                long start = System.nanoTime();
                try (EngineRun run = new RedisEngine().open(RedisStepper.source(root, Map.of()), database);
                        Probe probe = new Probe(database)) {
                    long opened = System.nanoTime();
                    batch = step(run, database, probe);
                    engine = probe.millis;
                    System.out.printf("round %d: open %d ms%n", round + 1, (opened - start) / 1_000_000);
                }
            }
            try (RedisDatabase database = filled();
                    Probe probe = new Probe(database)) {
                probe.begin();
                int calls = raw(database, batch);
                probe.end();
                System.out.printf(
                        "  raw    %8.1f ms, %4d calls of %d, longest wait %.1f ms, %s%n",
                        probe.millis, calls, batch, probe.longest(), probe.processor());
                ratios[round] = engine / probe.millis;
                System.out.printf("  engine / raw %.3f%n", ratios[round]);
            }
        }
        Arrays.sort(ratios);
        System.out.printf("median engine / raw %.3f%n", ratios[ROUNDS / 2]);
    }

    private static int step(EngineRun run, RedisDatabase database, Probe probe) {
        try (RedisSession session = database.newSession()) {
            session.begin();
            Migration migration = run.migrations().get(0);
            probe.begin();
            StepOutcome outcome = run.up(migration, session);
            probe.end();
            if (outcome.result() != StepOutcome.Result.EXECUTED) {
                throw new IllegalStateException(outcome.toString());
            }
            var calls = session.work().statements().stream()
                    .filter(statement -> statement.sql().startsWith("EVALSHA"))
                    .toList();
            long[] sizes =
                    calls.stream().mapToLong(call -> call.rows()).sorted().toArray();
            System.out.printf(
                    "  engine %8.1f ms, %4d calls, keys per call median %d, most %d, longest call %.1f ms, longest wait %.1f ms, %s%n",
                    probe.millis,
                    sizes.length,
                    sizes[sizes.length / 2],
                    sizes[sizes.length - 1],
                    calls.stream().mapToLong(call -> call.nanos()).max().orElse(0) / 1e6,
                    probe.longest(),
                    probe.processor());
            return (int) sizes[sizes.length / 2];
        }
    }

    /** SCAN and EVALSHA one after the other, as a careful operator's script would. */
    private static int raw(RedisDatabase database, int batch) {
        int calls = 0;
        try (RedisConnection connection = database.connect()) {
            byte[] sha = (byte[]) connection.call("SCRIPT", "LOAD", UP);
            String cursor = "0";
            do {
                List<?> page = (List<?>)
                        connection.call("SCAN", cursor, "MATCH", "session:user:*", "COUNT", Integer.toString(batch));
                cursor = RedisStepper.text(page.get(0));
                List<?> keys = (List<?>) page.get(1);
                if (!keys.isEmpty()) {
                    List<byte[]> command =
                            new ArrayList<>(List.of(bytes("EVALSHA"), sha, bytes(Integer.toString(keys.size()))));
                    keys.forEach(key -> command.add((byte[]) key));
                    connection.call(command.toArray(byte[][]::new));
                    calls++;
                }
            } while (!cursor.equals("0"));
        }
        return calls;
    }

    private static RedisDatabase filled() {
        RedisDatabase database = (RedisDatabase) TestServers.redis(RELEASE).fresh("overhead");
        try (RedisConnection connection = database.connect()) {
            fill(connection, "session:user:", KEYS);
            fill(connection, "cache:tool:", OTHERS);
        }
        return database;
    }

    private static void fill(RedisConnection connection, String prefix, int count) {
        List<byte[][]> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            commands.add(bytes("SET", prefix + i, "{\"data\": \"old_format\"}", "PX", "86400000"));
            if (commands.size() == 10_000 || i == count - 1) {
                connection.pipeline(commands);
                commands.clear();
            }
        }
    }

    /** Another client, which asks for a key over and over. */
    private static final class Probe implements AutoCloseable {

        private static final com.sun.management.OperatingSystemMXBean JVM =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        private final RedisDatabase database;
        private final RedisConnection connection;
        private final Thread thread = new Thread(this::ask, "probe");
        private volatile boolean asking = true;
        private volatile boolean counting;
        private volatile long longestNanos;
        private long start;
        private double millis;
        private double serverMillis;
        private double clientMillis;
        private long longestCommandMicros;

        Probe(RedisDatabase database) {
            this.database = database;
            connection = database.connect();
            thread.start();
        }

        private void ask() {
            while (asking) {
                long before = System.nanoTime();
                connection.call("GET", "probe");
                if (counting) {
                    longestNanos = Math.max(longestNanos, System.nanoTime() - before);
                }
                java.util.concurrent.locks.LockSupport.parkNanos(500_000);
            }
        }

        void begin() {
            longestNanos = 0;
            slowCommands("CONFIG", "SET", "slowlog-log-slower-than", "1000");
            slowCommands("CONFIG", "SET", "slowlog-max-len", "100000");
            slowCommands("SLOWLOG", "RESET");
            serverMillis = serverMillis();
            clientMillis = JVM.getProcessCpuTime() / 1e6;
            counting = true;
            start = System.nanoTime();
        }

        void end() {
            millis = (System.nanoTime() - start) / 1e6;
            counting = false;
            clientMillis = JVM.getProcessCpuTime() / 1e6 - clientMillis;
            serverMillis = serverMillis() - serverMillis;
            // [id, time, microseconds, command, ...]: https://redis.io/docs/latest/commands/slowlog-get/
            longestCommandMicros = ((List<?>) slowCommands("SLOWLOG", "GET", "100000"))
                    .stream()
                            .mapToLong(entry -> (Long) ((List<?>) entry).get(2))
                            .max()
                            .orElse(0);
        }

        private Object slowCommands(String... command) {
            try (RedisConnection other = database.connect()) {
                return other.call(command);
            }
        }

        /** Processor time of the server process: https://redis.io/docs/latest/commands/info/ */
        private double serverMillis() {
            try (RedisConnection info = database.connect()) {
                return RedisStepper.text(info.call("INFO", "cpu"))
                        .lines()
                        .filter(line -> line.matches("used_cpu_(sys|user):.*"))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1)) * 1000)
                        .sum();
            }
        }

        String processor() {
            return String.format(
                    "longest command by the server's clock %.1f ms, processor: server %.0f ms, client %.0f ms",
                    longestCommandMicros / 1000.0, serverMillis, clientMillis);
        }

        double longest() {
            return longestNanos / 1e6;
        }

        @Override
        public void close() throws InterruptedException {
            asking = false;
            thread.join();
            connection.close();
        }
    }
}
