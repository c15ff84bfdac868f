package dev.stairway.fingerprint.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.redis.RedisData;
import dev.stairway.data.redis.RedisFiller;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.run.CellReport;
import dev.stairway.run.Progress;
import dev.stairway.run.Stairway;
import dev.stairway.run.Toolbox;
import dev.stairway.run.WalkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** The walk judges keys through the fingerprint as it judges rows, knowing nothing of Redis. */
class WalkedRedisTest {

    private static final String RENAME = """
            -- stairway: keys %1$s*
            for _, key in ipairs(KEYS) do
              local id = string.match(key, '^%1$s(%%d+)$')
              if id and redis.call('EXISTS', key) == 1 then
                redis.call('RENAMENX', key, '%2$s' .. id)
              end
            end
            """;

    private static final String UP = RENAME.formatted("session:user:", "session:v2:user:");
    private static final String DOWN = RENAME.formatted("session:v2:user:", "session:user:");

    @TempDir
    Path folder;

    @ParameterizedTest
    @RedisReleases
    void a_correct_rename_is_reversible_without_a_word(String release) throws IOException {
        CellReport report = walk(release, UP, DOWN);
        assertThat(report.notRun()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(report.steps()).extracting(step -> step.verdict()).containsExactly(Verdict.REVERSIBLE);
    }

    @Test
    void a_lost_life_time_is_told() throws IOException {
        CellReport report = walk("7.0", UP, DOWN.replace("local id", "redis.call('PERSIST', key) local id"));
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .anyMatch(line -> line.contains("session:user:{id}") && line.contains("expiry"))
                        .anyMatch(line -> line.startsWith("session:user:1: expiry was ")));
    }

    @Test
    void an_orphan_of_a_new_format_is_told() throws IOException {
        CellReport report = walk("7.0", UP + "redis.call('SADD', 'session:index', 'x')", DOWN);
        assertThat(report.findings())
                .anySatisfy(finding -> assertThat(finding.evidence()).anyMatch(line -> line.contains("session:index")));
        assertThat(report.steps().get(0).verdict()).isNotEqualTo(Verdict.REVERSIBLE);
    }

    @Test
    void a_lost_key_is_told() throws IOException {
        CellReport report = walk(
                "7.0",
                UP,
                DOWN.replace("local id", "if key == 'session:v2:user:3' then redis.call('DEL', key) end local id"));
        assertThat(report.findings())
                .anySatisfy(
                        finding -> assertThat(finding.evidence()).anyMatch(line -> line.contains("session:user:{id}")));
        assertThat(report.steps().get(0).verdict()).isEqualTo(Verdict.REVERSIBLE_WITH_DATA_LOSS);
    }

    private CellReport walk(String release, String up, String down) throws IOException {
        Path scripts = Files.createDirectory(folder.resolve("redis"));
        Files.writeString(scripts.resolve("V1__rename.up.lua"), up);
        Files.writeString(scripts.resolve("V1__rename.down.lua"), down);
        StringBuilder fixture = new StringBuilder("SET config:mode on\n");
        for (int i = 1; i <= 10; i++) {
            fixture.append("SET session:user:" + i + " '{\"user\":" + i + "}' EX " + (5000 + i) + "\n");
            fixture.append("HSET cache:tool:" + i + " name tool" + i + " hits " + i + "\n");
        }
        Path keys = Files.writeString(folder.resolve("keys.redis"), fixture.toString());
        DatabaseServer server = TestServers.redis(release);
        ChangelogSource source =
                new ChangelogSource("redis", List.of(folder), getClass().getClassLoader(), Map.of(), "", "");
        Cell cell = new Cell(
                "changelog", "redis", source, new DatabaseRequest("redis", release), new Scenario("sample", 20, 0));
        Toolbox tools = new Toolbox(
                new RedisEngine(), Fingerprinters::open, RedisFiller.factory(new RedisData(List.of(keys), List.of())));
        WalkOptions options = new WalkOptions(1, List.of(), List.of(), 0, true, 0);
        return new Stairway(cell, server, tools, options, Progress.SILENT).walk();
    }
}
