package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.process.ChildJvm;
import dev.stairway.database.process.LoopbackPort;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** Clusters come and go: emptied for the next cell, given up when changed, and gone with their JVM. */
@ParameterizedClass
@RedisReleases
class RedisClusterServerTest {

    private static final int BUS_OFFSET = 10_000;

    @Parameter
    String release;

    @TempDir
    Path directory;

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void the_next_cell_gets_the_same_cluster_without_a_key_a_function_or_a_script() throws IOException {
        try (RedisClusterServer server = start()) {
            List<RedisEndpoint> nodes;
            try (RedisDatabase first = server.fresh("first");
                    RedisLink link = first.link()) {
                nodes = first.nodes();
                for (int i = 0; i < 30; i++) {
                    link.call("SET", "key:" + i, "value");
                }
                assertThat(RedisText.of(link.call("SCRIPT", "LOAD", "return 1")))
                        .isEqualTo("e0e1f9fabfc9d4800c877a703b823ac0578ff8db");
                if (release.equals("7.0")) {
                    link.call("FUNCTION", "LOAD", "#!lua name=l\nredis.register_function('f', function() end)");
                }
            }
            try (RedisDatabase second = server.fresh("second");
                    RedisLink link = second.link()) {
                assertThat(ports(second.nodes())).isEqualTo(ports(nodes));
                for (RedisConnection node : link.nodes()) {
                    assertThat(node.call("DBSIZE")).isEqualTo(0L);
                    assertThat(node.call("SCRIPT", "EXISTS", "e0e1f9fabfc9d4800c877a703b823ac0578ff8db"))
                            .isEqualTo(List.of(0L));
                    if (release.equals("7.0")) {
                        assertThat((List<?>) node.call("FUNCTION", "LIST")).isEmpty();
                    }
                }
            }
            assertThat(leftovers()).hasSize(3);
        }
    }

