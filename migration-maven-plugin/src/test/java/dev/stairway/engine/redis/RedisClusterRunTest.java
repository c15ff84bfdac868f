package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseId;
import dev.stairway.database.redis.BareSession;
import dev.stairway.database.redis.RedisCluster;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisEndpoint;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The same changelog on a real cluster of three nodes. */
@ParameterizedClass
@ValueSource(strings = {"6.2", "7.0"})
class RedisClusterRunTest {

    /** Old and new name have the hash tag in common. */
    private static final Map<String, String> TAGGED =
            Map.of("V007__update_session_key_format.up.lua", """
            -- stairway: keys session:{*}
            for _, key in ipairs(KEYS) do
              if redis.call('EXISTS', key) == 1 then
                redis.call('RENAME', key, 'session:v2:' .. string.match(key, '{.*}'))
              end
            end
            """, "V007__update_session_key_format.down.lua", """
            -- stairway: keys session:v2:{*}
            for _, key in ipairs(KEYS) do
              if redis.call('EXISTS', key) == 1 then
                redis.call('RENAME', key, 'session:' .. string.match(key, '{.*}'))
              end
            end
            """);

    private static RedisCluster cluster;

    @TempDir
    static Path work;

    @Parameter
    String release;

    @TempDir
    Path root;

    @BeforeParameterizedClassInvocation
    static void start(String release) {
        cluster = RedisCluster.start(release, work);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        cluster.close();
    }

    @Test
    void theSameChangelogRunsThereAndBack() {
        files(TAGGED);
        for (int i = 0; i < 300; i++) {
            set("session:{" + i + "}", "value " + i);
        }
        assertThat(up("V007")).isEqualTo(StepOutcome.executed());
        assertThat(keys("session:")).hasSize(300).allMatch(key -> key.startsWith("session:v2:{"));
        assertThat(down("V007")).isEqualTo(StepOutcome.executed());
        assertThat(keys("session:")).hasSize(300).noneMatch(key -> key.startsWith("session:v2:"));
        keys("session:").forEach(this::delete);
    }

    @Test
    void aScriptThatLeavesItsSlotIsToldWhatToDo() {
        files(RedisStepper.SESSIONS);
        for (int i = 0; i < 20; i++) {
            set("session:user:" + i, "value");
        }
        StepOutcome outcome = up("V007");

        assertThat(outcome.result()).isEqualTo(Result.FAILED);
        assertThat(outcome.reason())
                .startsWith("redis/V007__update_session_key_format.up.lua:6: ")
                .contains("all keys of one call must be in one slot")
                .contains("hash tag")
                .doesNotContain("user_script");
        keys("session:").forEach(this::delete);
        forget("7");
    }

    @Test
    void namedKeysInTwoSlotsAreRefusedBeforeAnythingIsSent() {
        files(Map.of("V1__x.up.lua", "-- stairway: keys a b\nredis.call('SET', KEYS[1], 1)"));

        assertThat(up("V1").reason()).contains("CROSSSLOT").contains("hash tag");
        assertThat(keys("a")).isEmpty();
        forget("1");
    }

    @Test
    void commandsFindTheirNode() {
        files(Map.of(
                "V2__x.up.redis", "SET one 1\nSET two 2\nSET three 3\nSET four 4\nMSET {t}a 1 {t}b 2\n",
                "V2__x.down.redis", "DEL one\nDEL two\nDEL three\nDEL four\nDEL {t}a {t}b\n"));

        assertThat(up("V2")).isEqualTo(StepOutcome.executed());
        assertThat(keys("")).contains("one", "two", "three", "four", "{t}a", "{t}b");
        assertThat(down("V2")).isEqualTo(StepOutcome.executed());
        assertThat(keys("")).doesNotContain("one", "two", "three", "four", "{t}a", "{t}b");
    }

    private void files(Map<String, String> files) {
        files.forEach((name, text) -> RedisStepper.write(root, name, text));
    }

    private StepOutcome up(String name) {
        return step(name, true);
    }

    private StepOutcome down(String name) {
        return step(name, false);
    }

    private StepOutcome step(String name, boolean up) {
        OneNode database = new OneNode(cluster.endpoints().get(0));
        try (EngineRun run = new RedisEngine().open(RedisStepper.source(root, Map.of()), database);
                RedisSession session = database.newSession()) {
            Migration migration = run.migrations().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            return up ? run.up(migration, session) : run.down(migration, session);
        }
    }

    private void set(String key, String value) {
        try (RedisConnection owner = cluster.connectToOwnerOf(key)) {
            owner.call("SET", key, value);
        }
    }

    private void delete(String key) {
        try (RedisConnection owner = cluster.connectToOwnerOf(key)) {
            owner.call("DEL", key);
        }
    }

    private static void forget(String version) {
        try (RedisConnection owner = cluster.connectToOwnerOf(Reserved.HISTORY)) {
            owner.call("HDEL", Reserved.HISTORY, version);
        }
    }

    private static TreeSet<String> keys(String prefix) {
        TreeSet<String> keys = new TreeSet<>();
        for (RedisEndpoint node : cluster.endpoints()) {
            try (RedisConnection connection = RedisConnection.open(node)) {
                ((List<?>) connection.call("KEYS", prefix + "*")).forEach(key -> keys.add(RedisStepper.text(key)));
            }
        }
        return keys;
    }

    /** What the engine is given: one node, from which it finds the others. */
    private record OneNode(RedisEndpoint endpoint) implements RedisDatabase {

        @Override
        public DatabaseId id() {
            return new DatabaseId("redis", "cluster", "external");
        }

        @Override
        public RedisSession newSession() {
            return BareSession.on(endpoint);
        }

        @Override
        public Checkpoint checkpoint() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void restore(Checkpoint checkpoint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean cheapCheckpoints() {
            return false;
        }

        @Override
        public void close() {
            // The cluster belongs to the test.
        }
    }
}
