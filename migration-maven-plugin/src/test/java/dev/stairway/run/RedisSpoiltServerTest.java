package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.redis.RedisData;
import dev.stairway.data.redis.RedisFiller;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.redis.AttentiveRedis;
import dev.stairway.database.redis.RedisReleases;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.engine.redis.RedisLimits;
import dev.stairway.finding.Rule;
import dev.stairway.finding.Verdict;
import dev.stairway.fingerprint.Fingerprinters;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** A migration that makes its server useless is a finding; the walk goes on with the next one on a server that works. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ParameterizedClass
@RedisReleases
class RedisSpoiltServerTest {

    private static final RedisLimits LIMITS = new RedisLimits(
            Duration.ofMillis(5), Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(5));

    /** Later than the limit of a script: the first kill is not listened to. */
    private static final int LISTENS_MILLIS = 800;

    @Parameter
    String release;

    @TempDir
    Path root;

    @Test
    void a_script_that_never_ends() {
        CellReport report = walk("while true do end", "return 1");

        failed(report, "did not end within 500 ms", "It was stopped and had not written anything");
    }

    @Test
    void a_script_that_has_written_and_never_ends() {
        CellReport report = walk("redis.call('SET', 'a', 1) while true do end", "return 1");

        failed(report, "did not end within 500 ms", "only SHUTDOWN NOSAVE ends it");
    }

    @Test
    void a_rollback_that_has_written_and_never_ends() {
        CellReport report = walk("redis.call('SET', 'a', 1)", "redis.call('DEL', 'a') while true do end");

        assertThat(report.notRun()).isEmpty();
        assertThat(report.steps())
                .extracting(StepReport::verdict)
                .containsExactly(Verdict.ROLLBACK_FAILS, Verdict.REVERSIBLE);
        assertThat(evidence(report, Rule.ROLLBACK_FAILS)).contains("only SHUTDOWN NOSAVE ends it");
    }

    @Test
    void a_rollback_that_never_ends_on_the_second_time() {
        CellReport report = walk(
                "-- stairway: keys key:*\nfor _, k in ipairs(KEYS) do redis.call('SET', k, 'new') end",
                "-- stairway: keys key:*\nfor _, k in ipairs(KEYS) do\n"
                        + "if redis.call('GET', k) == 'old' then redis.call('SET', 'a', 1) while true do end end\n"
                        + "redis.call('SET', k, 'old') end");

        assertThat(report.notRun()).isEmpty();
        assertThat(report.steps())
                .extracting(StepReport::verdict)
                .containsExactly(Verdict.NOT_IDEMPOTENT, Verdict.REVERSIBLE);
        assertThat(evidence(report, Rule.REPEAT_CHANGES_STATE)).contains("only SHUTDOWN NOSAVE ends it");
    }

    @Test
    void a_script_that_ends_just_in_time_is_none() {
        CellReport report = walk(
                "local t = redis.call('TIME') local e = t[1] * 1000 + t[2] / 1000 + 200\n"
                        + "repeat t = redis.call('TIME') until t[1] * 1000 + t[2] / 1000 > e\nreturn 1",
                "return 1");

        assertThat(report.findings()).isEmpty();
        assertThat(report.notRun()).isEmpty();
    }

    private static void failed(CellReport report, String... texts) {
        assertThat(report.notRun()).isEmpty();
        assertThat(report.steps())
                .extracting(StepReport::verdict)
                .containsExactly(Verdict.MIGRATION_FAILS, Verdict.REVERSIBLE);
        assertThat(evidence(report, Rule.MIGRATION_FAILS)).contains(texts);
    }

    private static String evidence(CellReport report, Rule rule) {
        return report.findings().stream()
                .filter(finding -> finding.rule() == rule)
                .map(finding -> String.join("\n", finding.evidence()))
                .findFirst()
                .orElse("no such finding: " + report.findings());
    }

    /** The scripts of the first of two migrations. */
    private CellReport walk(String up, String down) {
        try {
            Path scripts = Files.createDirectories(root.resolve("redis"));
            Files.writeString(scripts.resolve("V1__bad.up.lua"), up);
            Files.writeString(scripts.resolve("V1__bad.down.lua"), down);
            Files.writeString(scripts.resolve("V2__good.up.redis"), "SET b 1\n");
            Files.writeString(scripts.resolve("V2__good.down.redis"), "DEL b\n");
            Path keys = Files.writeString(root.resolve("keys.redis"), "SET key:1 old\nSET key:2 old\n");
            return walk(keys);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private CellReport walk(Path keys) {
        ChangelogSource source =
                new ChangelogSource("redis", List.of(root), getClass().getClassLoader(), Map.of(), "", "");
        Cell cell = new Cell(
                "changelog", "redis", source, new DatabaseRequest("redis", release), new Scenario("sample", 2, 0));
        Toolbox tools = new Toolbox(
                new RedisEngine(LIMITS),
                Fingerprinters::open,
                RedisFiller.factory(new RedisData(List.of(keys), List.of())));
        WalkOptions options = new WalkOptions(1, List.of(), List.of(), 0, true, 0);
        try (DatabaseServer server = AttentiveRedis.start(release, root.resolve("server"), LISTENS_MILLIS)) {
            return new Stairway(cell, server, tools, options, Progress.SILENT).walk();
        }
    }
}