    @Test
    void a_cluster_of_which_one_node_was_changed_is_not_handed_on() {
        try (RedisClusterServer server = start()) {
            List<Integer> before;
            try (RedisDatabase database = server.fresh("changed");
                    RedisConnection first = database.connect()) {
                before = ports(database.nodes());
                first.call("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
            }
            try (RedisDatabase database = server.fresh("next")) {
                assertThat(ports(database.nodes())).doesNotContainAnyElementsOf(before);
            }
        }
    }

    @Test
    void settings_users_and_slots_are_what_a_node_is_known_by() throws IOException {
        Map<String, String> changes = Map.of(
                "CONFIG SET maxmemory-policy allkeys-lru", "CONFIG SET maxmemory-policy noeviction",
                "ACL SETUSER somebody on", "ACL DELUSER somebody",
                "CLUSTER DELSLOTS 0", "CLUSTER ADDSLOTS 0");
        try (ClusterNodes nodes = ClusterNodes.start(TestServers.redisProgram(release), Profile.FAST, work())) {
            RedisConnection node = nodes.databases().get(0).keeper();
            String state = ServerState.of(node, true);
            changes.forEach((change, back) -> {
                node.call(change.split(" "));
                assertThat(ServerState.of(node, true)).as(change).isNotEqualTo(state);
                node.call(back.split(" "));
                assertThat(ServerState.of(node, true)).as(back).isEqualTo(state);
            });
        }
    }

    @Test
    void two_cells_at_a_time_have_a_cluster_each() {
        try (RedisClusterServer server = start();
                RedisDatabase one = server.fresh("one");
                RedisDatabase other = server.fresh("other");
                RedisLink link = one.link();
                RedisLink otherLink = other.link()) {
            link.call("SET", "key", "value");
            assertThat(otherLink.call("EXISTS", "key")).isEqualTo(0L);
            assertThat(ports(one.nodes())).doesNotContainAnyElementsOf(ports(other.nodes()));
        }
    }

    @Test
    void a_cell_waits_a_moment_for_the_cluster_of_another_one() throws InterruptedException {
        try (RedisClusterServer server = start()) {
            RedisDatabase first = server.fresh("first");
            List<Integer> ports = ports(first.nodes());
            Thread user = new Thread(first::close);
            FutureTask<List<Integer>> next = new FutureTask<>(() -> {
                try (RedisDatabase second = server.fresh("second")) {
                    return ports(second.nodes());
                }
            });
            Thread waiting = new Thread(next);
            waiting.start();
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            user.start();
            assertThat(next).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(ports);
            user.join();
        }
    }

    @Test
    void what_was_never_closed_ends_with_the_server() throws IOException {
        RedisClusterServer server = start();
        RedisDatabase forgotten = server.fresh("forgotten");
        server.close();
        server.close();
        for (RedisEndpoint node : forgotten.nodes()) {
            assertThat(listening(node.port())).isFalse();
        }
        assertThatThrownBy(() -> server.fresh("late")).isInstanceOf(IllegalStateException.class);
        forgotten.close();
    }

    @Test
    void a_killed_jvm_takes_its_cluster_with_it() throws IOException {
        Path program = TestServers.redisProgram(release).file();
        try (ChildJvm child =
                ChildJvm.start(List.of(), System.getProperty("java.class.path"), HoldCluster.class, program, work())) {
            int port = child.awaitPort();
            assertThat(listening(port)).isTrue();
            assertThat(leftovers()).hasSize(3);
            child.process().destroyForcibly();
            long killed = System.nanoTime();
            while (listening(port) || !leftovers().isEmpty()) {
                assertThat(System.nanoTime() - killed)
                        .as("nanoseconds since the end")
                        .isLessThan(10_000_000_000L);
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    @Test
    void a_port_whose_bus_is_taken_is_given_up_for_another_one() throws IOException {
        int port = ClusterNodes.portWithBus();
        try (ServerSocket bus = new ServerSocket(port + BUS_OFFSET, 1, InetAddress.getByName(LoopbackPort.HOST))) {
            Deque<Integer> first = new ArrayDeque<>(List.of(port));
            LoopbackPort.Chooser ports = () -> first.isEmpty() ? ClusterNodes.portWithBus() : first.remove();
            try (ClusterNodes nodes =
                    ClusterNodes.start(TestServers.redisProgram(release), Profile.FAST, work(), ports)) {
                assertThat(nodes.databases())
                        .hasSize(3)
                        .noneMatch(node -> node.endpoint().port() == port);
            }
            assertThat(bus.isBound()).isTrue();
        }
    }

    @Test
    void a_node_that_had_to_be_started_again_is_part_of_the_cluster_after_a_restore() {
        try (RedisCluster cluster = RedisCluster.start(release, work())) {
            RedisDatabase database = cluster.database();
            List<String> keys = List.of("a", "b", "c", "d", "e", "f");
            try (RedisLink link = database.link()) {
                keys.forEach(key -> link.call("SET", key, "before"));
            }
            try (Checkpoint checkpoint = database.checkpoint()) {
                cluster.kill(1);
                assertThatThrownBy(database::newSession)
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("The embedded Redis has ended")
                        .hasMessageContaining(":" + cluster.endpoints().get(1).port());
                database.restore(checkpoint);
            }
            try (RedisLink link = database.link()) {
                assertThat(keys)
                        .allSatisfy(key ->
                                assertThat(RedisText.of(link.call("GET", key))).isEqualTo("before"));
                keys.forEach(key -> link.call("SET", key, "after"));
            }
        }
    }

    private RedisClusterServer start() {
        return RedisClusterServer.start(TestServers.redisProgram(release), work(), Profile.FAST);
    }

    private Path work() {
        return directory.resolve("work");
    }

    private List<Path> leftovers() throws IOException {
        if (!Files.isDirectory(work())) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(work())) {
            return list.toList();
        }
    }

    private static List<Integer> ports(List<RedisEndpoint> nodes) {
        return nodes.stream().map(RedisEndpoint::port).toList();
    }

    private static boolean listening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LoopbackPort.HOST, port), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
