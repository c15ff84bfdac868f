package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** The cluster that other tests work on is a real one. */
@ParameterizedClass
@RedisReleases
class RedisClusterTest {

    @TempDir
    static Path work;

    private static RedisCluster cluster;

    @Parameter
    String release;

    @BeforeParameterizedClassInvocation
    static void start(String release) {
        cluster = RedisCluster.start(release, work);
    }

    @AfterParameterizedClassInvocation
    static void stop() throws IOException {
        cluster.close();
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void every_node_knows_the_others_and_all_slots_are_served() {
        for (RedisEndpoint node : cluster.endpoints()) {
            try (RedisConnection redis = RedisConnection.open(node)) {
                assertThat(RedisText.of(redis.call("CLUSTER", "INFO")))
                        .contains("cluster_state:ok", "cluster_slots_ok:16384", "cluster_size:3");
            }
        }
    }

    @Test
    void a_key_is_served_by_its_owner_and_others_point_there() {
        for (String key : new String[] {"a", "b", "c", "{user:1}:name"}) {
            try (RedisConnection owner = cluster.connectToOwnerOf(key)) {
                assertThat(owner.call("SET", key, "v")).isEqualTo("OK");
                String address = ":" + owner.endpoint().port();
                cluster.endpoints().stream()
                        .filter(node -> node.port() != owner.endpoint().port())
                        .forEach(node -> assertMoved(node, key, address));
            }
        }
    }

    private static void assertMoved(RedisEndpoint node, String key, String address) {
        try (RedisConnection other = RedisConnection.open(node)) {
            assertThatThrownBy(() -> other.call("GET", key))
                    .isInstanceOf(RedisErrorException.class)
                    .hasMessageContaining("MOVED")
                    .hasMessageContaining(address);
        }
    }

    @Test
    void two_keys_of_one_slot_can_be_written_at_once_and_two_of_different_slots_cannot() {
        try (RedisConnection owner = cluster.connectToOwnerOf("{user:1}")) {
            assertThat(owner.call("MSET", "{user:1}:a", "1", "{user:1}:b", "2")).isEqualTo("OK");
            assertThatThrownBy(() -> owner.call("MSET", "{user:1}:a", "1", "elsewhere", "2"))
                    .isInstanceOf(RedisErrorException.class)
                    .hasMessageContaining("CROSSSLOT");
        }
    }

    @Test
    void the_state_of_all_nodes_is_kept_and_restored() {
        RedisDatabase database = cluster.database();
        List<String> keys = List.of("kept:1", "kept:2", "kept:3", "kept:4", "kept:5", "kept:6");
        keys.forEach(key -> write(key, "before"));
        try (Checkpoint checkpoint = database.checkpoint()) {
            keys.forEach(key -> write(key, "after"));
            database.restore(checkpoint);
            assertThat(keys).allSatisfy(key -> assertThat(read(key)).isEqualTo("before"));
        }
    }

    @Test
    void a_session_notices_a_write_on_whichever_node() {
        for (String key : List.of("a", "b", "c")) {
            try (RedisSession session = cluster.database().newSession()) {
                assertThat(session.discardable()).isTrue();
                write(key, "x");
                assertThat(session.discardable()).isFalse();
            }
        }
    }

    private static void write(String key, String value) {
        try (RedisConnection owner = cluster.connectToOwnerOf(key)) {
            owner.call("SET", key, value);
        }
    }

    private static String read(String key) {
        try (RedisConnection owner = cluster.connectToOwnerOf(key)) {
            return RedisText.of(owner.call("GET", key));
        }
    }
}
