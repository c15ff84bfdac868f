package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.database.redis.RedisSession;
import dev.stairway.fingerprint.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The keys of a cluster are those of its nodes together. */
class ClusterFingerprintTest {

    /** Far from now, so that no load takes place after it. */
    private static final long MOMENT = 4_000_000_000_000L;

    private static Stream<DatabaseServer> servers() {
        return Stream.of(
                TestServers.redis("6.2"),
                TestServers.redis("7.0"),
                TestServers.redisCluster("6.2"),
                TestServers.redisCluster("7.0"));
    }

    @Test
    void the_same_data_has_one_digest_on_a_server_and_on_a_cluster_of_either_version() {
        assertThat(servers().map(server -> digests(server, List.of())).distinct())
                .hasSize(1);
    }

    @Test
    void one_value_more_on_any_node_makes_another_digest() {
        List<String> more = List.of("SET count:3 x", "SET count:4 x", "SET count:5 x");
        List<String> digests = new ArrayList<>(List.of(digests(TestServers.redisCluster("7.0"), List.of())));
        more.forEach(command -> digests.add(digests(TestServers.redisCluster("7.0"), List.of(command))));
        assertThat(digests).doesNotHaveDuplicates();
    }

    private static String digests(DatabaseServer server, List<String> more) {
        try (RedisDatabase database = (RedisDatabase) server.fresh("digest");
                RedisLink link = database.link();
                RedisFingerprinter fingerprinter = RedisFingerprinter.open(database, Set.of())) {
            data().forEach(command -> link.call(command.split(" ")));
            more.forEach(command -> link.call(command.split(" ")));
            try (RedisSession session = database.newSession()) {
                fingerprinter.readAll(session);
            }
            return fingerprinter.dataDigest().hex()
                    + fingerprinter.schemaDigest().hex();
        }
    }

    private static List<String> data() {
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            commands.add("SET session:user:" + i + " v" + i);
            commands.add("PEXPIREAT session:user:" + i + " " + (MOMENT + i));
            commands.add("SET count:" + i + " " + i);
            commands.add("HSET profile:{" + i + "} name n" + i + " age " + i);
            commands.add("SADD tags:" + i + " a b 3 " + i);
            commands.add("ZADD rank:" + i + " 1 a 1.5 b -inf c");
            commands.add("PFADD visitors:" + i + " a b c" + i);
            commands.add("RPUSH queue:" + i + " a b a");
            commands.add("XADD log:" + i + " 1-1 f v");
            commands.add("XGROUP CREATE log:" + i + " g 0");
            commands.add("XREADGROUP GROUP g c COUNT 1 STREAMS log:" + i + " >");
        }
        return commands;
    }

    @ParameterizedTest
    @RedisReleases
    void what_is_written_on_each_node_is_noticed_and_only_that(String release) {
        try (Watched redis = new Watched(release)) {
            assertThat(redis.step()).isEmpty();
            for (int i = 0; i < 12; i++) {
                assertThat(redis.step("SET count:" + i + " other")).containsExactly("count:" + i);
                assertThat(redis.step("DEL tags:" + i)).containsExactly("tags:" + i);
                // No tracking tells of a consumer group; the counters of the node do.
                assertThat(redis.step("XACK log:" + i + " g 1-1")).containsExactly("log:" + i);
            }
            assertThat(redis.step("FLUSHALL")).hasSizeGreaterThan(100);
        }
    }

    /** A library that one server lacks is another state than one that all have. */
    @Test
    void a_function_library_that_only_one_node_got_is_told() {
        String library = "#!lua name=greeting\nredis.register_function('hi', function() return 1 end)";
        try (Watched redis = new Watched("7.0");
                RedisConnection second =
                        RedisConnection.open(redis.database.nodes().get(1))) {
            second.call("FUNCTION", "LOAD", library);
            assertThat(redis.fingerprinter.read(null).schema().values())
                    .singleElement()
                    .satisfies(
                            change -> assertThat(change.after().objects().get(0).attributes())
                                    .containsEntry("servers", "1 of 3 have it, in 1 version(s)"));
            redis.link.call("FUNCTION", "LOAD", "REPLACE", library);
            assertThat(redis.fingerprinter.read(null).schema().values())
                    .singleElement()
                    .satisfies(
                            change -> assertThat(change.after().objects().get(0).attributes())
                                    .doesNotContainKey("servers"));
        }
    }

    /** A cluster with data and a fingerprinter that has read it. */
    private static final class Watched implements AutoCloseable {

        private final RedisDatabase database;
        private final RedisLink link;
        private final RedisFingerprinter fingerprinter;

        private Watched(String release) {
            database = (RedisDatabase) TestServers.redisCluster(release).fresh("fingerprint");
            link = database.link();
            data().forEach(command -> link.call(command.split(" ")));
            fingerprinter = RedisFingerprinter.open(database, Set.of());
            fingerprinter.readAll(null);
        }

        /** Keys that were seen to change. */
        private List<String> step(String... commands) {
            fingerprinter.watch(null);
            for (String command : commands) {
                link.call(command.split(" "));
            }
            Difference reading = fingerprinter.read(null);
            return List.copyOf(
                    fingerprinter.rowChanges(List.of(reading)).byRow().keySet());
        }

        @Override
        public void close() {
            fingerprinter.close();
            link.close();
            database.close();
        }
    }
}
