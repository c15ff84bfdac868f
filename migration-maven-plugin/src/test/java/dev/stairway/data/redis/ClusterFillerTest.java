package dev.stairway.data.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.data.FillReport;
import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys get to the server of their slot, those that are made in the image of others included. */
class ClusterFillerTest {

    private static final Set<String> RESERVED = Set.of("{stairway}:");

    @TempDir
    Path folder;

    private RedisDatabase database;
    private RedisLink link;

    @BeforeEach
    void open() {
        database = (RedisDatabase) TestServers.redisCluster("7.0").fresh("filler");
        link = database.link();
    }

    @AfterEach
    void close() {
        link.close();
        database.close();
    }

    @Test
    void patterns_are_filled_up_over_all_nodes_and_written_to() {
        for (int i = 1; i <= 3; i++) {
            link.call("SET", "session:user:{" + i + "}", "{\"user\":" + i + "}", "EX", "5000");
            link.call("HSET", "profile:" + i, "name", "n" + i);
            link.call("XADD", "log:" + i, "1-1", "f", "v");
        }
        try (RedisFiller filler = RedisFiller.open(database, 3, RedisData.NONE)) {
            FillReport report = filler.fill(60, RESERVED);
            assertThat(report.unfilled()).isEmpty();
            assertThat(report.inserted()).containsEntry("profile:{id}", 57).containsEntry("log:{id}", 57);
            assertThat(size()).isEqualTo(180);
            assertThat(filler.write(List.of("profile:{id}", "log:{id}", "session:user:{{id}}"), 5, RESERVED)
                            .inserted())
                    .hasSize(3);
            assertThat(size()).isEqualTo(195);
        }
        assertThat(link.nodes())
                .allSatisfy(node -> assertThat((Long) node.call("DBSIZE")).isGreaterThan(20));
    }

    @Test
    void fixtures_and_generated_kinds_are_loaded_once() throws IOException {
        Path records = Files.writeString(
                folder.resolve("a.json"),
                "[{\"key\":\"a\",\"value\":\"1\"},{\"key\":\"b\",\"type\":\"set\",\"value\":[\"x\"]}]");
        Path commands = Files.writeString(
                folder.resolve("b.redis"), "SET c 1\nMULTI\nSET d 2\nEXEC\nXGROUP CREATE e g 0 MKSTREAM\n");
        KeySpec kind = new KeySpec("gen:{id}", "string", 8, Duration.ZERO, Duration.ZERO, 1);
        RedisData data = new RedisData(List.of(records, commands), List.of(kind));
        for (int time = 1; time <= 2; time++) {
            try (RedisFiller filler = RedisFiller.open(database, 3, data)) {
                filler.fill(40, RESERVED);
                assertThat(size()).isEqualTo(5 + 40 + 1);
            }
        }
    }

    @Test
    void a_command_of_a_fixture_over_two_slots_is_told_with_its_line() throws IOException {
        Path commands = Files.writeString(folder.resolve("b.redis"), "SET c 1\nMSET a 1 b 2\n");
        try (RedisFiller filler = RedisFiller.open(database, 3, new RedisData(List.of(commands), List.of()))) {
            assertThatThrownBy(() -> filler.fill(40, RESERVED))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("b.redis:2")
                    .hasMessageContaining("in one slot");
        }
    }

    private long size() {
        long size = 0;
        for (RedisConnection node : link.nodes()) {
            size += (Long) node.call("DBSIZE");
        }
        return size;
    }
}
