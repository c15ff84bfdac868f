package dev.stairway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.crash.CrashReport.Kill;
import dev.stairway.crash.CrashReport.Outcome;
import dev.stairway.database.DatabaseServer;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.engine.redis.RedisLimits;
import dev.stairway.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that is killed in the middle of a script that goes through keys in batches, and at its end. */
class RedisCrashTest {

    /** The next run waits for as long as the lock of a dead one lasts. */
    private static final RedisLimits SHORT_LEASE = new RedisLimits(
            Duration.ofMillis(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(1));

    @TempDir
    private Path directory;

    @Test
    void whatAScriptHasChangedOutlivesTheServer() throws IOException {
        CrashReport report = killed("redis.call('SET', k, 'new')");

        assertThat(report.notDrilled()).isEmpty();
        assertThat(report.findings()).as(Crashes.told(report)).isEmpty();
        assertThat(report.kills())
                .extracting(Kill::outcome)
                .startsWith(Outcome.BEFORE)
                .endsWith(Outcome.AFTER)
                .contains(Outcome.RESUMABLE);
    }

    @Test
    void whatMayNotBeHandedOverTwiceIsDamaged() throws IOException {
        CrashReport report = killed("redis.call('APPEND', k, '!')");

        assertThat(Crashes.rules(report)).as(Crashes.told(report)).containsExactly(Rule.CRASH_HIDDEN_DAMAGE);
    }

    private CrashReport killed(String change) throws IOException {
        Files.writeString(
                directory.resolve("V1__keys.up.lua"), "for i = 1, 8 do redis.call('SET', 'k:' .. i, 'old') end\n");
        Files.writeString(
                directory.resolve("V2__change.up.lua"),
                "-- stairway: keys k:*\nfor _, k in ipairs(KEYS) do " + change + " end\n");
        try (DatabaseServer server = Crashes.server("redis", "7.0");
                RedisEngine engine = new RedisEngine(SHORT_LEASE)) {
            return new Crashes(directory, server, engine)
                    .with(new CrashOptions(1, List.of(), List.of(), 7, 20, 0, false))
                    .of(".");
        }
    }
}
