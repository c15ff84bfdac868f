package dev.stairway.measure.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisLink;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients of servers that end, and of several servers. */
class EndedServerTest {

    @Test
    void clientsOfPostgresEndWithTheirServerAndSayWhatTheyMet() throws SQLException {
        DatabaseServer server = TestServers.provider().start("postgresql", "18");
        JdbcDatabase database = (JdbcDatabase) server.fresh("ended");
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("CREATE TABLE item AS SELECT 1 AS id");
        }
        Traffic traffic = Traffic.on(database, TrafficOptions.defaults().withSlowReader(Duration.ofSeconds(60)))
                .orElseThrow();
        traffic.start(List.of("item"));
        traffic.stepBegins();

        server.close();

        long start = System.nanoTime();
        while (System.nanoTime() - start < 200_000_000) {
            Thread.onSpinWait();
        }
        assertThat(traffic.stop())
                .hasSize(2)
                .allSatisfy(client -> assertThat(client.errors()).isEqualTo(1));
        assertNoThread();
    }

    @Test
    void clientsOfEveryServerOfAClusterWork() {
        try (RedisDatabase database =
                        (RedisDatabase) TestServers.redisCluster("7.0").fresh("traffic");
                RedisLink redis = database.link()) {
            for (int i = 0; i < 50; i++) {
                redis.call("SET", "session:" + i, "v");
            }
            Traffic traffic = Traffic.on(database, TrafficOptions.defaults()).orElseThrow();
            traffic.start(List.of("session:{id}"));
            traffic.stepBegins();
            long start = System.nanoTime();
            while (System.nanoTime() - start < 200_000_000) {
                redis.call("GET", "session:1");
            }

            assertThat(traffic.stop()).hasSize(3).allSatisfy(client -> {
                assertThat(client.firstError()).isEmpty();
                assertThat(client.calls()).isPositive();
            });
            assertNoThread();
        }
    }

    @Test
    void aProductWithoutClientsHasNone() {
        try (JdbcDatabase h2 = (JdbcDatabase) TestServers.h2().fresh("traffic")) {
            assertThat(Traffic.on(h2, TrafficOptions.defaults())).isEmpty();
        }
    }

    private static void assertNoThread() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("traffic-"));
    }
}
