package dev.stairway.measure.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.Database;
import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The longest command is what everybody waits for. */
class RedisLockTest {

    private static final String BUSY = "local n = 0 for i = 1, 3000000 do n = n + i end return n";

    private static List<StatementTrace> played(String... command) {
        try (Database database = TestServers.redis("7.0").fresh("locks");
                RedisSession session = ((RedisDatabase) database).newSession()) {
            LockTrace trace = LockTrace.on(database).orElseThrow();
            session.begin();
            trace.start(session);
            if (command.length > 0) {
                session.measured(
                        () -> {
                            session.connection().call("SET", "a", "1");
                            return session.connection().call(command);
                        },
                        Map::of);
            }
            session.settle();
            return trace.stop(session);
        }
    }

    @Test
    void aLongScriptKeepsTheServerFromEverybody() {
        assertThat(played("EVAL", BUSY, "0")).singleElement().satisfies(trace -> {
            assertThat(trace.sql()).startsWith("EVAL");
            assertThat(PostgresLockTest.locks(trace)).isEqualTo("server longest command [READS, WRITES, DDL]");
            assertThat(trace.locks().get(0).heldMillis()).isBetween(1.0, trace.millis());
        });
    }

    @Test
    void shortCommandsDoNot() {
        assertThat(played("GET", "a"))
                .allSatisfy(
                        trace -> assertThat(trace.locks().get(0).heldMillis()).isLessThan(1));
        assertThat(played()).isEmpty();
    }

    @Test
    void otherProductsLetNobodyLook() {
        try (Database database = TestServers.h2().fresh("locks")) {
            assertThat(LockTrace.on(database)).isEmpty();
        }
    }
}
