package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.redis.RedisData;
import dev.stairway.data.redis.RedisFiller;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster is walked as one server is, and with the same verdicts. */
class ClusterWalkTest {

    /** Old and new name have the hash tag in common. */
    private static final String MOVE = """
            for _, key in ipairs(KEYS) do
              local id = string.match(key, '^%1$s({%%d+})$')
              if id and redis.call('EXISTS', key) == 1 then
                redis.call('RENAMENX', key, '%2$s' .. id)
              end
            end
            """;

    private static final String UP = "-- stairway: keys session:user:*\n"
            + "-- stairway: map session:user:{{{id}}} -> session:v2:user:{{{id}}}\n"
            + MOVE.formatted("session:user:", "session:v2:user:");
    private static final String DOWN =
            "-- stairway: keys session:v2:user:*\n" + MOVE.formatted("session:v2:user:", "session:user:");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"6.2", "7.0"})
    void the_same_changelog_gets_the_same_verdicts_as_on_one_server(String release) throws IOException {
        write("V1__sessions.up.lua", UP);
        write("V1__sessions.down.lua", DOWN);
        write("V2__flags.up.redis", "HSET flags cache on\nSET config:version 2\nSADD index:{a} x\n");
        write("V2__flags.down.redis", "DEL flags\nDEL config:version\nDEL index:{a}\n");

        CellReport single = walk(TestServers.redis(release), "redis");
        CellReport cluster = walk(TestServers.redisCluster(release), "redis-cluster");

        assertThat(cluster.notRun()).isEmpty();
        assertThat(cluster.findings()).isEmpty();
        assertThat(verdicts(cluster))
                .containsExactly(Verdict.REVERSIBLE, Verdict.REVERSIBLE)
                .isEqualTo(verdicts(single));
        assertThat(cluster.descent()).isNotNull();
        assertThat(cluster.schemaDigest()).isEqualTo(single.schemaDigest());
        assertThat(rows(cluster)).isEqualTo(rows(single));
        assertThat(cluster.database().key()).isEqualTo("redis-cluster-" + release + "-embedded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2", "7.0"})
    void a_life_time_that_the_way_back_loses_is_found_on_a_cluster(String release) throws IOException {
        write("V1__sessions.up.lua", UP);
        write(
                "V1__sessions.down.lua",
                DOWN.replace("redis.call('RENAMENX'", "redis.call('PERSIST', key) redis.call('RENAMENX'"));

        CellReport report = walk(TestServers.redisCluster(release), "redis-cluster");

        assertThat(report.findings()).extracting(Finding::rule).containsExactly(Rule.MAPPING_CHANGES_EXPIRY);
        assertThat(Walks.evidence(report, Rule.MAPPING_CHANGES_EXPIRY))
                .anyMatch(line -> line.contains("session:user:{"));
    }

    private static List<Verdict> verdicts(CellReport report) {
        return report.steps().stream().map(StepReport::verdict).toList();
    }

    private static List<Long> rows(CellReport report) {
        return report.steps().stream().map(StepReport::rowsBefore).toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("redis")).resolve(file), text);
    }

    private CellReport walk(DatabaseServer server, String product) throws IOException {
        StringBuilder fixture = new StringBuilder("SET config:mode on\n");
        for (int i = 1; i <= 10; i++) {
            fixture.append("SET session:user:{" + i + "} '{\"user\":" + i + "}' EX " + (5000 + i) + "\n");
            fixture.append("HSET cache:tool:" + i + " name tool" + i + " hits " + i + "\n");
            fixture.append("XADD log:" + i + " 1-" + i + " f v\n");
        }
        Path keys = Files.writeString(folder.resolve("keys.redis"), fixture);
        ChangelogSource source =
                new ChangelogSource("redis", List.of(folder), getClass().getClassLoader(), Map.of(), "", "");
        DatabaseRequest request = new DatabaseRequest(product, server.id().version());
        Cell cell = new Cell("changelog", "redis", source, request, Scenario.of("sample", 30));
        Toolbox tools = new Toolbox(
                new RedisEngine(), Fingerprinters::open, RedisFiller.factory(new RedisData(List.of(keys), List.of())));
        WalkOptions options = new WalkOptions(1, List.of(), List.of(), 0, true, 0);
        return new Stairway(cell, server, tools, options, Progress.SILENT).walk();
    }
}
