package dev.stairway.measure.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stairway.database.Database;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.database.generic.GenericServer;
import dev.stairway.database.generic.Target;
import dev.stairway.database.redis.RedisConnection;
import dev.stairway.database.redis.RedisDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class HostMeterTest {

    private static final long MEBIBYTE = 1 << 20;

    private static final String WORK = "SELECT sum(i % 7) FROM generate_series(1, 2000000) i";
    private static final String WAIT = "SELECT pg_sleep(0.1)";
    private static final String HOLD =
            "DO $$ DECLARE t text := repeat('x', %d); BEGIN PERFORM pg_sleep(0.3), length(t); END $$";

    private static boolean linux() {
        return Files.isReadable(Path.of("/proc/self/stat"));
    }

    private static HostUse measured(DatabaseServer server, String sql) throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) server.fresh("host");
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            HostMeter meter = HostMeter.of(server, database);
            meter.start();
            statement.execute(sql);
            return meter.stop();
        }
    }

    @Test
    void a_statement_that_works_takes_cpu_of_the_server_and_one_that_waits_does_not() throws SQLException {
        DatabaseServer server = TestServers.postgres(18);
        HostUse work = measured(server, WORK);
        HostUse wait = measured(server, WAIT);
        assertThat(work.serverCpuMillis()).isGreaterThan(50);
        assertThat(wait.serverCpuMillis()).isBetween(0.0, work.serverCpuMillis() / 3);
        assertThat(work.engineCpuMillis()).isBetween(0.0, work.serverCpuMillis());
        assertThat(work.enginePeakBytes()).isPositive();
    }

    @Test
    void memory_that_the_server_held_meanwhile_is_seen() throws SQLException {
        assumeTrue(linux(), "the memory of other processes is read from /proc");
        DatabaseServer server = TestServers.postgres(18);
        long little = measured(server, HOLD.formatted(MEBIBYTE)).serverPeakBytes();
        long much = measured(server, HOLD.formatted(60 * MEBIBYTE)).serverPeakBytes();
        assertThat(much - little).isBetween(50 * MEBIBYTE, 300 * MEBIBYTE);
    }

    @Test
    void a_redis_database_has_a_process_of_its_own() {
        assumeTrue(linux(), "the memory of other processes is read from /proc");
        DatabaseServer server = TestServers.redis("7.0");
        try (RedisDatabase database = (RedisDatabase) server.fresh("host");
                RedisConnection connection = database.connect()) {
            HostMeter meter = HostMeter.of(server, database);
            meter.start();
            connection.call("EVAL", "for i = 1, 1000000 do redis.call('PING') end", "0");
            connection.call("SETRANGE", "big", Long.toString(100 * MEBIBYTE), "x");
            HostUse use = meter.stop();
            assertThat(use.serverCpuMillis()).isGreaterThan(20);
            assertThat(use.serverPeakBytes()).isBetween(100 * MEBIBYTE, 300 * MEBIBYTE);
        }
    }

    @Test
    void a_library_takes_its_cpu_and_memory_from_this_process() throws SQLException {
        HostUse use = measured(
                TestServers.sqlite(),
                "WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 1000000) SELECT sum(i) FROM s");
        assertThat(use.engineCpuMillis()).isGreaterThan(20);
        assertThat(use.serverCpuMillis()).isGreaterThanOrEqualTo(use.engineCpuMillis() * 0.9);
    }

    @Test
    void of_a_server_out_of_sight_nothing_is_said_and_of_the_engine_all() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "sa");
        Target target = new Target(TestServers.h2Driver(), "jdbc:h2:mem:hidden;DB_CLOSE_DELAY=-1", login);
        HostUse use = measured(GenericServer.open(target, "external"), "SELECT 1");
        assertThat(use.serverCpuMillis()).isNull();
        assertThat(use.serverPeakBytes()).isNull();
        assertThat(use.engineCpuMillis()).isNotNull();
        assertThat(use.enginePeakBytes()).isPositive();
    }

    @Test
    void no_thread_is_left() throws SQLException {
        measured(TestServers.sqlite(), "SELECT 1");
        assertThat(samplers()).isEmpty();
        try (Database database = TestServers.sqlite().fresh("left")) {
            HostMeter meter = HostMeter.of(TestServers.sqlite(), database);
            meter.start();
            assertThat(samplers()).hasSize(1);
            meter.start();
            assertThat(samplers()).hasSize(1);
            meter.stop();
            assertThat(samplers()).isEmpty();
        }
    }

    private static List<Thread> samplers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("stairway-host-meter"))
                .toList();
    }
}
