package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.redis.RedisData;
import dev.stairway.data.redis.RedisFiller;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisCluster;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Severity;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

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
    @RedisReleases
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
        assertThat(renamed(cluster)).isEqualTo(renamed(single)).isPositive();
        assertThat(cluster.database().key()).isEqualTo("redis-cluster-" + release + "-embedded");
    }

    @ParameterizedTest
    @RedisReleases
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

    @ParameterizedTest
    @RedisReleases
    void a_script_that_leaves_its_slot_gets_a_finding_of_its_own(String release) throws IOException {
        String move = "-- stairway: keys %1$s*\n" + MOVE.replace("({%%d+})", "(%%d+)");
        write("V1__tools.up.lua", move.formatted("cache:tool:", "cache:v2:tool:"));
        write("V1__tools.down.lua", move.formatted("cache:v2:tool:", "cache:tool:"));
        write("V2__sessions.up.lua", UP);
        write("V2__sessions.down.lua", DOWN);

        CellReport report = walk(TestServers.redisCluster(release), "redis-cluster");

        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().severity() == Severity.ERROR)
                .extracting(Finding::rule)
                .containsExactly(Rule.KEYS_IN_SEVERAL_SLOTS);
        assertThat(Walks.evidence(report, Rule.KEYS_IN_SEVERAL_SLOTS))
                .anyMatch(line -> line.startsWith("redis/V1__tools.up.lua:5: one call touches keys of 2 slots"))
                .anyMatch(line -> line.matches("cache:tool:\\d+ is in slot \\d+"))
                .anyMatch(line -> line.matches("cache:v2:tool:\\d+ is in slot \\d+"))
                .anyMatch(line -> line.equals("The line is: redis.call('RENAMENX', key, 'cache:v2:tool:' .. id)"))
                .anyMatch(line -> line.matches(".*cache:tool:\\{\\d+} and cache:v2:tool:\\{\\d+}.*"))
                .noneMatch(line -> line.contains("non local key") || line.contains("user_script"));
        assertThat(verdicts(report)).containsExactly(Verdict.MIGRATION_FAILS, Verdict.REVERSIBLE);
    }

    @Test
    void a_rollback_that_leaves_its_slot_gets_it_too() throws IOException {
        write("V1__sessions.up.lua", UP);
        write(
                "V1__sessions.down.lua",
                DOWN.replace("'session:user:' .. id", "'session:user:' .. string.sub(id, 2, -2)"));

        CellReport report = walk(TestServers.redisCluster("7.0"), "redis-cluster");

        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.KEYS_IN_SEVERAL_SLOTS);
            assertThat(finding.title())
                    .isEqualTo("A call of its rollback touches keys of several slots of the cluster");
            assertThat(finding.evidence().get(0)).startsWith("redis/V1__sessions.down.lua:");
        });
        assertThat(report.findings()).extracting(Finding::rule).doesNotContain(Rule.ROLLBACK_FAILS);
        assertThat(verdicts(report)).containsExactly(Verdict.ROLLBACK_FAILS);
    }

    @Test
    void a_node_that_dies_during_the_walk_is_named() throws IOException {
        write("V1__sessions.up.lua", UP);
        write("V1__sessions.down.lua", DOWN);
        write("V2__flags.up.redis", "HSET flags cache on\n");
        write("V2__flags.down.redis", "DEL flags\n");
        try (RedisCluster cluster = RedisCluster.start("7.0", folder.resolve("work"))) {
            CellReport report = walk(cluster.asServer(), "redis-cluster", after(() -> cluster.kill(2)));

            assertThat(report.notRun())
                    .contains("redis://127.0.0.1:" + cluster.endpoints().get(2).port())
                    .containsAnyOf("cannot be reached", "was lost", "has ended");
            assertThat(verdicts(report)).containsExactly(Verdict.REVERSIBLE);
            assertThat(report.findings()).extracting(Finding::rule).containsExactly(Rule.CELL_NOT_RUN);
        }
    }

    @Test
    void a_slot_that_moves_during_the_walk_is_told_as_that() throws IOException {
        write("V1__sessions.up.lua", UP);
        write("V1__sessions.down.lua", DOWN);
        write("V2__flags.up.redis", "HSET flags cache on\n");
        write("V2__flags.down.redis", "DEL flags\n");
        try (RedisCluster cluster = RedisCluster.start("7.0", folder.resolve("work"))) {
            CellReport report = walk(cluster.asServer(), "redis-cluster", after(() -> cluster.moveSlotOf("flags")));

            assertThat(report.findings())
                    .filteredOn(finding -> finding.rule().severity() == Severity.ERROR)
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(String.join(" ", finding.evidence()))
                            .containsAnyOf("is moving this slot", "stay on its server"));
        }
    }

    @ParameterizedTest
    @RedisReleases
    void clients_of_both_releases_find_their_keys_on_a_cluster(String release) throws IOException {
        write("V1__sessions.up.lua", UP);
        write("V1__sessions.down.lua", DOWN);

        CellReport report = walk(TestServers.redisCluster(release), "redis-cluster", Progress.SILENT, 2);

        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(List.of(
                        report.steps().get(0).live().up(),
                        report.steps().get(0).live().down()))
                .allSatisfy(way -> {
                    assertThat(way.notPlayed()).isEmpty();
                    assertThat(way.acknowledged()).isPositive();
                    assertThat(way.migrated()).isPositive();
                    assertThat(way.lost()).isZero();
                });
    }

    @Test
    void what_a_client_had_confirmed_and_a_script_overwrites_is_told_on_a_cluster() throws IOException {
        write("V1__sessions.up.lua", UP.replace("RENAMENX", "RENAME"));
        write("V1__sessions.down.lua", DOWN);

        CellReport report = walk(TestServers.redisCluster("7.0"), "redis-cluster", Progress.SILENT, 2);

        assertThat(report.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.rule().id()).startsWith("live-"));
    }

    /** Happens after the first step. */
    private static Progress after(Runnable event) {
        return new Progress() {
            private boolean happened;

            @Override
            public void stepped(Cell cell, int total) {
                if (!happened) {
                    happened = true;
                    event.run();
                }
            }
        };
    }

    private static List<Verdict> verdicts(CellReport report) {
        return report.steps().stream().map(StepReport::verdict).toList();
    }

    /** By the servers' own books. */
    private static long renamed(CellReport report) {
        return report.steps().get(0).up().work().load().commands().getOrDefault("RENAMENX", 0L);
    }

    private static List<Long> rows(CellReport report) {
        return report.steps().stream().map(StepReport::rowsBefore).toList();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("redis")).resolve(file), text);
    }

    private CellReport walk(DatabaseServer server, String product) throws IOException {
        return walk(server, product, Progress.SILENT);
    }

    private CellReport walk(DatabaseServer server, String product, Progress progress) throws IOException {
        return walk(server, product, progress, 0);
    }

    private CellReport walk(DatabaseServer server, String product, Progress progress, int clients) throws IOException {
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
        WalkOptions options = new WalkOptions(
                1,
                List.of(),
                List.of(),
                0,
                true,
                0,
                WalkOptions.Rows.GENERATED,
                new WalkOptions.Checks(clients, false, TimeLimits.NONE, StateRules.NONE, false));
        return new Stairway(cell, server, tools, options, progress).walk();
    }
}
