package dev.stairway.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Hosts;
import dev.stairway.database.mariadb.NamedMariaDb;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.database.provider.ExternalProvider;
import dev.stairway.database.redis.RedisDatabase;
import dev.stairway.database.redis.RedisTarget;
import dev.stairway.problem.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Named servers that cannot be reached, or not any more: told in time, with host and port, without any secret. */
class UnreachableServerTest {

    /** Of users to whom nobody answers. */
    private static final String CANARY = "canary-line-6b1f03";

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    static Path work;

    private static NamedPostgres postgres;
    private static NamedMariaDb mariadb;
    private static DatabaseServer redisServer;
    private static RedisDatabase redis;

    /** Servers of three protocols, each reached in its own way. */
    enum Server {
        POSTGRESQL,
        MARIADB,
        REDIS;

        Relay relay() {
            return switch (this) {
                case POSTGRESQL -> Relay.to("127.0.0.1", postgres.port());
                case MARIADB -> Relay.to("127.0.0.1", mariadb.port());
                case REDIS -> Relay.to(redis.endpoint().host(), redis.endpoint().port());
            };
        }

        /** Requests at which the line falls silent: at the first word, in the log-in, while looking around. */
        List<Integer> moments() {
            return switch (this) {
                case POSTGRESQL -> List.of(1, 3, 8);
                case MARIADB -> List.of(0, 1, 8);
                case REDIS -> List.of(1, 3);
            };
        }

        private String password() {
            return switch (this) {
                case POSTGRESQL -> NamedPostgres.PASSWORD;
                case MARIADB -> NamedMariaDb.PASSWORD;
                case REDIS -> redis.endpoint().password();
            };
        }

        void open(int port, String password, boolean tls) {
            String at = "127.0.0.1:" + port;
            DatabaseServer server = switch (this) {
                case POSTGRESQL ->
                    named("jdbc:postgresql://" + at + "/tests" + (tls ? "?sslmode=require" : ""), null, password)
                            .start("postgresql", "");
                case MARIADB ->
                    named("jdbc:mariadb://" + at + "/named_tests" + (tls ? "?sslMode=trust" : ""), null, password)
                            .start("mariadb", "");
                case REDIS ->
                    named(
                                    null,
                                    RedisTarget.of(
                                            (tls ? "rediss://" : "redis://")
                                                    + redis.endpoint().user() + "@" + at + "/0",
                                            at + "/0",
                                            password),
                                    password)
                            .start("redis", "");
            };
            server.close();
        }

        private static ExternalProvider named(String url, RedisTarget redis, String password) {
            List<ExternalTarget> targets = url == null
                    ? List.of()
                    : List.of(new ExternalTarget(
                            url, "walker", password, "named-tests-1f9c", Hosts.NONE, Long.MAX_VALUE));
            return new ExternalProvider(targets, redis, mariadb.drivers());
        }
    }

    @BeforeAll
    static void start() {
        postgres = NamedPostgres.start(17, work.resolve("postgres"));
        postgres.marked("tests");
        mariadb = NamedMariaDb.start(work.resolve("mariadb"));
        mariadb.sql("CREATE DATABASE named_tests");
        redisServer = TestServers.redis("7.0");
        redis = (RedisDatabase) redisServer.fresh("line");
    }

    @AfterAll
    static void stop() {
        redis.close();
        redisServer.close();
        mariadb.close();
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    void whereNobodyListens(Server server) {
        Relay relay = server.relay();
        relay.close();
        tells(server, relay.port(), CANARY, false);
    }

    @ParameterizedTest
    @EnumSource
    void thatHangUpAtOnce(Server server) {
        try (Relay relay = server.relay()) {
            relay.put(Line.requestLost(1));
            if (server == Server.MARIADB) {
                // Its server speaks first.
                relay.put(Line.cutAfter(0));
            }
            tells(server, relay.port(), CANARY, false);
        }
    }

    @ParameterizedTest
    @EnumSource
    void thatHangUpInTheMiddleOfAnAnswer(Server server) {
        try (Relay relay = server.relay()) {
            relay.put(Line.cutAfter(3));
            tells(server, relay.port(), CANARY, false);
        }
    }

    private static void withoutTls(Server server) {
        try (Relay relay = server.relay()) {
            tells(server, relay.port(), CANARY, true);
        }
    }

    /** From the first word on, in the log-in, or later. Side by side, as each waits for as long as is allowed. */
    @Test
    void thatFallSilentOrDoNotSpeakTls() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Server server : Server.values()) {
                all.add(threads.submit(() -> withoutTls(server)));
                server.moments().forEach(request -> all.add(threads.submit(() -> silent(server, request))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void silent(Server server, int request) {
        try (Relay relay = server.relay()) {
            relay.put(Line.silent(request));
            tells(server, relay.port(), server.password(), false);
        }
    }

    /** Near miss: the same line without a fault leads to the server, which says itself what it does not like. */
    @ParameterizedTest
    @EnumSource
    void aLineWithoutFaultLeadsToTheServer(Server server) {
        try (Relay relay = server.relay()) {
            String told = tells(server, relay.port(), CANARY, false);
            assertThat(told).containsAnyOf("password authentication failed", "Access denied", "WRONGPASS");
        }
    }

    private static String tells(Server server, int port, String password, boolean tls) {
        long start = System.nanoTime();
        Throwable thrown = catchThrowable(() -> server.open(port, password, tls));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        StringWriter all = new StringWriter();
        assertThat(thrown).as(server.name()).isInstanceOf(ProblemException.class);
        thrown.printStackTrace(new PrintWriter(all, true));
        assertThat(((ProblemException) thrown).problem().text())
                .as(server.name())
                .contains("127.0.0.1:" + port);
        assertThat(((ProblemException) thrown).problem().next()).isNotBlank();
        assertThat(all.toString()).doesNotContain(CANARY, server.password());
        assertThat(took).as(server.name()).isLessThan(LIMIT);
        return all.toString();
    }
}
