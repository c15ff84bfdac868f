package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.database.Work;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** A changelog on one real server, stepped by a test. */
final class RedisStepper implements AutoCloseable {

    /** The owner's example. */
    static final Map<String, String> SESSIONS =
            Map.of("V007__update_session_key_format.up.lua", """
            -- stairway: keys session:user:*
            -- stairway: map session:user:{id} -> session:v2:user:{id} value unchanged ttl unchanged
            for _, key in ipairs(KEYS) do
              local id = string.match(key, '^session:user:(.+)$')
              if id and redis.call('EXISTS', key) == 1 then
                redis.call('RENAMENX', key, 'session:v2:user:' .. id)
              end
            end
            return #KEYS
            """, "V007__update_session_key_format.down.lua", """
            -- stairway: keys session:v2:user:*
            for _, key in ipairs(KEYS) do
              local id = string.match(key, '^session:v2:user:(.+)$')
              if id and redis.call('EXISTS', key) == 1 then
                redis.call('RENAMENX', key, 'session:user:' .. id)
              end
            end
            return #KEYS
            """);

    /** Nobody else wants the lock, so that nothing is lost when it ends early on a slow machine. */
    static final RedisLimits SHORT_LEASE = new RedisLimits(
            Duration.ofMillis(5), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMillis(700));

    final RedisDatabase database;
    final RedisConnection connection;
    private final Path root;
    private final RedisLimits limits;
    private final Map<String, String> parameters = new HashMap<>();
    private ClassLoader loader = RedisStepper.class.getClassLoader();
    private EngineRun run;

    RedisStepper(String release, Path root, RedisLimits limits) {
        this((RedisDatabase) TestServers.redis(release).fresh("engine"), root, limits);
    }

    RedisStepper(RedisDatabase database, Path root, RedisLimits limits) {
        this.database = database;
        this.connection = database.connect();
        this.root = root;
        this.limits = limits;
    }

    static RedisStepper on(String release, Path root, Map<String, String> files) {
        RedisStepper stepper = new RedisStepper(release, root, RedisLimits.DEFAULT);
        files.forEach(stepper::file);
        return stepper;
    }

    void file(String name, String text) {
        write(root, name, text);
    }

    static void write(Path root, String name, String text) {
        try {
            Path folder = Files.createDirectories(root.resolve("redis"));
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void parameter(String name, String value) {
        parameters.put(name, value);
    }

    static ChangelogSource source(Path root, Map<String, String> parameters) {
        return new ChangelogSource("redis", List.of(root), RedisStepper.class.getClassLoader(), parameters, "", "");
    }

    ChangelogSource source() {
        return new ChangelogSource("redis", List.of(root), loader, parameters, "", "");
    }

    void loader(ClassLoader other) {
        loader = other;
    }

    EngineRun open() {
        if (run == null) {
            run = new RedisEngine(limits).open(source(), database);
        }
        return run;
    }

    /** As another process would see it. */
    EngineRun reopened() {
        close(run);
        run = null;
        return open();
    }

    private static void close(EngineRun run) {
        if (run != null) {
            run.close();
        }
    }

    Migration migration(String version) {
        return open().migrations().stream()
                .filter(migration -> migration.name().equals("V" + version))
                .findFirst()
                .orElseThrow();
    }

    StepOutcome up(String version) {
        return step(open()::up, version).outcome();
    }

    StepOutcome down(String version) {
        return step(open()::down, version).outcome();
    }

    Stepped worked(String version) {
        return step(open()::up, version);
    }

    record Stepped(StepOutcome outcome, Work work) {}

    private Stepped step(BiFunction<Migration, RedisSession, StepOutcome> step, String version) {
        try (RedisSession session = database.newSession()) {
            session.begin();
            StepOutcome outcome = step.apply(migration(version), session);
            return new Stepped(outcome, session.work());
        }
    }

    /** Fails unless every one of them runs. */
    void ups(String... versions) {
        for (String version : versions) {
            assertThat(up(version)).isEqualTo(StepOutcome.executed());
        }
    }

    List<String> pending() {
        try (RedisSession session = database.newSession()) {
            return Migration.ids(open().pending(session));
        }
    }

    /** String keys and their values, without the engine's own. */
    Map<String, String> strings() {
        Map<String, String> values = new TreeMap<>();
        for (String key : keys()) {
            values.put(key, text(connection.call("GET", key)));
        }
        return values;
    }

    /** Names of all keys but the engine's own. */
    TreeSet<String> keys() {
        TreeSet<String> keys = new TreeSet<>();
        ((List<?>) connection.call("KEYS", "*")).forEach(key -> keys.add(text(key)));
        keys.removeIf(key -> open().bookkeepingTables().stream().anyMatch(key::startsWith));
        return keys;
    }

    void set(String prefix, int count) {
        for (int i = 1; i <= count; i++) {
            connection.call("SET", prefix + i, "value " + i);
        }
    }

    static String text(Object reply) {
        return reply instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(reply);
    }

    @Override
    public void close() {
        close(run);
        connection.close();
        database.close();
    }
}
