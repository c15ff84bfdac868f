package dev.stairway.perf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.data.redis.RedisData;
import dev.stairway.data.redis.RedisFiller;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.matrix.Cell;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.measure.work.Counter;
import dev.stairway.perf.PerfReport.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts cost that run on a real Redis. */
class RedisPerfTest {

    private static final String RENAME = """
            -- stairway: keys %1$s*
            for _, key in ipairs(KEYS) do
              local id = string.match(key, '^%1$s(%%d+)$')
              if id and redis.call('EXISTS', key) == 1 then
                redis.call('RENAMENX', key, '%2$s' .. id)
              end
            end
            """;

    @TempDir
    private Path folder;

    @Test
    void theSameCommandsAreCountedInEveryPassAndMoreKeysAskForMoreOfThem() throws Exception {
        List<PerfReport> reports = measure(100, 400);

        assertThat(reports).allSatisfy(report -> {
            assertThat(report.notMeasured()).isEmpty();
            assertThat(report.steps()).singleElement().satisfies(step -> {
                assertThat(calls(step.up()))
                        .hasSize(2)
                        .containsOnly(calls(step.up()).get(0));
                assertThat(step.down().nanos()).hasSize(2);
            });
            assertThat(report.recoveries()).hasSize(1);
        });
        Side few = reports.get(0).steps().get(0).up();
        Side many = reports.get(1).steps().get(0).up();
        assertThat(calls(many).get(0)).isGreaterThan(calls(few).get(0) + 250);
        assertThat(few.statements()).isEmpty();
        assertThat(many.statements()).isNotEmpty();
        assertThat(many.traffic()).extracting("table").contains("the server");
    }

    private static List<Long> calls(Side side) {
        return side.counters().get(Counter.CALLS);
    }

    private List<PerfReport> measure(int... keys) throws Exception {
        Path scripts = Files.createDirectory(folder.resolve("redis"));
        Files.writeString(scripts.resolve("V1__rename.up.lua"), RENAME.formatted("session:user:", "session:v2:user:"));
        Files.writeString(
                scripts.resolve("V1__rename.down.lua"), RENAME.formatted("session:v2:user:", "session:user:"));
        StringBuilder fixture = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            fixture.append("SET session:user:").append(i).append(" 'x'\n");
        }
        Path known = Files.writeString(folder.resolve("keys.redis"), fixture.toString());
        DatabaseServer server = TestServers.redis("7.0");
        DatabaseRequest database = new DatabaseRequest("redis", "7.0");
        ChangelogSource source =
                new ChangelogSource("redis", List.of(folder), getClass().getClassLoader(), Map.of(), "", "");
        List<Cell> cells = Stream.of(keys[0], keys[1])
                .map(size -> new Cell("changelog", "redis", source, database, new Scenario(size + " rows", size, 0)))
                .toList();
        return new PerfRun(
                        Map.of(database, server),
                        cell -> new PerfTools(
                                new RedisEngine(), RedisFiller.factory(new RedisData(List.of(known), List.of()))),
                        new PerfOptions(
                                1,
                                2,
                                0,
                                1,
                                List.of(),
                                PerfLimits.NONE,
                                List.of(),
                                new PerfOptions.Clients(50, 10_000, 0, List.of())),
                        new PerfProgress() {})
                .measure(cells);
    }
}
