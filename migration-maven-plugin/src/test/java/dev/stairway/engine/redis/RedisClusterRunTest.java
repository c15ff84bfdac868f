package dev.stairway.engine.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.redis.RedisCluster;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisEndpoint;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.database.redis.cluster.Slots;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.Migration;
import dev.stairway.engine.StepOutcome;
import dev.stairway.engine.StepOutcome.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** The same changelog on a real cluster of three nodes. */
@ParameterizedClass
@RedisReleases
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
                .contains("\nsession:user:", " is in slot ", "\nsession:v2:user:")
                .contains("all keys of one call must be in one slot")
                .containsPattern("for example session:user:\\{\\d+} and session:v2:user:\\{\\d+}")
                .contains("hash tag")
                .doesNotContain("user_script");
        keys("session:").forEach(this::delete);
        forget("7");
    }

    @Test
    void namedKeysInTwoSlotsAreRefusedBeforeAnythingIsSent() {
        files(Map.of("V1__x.up.lua", "-- stairway: keys a b\nredis.call('SET', KEYS[1], 1)"));

        assertThat(up("V1").reason())
                .startsWith(
                        "redis/V1__x.up.lua:1: one call touches keys of 2 slots\na is in slot 15495\nb is in slot 3300\n")
                .contains("hash tag")
                .endsWith("Nothing was sent. Run again once it is repaired");
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

    @Test
    void aTransactionGoesToTheServerOfItsKeys() {
        files(Map.of(
                "V3__x.up.redis",
                "MULTI\nSET {t}a 1\nSET {t}b 2\nEXEC\nMULTI\nSET {u2}a 1\nEXEC\nMULTI\nSET {v5}a 1\nEXEC\n"));

        assertThat(up("V3")).isEqualTo(StepOutcome.executed());
        assertThat(keys("{")).contains("{t}a", "{t}b", "{u2}a", "{v5}a");
        List.of("{t}a", "{t}b", "{u2}a", "{v5}a").forEach(this::delete);
        forget("3");
    }

    @Test
    void aTransactionOverTwoSlotsIsRefusedWithItsKeys() {
        files(Map.of("V3__x.up.redis", "MULTI\nSET a 1\nSET b 2\nEXEC\n"));

        StepOutcome outcome = up("V3");
        assertThat(outcome.severalSlots()).isTrue();
        assertThat(outcome.reason())
                .startsWith(
                        "redis/V3__x.up.redis:1: one call touches keys of 2 slots\na is in slot 15495\nb is in slot 3300\n");
        assertThat(keys("a")).isEmpty();
        forget("3");
    }

    /** Redis would let it pass as long as both slots happen to be on one server. */
    @Test
    void anotherSlotOfTheSameServerIsRefusedWhereTheServerCanTell() {
        files(Map.of(
                "V4__x.up.lua",
                "-- stairway: keys {a}x\nredis.call('SET', KEYS[1], 1)\nredis.call('SET', '{k1}x', 1)\n"));

        StepOutcome outcome = up("V4");

        assertThat(Slots.of("a".getBytes(StandardCharsets.UTF_8)))
                .isNotEqualTo(Slots.of("k1".getBytes(StandardCharsets.UTF_8)));
        if (release.equals("6.2")) {
            assertThat(outcome).isEqualTo(StepOutcome.executed());
        } else {
            assertThat(outcome.severalSlots()).isTrue();
            assertThat(outcome.reason())
                    .startsWith("redis/V4__x.up.lua:3: one call touches keys of several slots")
                    .contains("The line is: redis.call('SET', '{k1}x', 1)");
        }
        List.of("{a}x", "{k1}x").forEach(this::delete);
        forget("4");
    }

    @Test
    void aLibraryIsLoadedAndDeletedOnEveryServer() {
        files(Map.of(
                "V5__x.up.lua",
                "#!lua name=lib\nredis.register_function('f', function() return 1 end)\n",
                "V5__x.down.redis",
                "FUNCTION DELETE lib\n"));

        if (release.equals("6.2")) {
            // Functions came with 7.0.
            assertThat(up("V5").result()).isEqualTo(StepOutcome.Result.FAILED);
            forget("5");
            return;
        }
        assertThat(up("V5")).isEqualTo(StepOutcome.executed());
        assertThat(libraries()).hasSize(3);
        assertThat(down("V5")).isEqualTo(StepOutcome.executed());
        assertThat(libraries()).isEmpty();
    }

    private static List<Object> libraries() {
        List<Object> libraries = new ArrayList<>();
        for (RedisEndpoint node : cluster.endpoints()) {
            try (RedisConnection connection = RedisConnection.open(node)) {
                libraries.addAll((List<?>) connection.call("FUNCTION", "LIST"));
            }
        }
        return libraries;
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
        RedisDatabase database = cluster.database();
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
}
