package dev.stairway.measure.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisWorkTest {

    private static final int REPETITIONS = 5;
    private static final String RENAME = "for i = 1, %d do redis.call('RENAME', 'old:' .. i, 'new:' .. i) end";

    private static Map<Counter, Long> counted(String release, int renamed) throws SQLException {
        try (RedisDatabase database = (RedisDatabase) TestServers.redis(release).fresh("work");
                RedisSession session = database.newSession()) {
            session.connection().call("EVAL", "for i = 1, 100 do redis.call('SET', 'old:' .. i, i) end", "0");
            WorkMeter meter = WorkMeter.on(database).orElseThrow();
            session.begin();
            meter.start(session);
            session.measured(() -> session.connection().call("EVAL", RENAME.formatted(renamed), "0"), Map::of);
            session.settle();
            return meter.stop(session);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2", "7.0"})
    void commands_inside_a_script_and_every_changed_key_count(String release) throws SQLException {
        assertThat(counted(release, 100))
                .doesNotContainKey(Counter.STATEMENTS)
                .containsEntry(Counter.CALLS, 100L)
                .containsEntry(Counter.DIRTY, 100L)
                .containsKey(Counter.MEMORY_BYTES);
        assertThat(counted(release, 99)).containsEntry(Counter.CALLS, 99L).containsEntry(Counter.DIRTY, 99L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2", "7.0"})
    void the_same_step_counts_the_same_on_every_fresh_database(String release) throws SQLException {
        Set<Map<String, Long>> all = new HashSet<>();
        for (int i = 0; i < REPETITIONS; i++) {
            all.add(CountedStep.gated(counted(release, 50)));
        }
        assertThat(all).hasSize(1);
    }
}
