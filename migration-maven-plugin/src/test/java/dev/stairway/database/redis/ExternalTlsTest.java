package dev.stairway.database.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.process.LoopbackPort;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.engine.EngineRun;
import dev.stairway.engine.redis.RedisEngine;
import dev.stairway.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

class ExternalTlsTest {

    @TempDir
    Path root;

    private static RedisTarget target(String scheme, int port) {
        String place = "127.0.0.1:" + port + "/3";
        return RedisTarget.of(scheme + "://walker@" + place, place, NamedRedis.PASSWORD);
    }

    @ParameterizedTest
    @RedisReleases
    void bothClientsSpeakTls(String release) throws Exception {
        TestCertificate certificate = TestCertificate.of("ip:127.0.0.1", root);
        int port = LoopbackPort.free();
        Path scripts = Files.createDirectories(root.resolve("redis"));
        Files.writeString(scripts.resolve("V1__one.up.redis"), "SET one 1\n");
        Files.writeString(scripts.resolve("V1__one.down.redis"), "DEL one\n");
        ChangelogSource changelog =
                new ChangelogSource("redis", List.of(root), getClass().getClassLoader(), Map.of(), "", "");
        try (NamedRedis redis = NamedRedis.start(release, root.resolve("server"), certificate.settings(port));
                TestCertificate.Trust trust = certificate.trusted();
                ExternalRedisServer server = ExternalRedisServer.open(target("rediss", port));
                RedisDatabase database = server.fresh("a");
                EngineRun engine = new RedisEngine().open(changelog, database)) {
            assertThat(trust).isNotNull();
            assertThat(server.driverVersion()).contains("rediss://127.0.0.1:" + port + "/3");
            try (RedisSession session = database.newSession()) {
                engine.up(engine.migrations().get(0), session);
            }
            try (RedisConnection other = redis.other(3)) {
                assertThat(other.call("EXISTS", "one")).isEqualTo(1L);
            }
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() throws Exception {
        TestCertificate certificate = TestCertificate.of("ip:127.0.0.1", root);
        int port = LoopbackPort.free();
        try (NamedRedis redis = NamedRedis.start("7.0", root.resolve("server"), certificate.settings(port))) {
            assertThatThrownBy(() -> ExternalRedisServer.open(target("rediss", port)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContainingAll("cannot be reached", "javax.net.ssl.trustStore");
            assertThat(redis.keys(3)).isZero();
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        TestCertificate certificate = TestCertificate.of("dns:elsewhere.example", root);
        int port = LoopbackPort.free();
        try (NamedRedis redis = NamedRedis.start("7.0", root.resolve("server"), certificate.settings(port));
                TestCertificate.Trust trust = certificate.trusted()) {
            assertThat(trust).isNotNull();
            assertThatThrownBy(() -> ExternalRedisServer.open(target("rediss", port)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContainingAll("cannot be reached", "127.0.0.1");
            assertThat(redis.keys(3)).isZero();
        }
    }
}
