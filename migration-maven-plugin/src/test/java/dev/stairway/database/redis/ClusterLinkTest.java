package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.cluster.Slots;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** Commands find the server of their key, and their replies the order of the commands. */
@ParameterizedClass
@RedisReleases
class ClusterLinkTest {

    @Parameter
    String release;

    private RedisDatabase database;
    private RedisLink link;

    @BeforeEach
    void open() {
        database = (RedisDatabase) TestServers.redisCluster(release).fresh("link");
        link = database.link();
    }

    @AfterEach
    void close() {
        link.close();
        database.close();
    }

    @Test
    void slots_are_those_that_the_server_computes() {
        Random random = new Random(1);
        List<byte[]> keys = new ArrayList<>();
        for (String text : List.of("", "a", "{}", "{a}", "{}a", "a{b}c", "{a{b}c}", "{a}{b}", "a{", "}{", "ü{ß}")) {
            keys.add(text.getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < 500; i++) {
            byte[] key = new byte[random.nextInt(40)];
            random.nextBytes(key);
            keys.add(key);
        }
        RedisConnection node = link.nodes().get(0);
        assertThat(keys)
                .allSatisfy(key -> assertThat(
                                node.call(RedisConnection.bytes("CLUSTER"), RedisConnection.bytes("KEYSLOT"), key))
                        .isEqualTo((long) Slots.of(key)));
    }

    @Test
    void replies_of_many_servers_come_in_the_order_of_the_commands() {
        List<byte[][]> commands = new ArrayList<>();
        List<Object> expected = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            commands.add(RedisConnection.bytes("SET", "key:" + i % 100, "v" + i));
            expected.add("OK");
            commands.add(RedisConnection.bytes("GET", "key:" + i % 100));
            expected.add("v" + i);
        }
        List<Object> replies = link.pipeline(commands).stream()
                .map(reply -> (Object) RedisText.of(reply))
                .toList();
        assertThat(replies).isEqualTo(expected);
    }

    @Test
    void keys_are_found_wherever_they_stand_in_a_command() {
        for (int i = 0; i < 9; i++) {
            String key = "key:" + i;
            link.call("EVAL", "return redis.call('SET', KEYS[1], ARGV[1])", "1", key, "v");
            link.call("XGROUP", "CREATE", "log:" + i, "g", "$", "MKSTREAM");
            link.call("XADD", "log:" + i, "1-1", "f", "v");
            assertThat((List<?>) link.call("XREADGROUP", "GROUP", "g", "c", "STREAMS", "log:" + i, ">"))
                    .hasSize(1);
            assertThat(link.call("OBJECT", "REFCOUNT", key)).isEqualTo(1L);
            assertThat(link.call("BITOP", "NOT", key, key)).isEqualTo(1L);
        }
    }

    @Test
    void a_command_without_a_key_goes_to_every_server_and_one_error_counts() {
        link.call("SET", "a", "1");
        assertThat(link.call("FLUSHALL")).isEqualTo("OK");
        link.nodes().forEach(node -> assertThat(node.call("DBSIZE")).isEqualTo(0L));
        link.nodes().get(2).call("SCRIPT", "LOAD", "return 1");
        assertThatThrownBy(() -> link.call("CONFIG", "SET", "no-such-setting", "1"))
                .isInstanceOf(RedisErrorException.class);
        assertThatThrownBy(() -> link.call("MSET", "a", "1", "b", "2"))
                .isInstanceOf(RedisErrorException.class)
                .hasMessageContaining("CROSSSLOT");
        assertThat(link.call("SET", "a", "2")).isEqualTo("OK");
    }

    @Test
    void a_transaction_runs_on_the_server_of_its_keys() {
        for (int i = 0; i < 9; i++) {
            String key = "key:" + i;
            List<Object> replies = link.pipeline(List.<byte[][]>of(
                    new byte[][] {RedisConnection.bytes("MULTI")},
                    RedisConnection.bytes("SET", key, "v"),
                    RedisConnection.bytes("STRLEN", key),
                    new byte[][] {RedisConnection.bytes("EXEC")},
                    RedisConnection.bytes("EXISTS", key)));
            assertThat(replies).containsExactly("OK", "QUEUED", "QUEUED", List.of("OK", 1L), 1L);
        }
    }

    @Test
    void a_copy_in_another_slot_has_the_value_the_groups_and_the_life_time() {
        link.call("XADD", "log:1", "1-1", "f", "v");
        link.call("XGROUP", "CREATE", "log:1", "g", "0");
        link.call("PEXPIRE", "log:1", "500000");
        link.call("SET", "stays", "x");
        for (String to : List.of("log:2", "log:3", "log:4")) {
            link.sendCopy(RedisConnection.bytes("log:1"), RedisConnection.bytes(to));
            assertThat(link.receive()).isEqualTo("OK");
            assertThat((List<?>) link.call("XINFO", "GROUPS", to)).hasSize(1);
            assertThat((Long) link.call("PTTL", to)).isBetween(400_000L, 500_000L);
        }
        link.sendCopy(RedisConnection.bytes("stays"), RedisConnection.bytes("too"));
        link.receive();
        assertThat(link.call("PTTL", "too")).isEqualTo(-1L);
    }
}
