package dev.stairway.measure.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.TestServers;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisLink;
import dev.stairway.database.redis.RedisReleases;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** Clients beside commands of Redis. A client calls every 20 ms and counts from when it was due. */
@ParameterizedClass
@RedisReleases
class RedisTrafficTest {

    private static final double INTERVAL = 20;

    /** Runs until the clock of the server has gone on by so many microseconds. */
    private static final String BUSY = "redis.replicate_commands() local function now() local t = redis.call('TIME')"
            + " return t[1] * 1000000 + t[2] end local till = now() + ARGV[1] while now() < till do end return 1";

    @Parameter
    String release;

    private RedisDatabase database;
    private RedisLink redis;
    private Traffic traffic;

    @BeforeEach
    void connect() {
        database = (RedisDatabase) TestServers.redis(release).fresh("traffic");
        redis = database.link();
        for (int i = 0; i < 100; i++) {
            redis.call("SET", "session:" + i, "v");
            redis.call("HSET", "cart:[x]:" + i, "f", "v");
        }
        traffic = Traffic.on(database, TrafficOptions.defaults()).orElseThrow();
    }

    @AfterEach
    void close() {
        traffic.stop();
        redis.close();
        database.close();
    }

    @Test
    void aScriptKeepsEveryClientWaiting() {
        traffic.start(List.of("session:{id}", "cart:[x]:{id}", "none:{id}"));
        traffic.stepBegins();

        redis.call("EVAL", BUSY, "0", "300000");

        List<TableTraffic> met = traffic.stop();
        assertThat(met.stream().map(client -> client.kind() + " " + client.table()))
                .containsExactly("READ session:{id}", "READ cart:[x]:{id}", "READ the server", "WRITE the server");
        assertThat(met).allSatisfy(client -> {
            assertThat(client.longestMillis()).isGreaterThanOrEqualTo(300 - INTERVAL);
            assertThat(client.firstError()).isEmpty();
            assertThat(client.idleP99Millis()).isPositive();
        });
    }

    @Test
    void manyShortCommandsKeepNobodyWaitingForLong() {
        traffic.start(List.of("session:{id}"));
        traffic.stepBegins();

        long start = System.nanoTime();
        while (System.nanoTime() - start < 300_000_000) {
            redis.call("GET", "session:1");
        }

        assertThat(traffic.stop()).hasSize(3).allSatisfy(client -> {
            assertThat(client.calls()).isPositive();
            assertThat(client.longestMillis()).isLessThan(150);
        });
    }

    @Test
    void keysThatChangeTheirTypeAreErrorsOfThoseWhoReadThem() {
        traffic.start(List.of("session:{id}"));
        traffic.stepBegins();

        for (int i = 0; i < 100; i++) {
            redis.call("DEL", "session:" + i);
            redis.call("SADD", "session:" + i, "v");
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < 100_000_000) {
            redis.call("PING");
        }

        List<TableTraffic> met = traffic.stop();
        assertThat(met.get(0).errors()).isPositive();
        assertThat(met.get(0).firstError()).isEqualTo("WRONGTYPE");
        assertThat(met.get(1).errors()).isZero();
    }

    @Test
    void nothingIsLeftOfTheClients() {
        traffic.start(List.of());
        traffic.stepBegins();

        assertThat(traffic.stop()).hasSize(2);

        assertThat(redis.call("DBSIZE")).isEqualTo(200L);
    }

    @Test
    void aClientThatIsEndedByTheServerConnectsAnew() {
        traffic.start(List.of("session:{id}"));
        traffic.stepBegins();

        redis.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        long start = System.nanoTime();
        while (System.nanoTime() - start < 200_000_000) {
            redis.call("PING");
        }

        assertThat(traffic.stop()).hasSize(3).allSatisfy(client -> {
            assertThat(client.errors()).isEqualTo(1);
            assertThat(client.firstError()).isEqualTo("The connection to Redis was lost");
            assertThat(client.calls()).isGreaterThan(2);
        });
    }
}
