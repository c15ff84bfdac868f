package dev.stairway.database.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.stairway.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users are told when a container cannot be had; nothing of it is left behind. */
class ContainerProblemsTest {

    @BeforeAll
    static void engine() {
        Containers.assumed();
    }

    @Test
    void an_image_that_no_registry_has() throws IOException {
        try (EmptyRegistry registry = new EmptyRegistry()) {
            String image = registry.place() + "/team/postgres:17";
            assertThatThrownBy(() -> start("postgresql", "17", Map.of("postgresql:17", image), false))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("There is no container image " + image + ", or it is private")
                    .hasMessageContaining("Check the version in <databases> and the name and tag in <containerImages>");
            assertThat(registry.asked.get()).isPositive();
        }
    }

    @Test
    void a_registry_that_does_not_answer() throws IOException {
        String image;
        try (EmptyRegistry registry = new EmptyRegistry()) {
            image = registry.place() + "/team/postgres:17";
        }
        assertThatThrownBy(() -> start("postgresql", "17", Map.of("postgresql", image), false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The container image " + image + " cannot be fetched")
                .hasMessageContaining("Check that the container engine reaches the registry (docker pull " + image);
    }

    @Test
    void an_image_that_is_not_there_when_maven_works_offline() throws IOException {
        try (EmptyRegistry registry = new EmptyRegistry()) {
            String image = registry.place() + "/team/redis:7";
            assertThatThrownBy(() -> start("redis", "7", Map.of("redis", image), true))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("The container image " + image + " is not there, and Maven works offline")
                    .hasMessageContaining("Run once without -o, or fetch it by hand: docker pull " + image);
            assertThat(registry.asked).hasValue(0);
        }
    }

    @Test
    void an_image_that_is_there_is_enough_when_maven_works_offline() {
        new ContainerProvider(new ContainerOptions(Map.of(), true, true))
                .start("redis", "7")
                .close();
        assertThat(Containers.left()).isEmpty();
    }

    @Test
    void an_image_of_another_version() {
        assertThatThrownBy(() -> start("redis", "6.2", Map.of("redis:6.2", "redis:7"), false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The container image redis:7 holds redis 7.")
                .hasMessageContaining("instead of redis 6.2");
        assertThat(Containers.left()).isEmpty();
    }

    @Test
    void an_image_of_something_else() {
        assertThatThrownBy(() -> start("redis", "", Map.of("redis", "postgres:17"), false))
                .isInstanceOf(ProblemException.class)
                // Whether its end is seen before or after its start is a matter of chance.
                .message()
                .containsAnyOf(
                        "The container of postgres:17 did not start", "Redis (container) started but cannot be used")
                .contains("neither redis-server nor valkey-server is in this image")
                .doesNotContain("InspectContainerResponse");
        assertThat(Containers.left()).isEmpty();
    }

    private static void start(String product, String version, Map<String, String> images, boolean offline) {
        new ContainerProvider(new ContainerOptions(images, offline, true)).start(product, version);
    }

    /** Speaks the language of registries, on this machine and without TLS, and has nothing. */
    private static final class EmptyRegistry implements AutoCloseable {

        private static final byte[] UNKNOWN =
                "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}"
                        .getBytes(StandardCharsets.UTF_8);

        private final HttpServer server;
        private final AtomicInteger asked = new AtomicInteger();

        EmptyRegistry() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v2/", exchange -> {
                asked.incrementAndGet();
                boolean greeting = exchange.getRequestURI().getPath().equals("/v2/");
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                boolean head = exchange.getRequestMethod().equals("HEAD");
                exchange.sendResponseHeaders(greeting ? 200 : 404, head ? -1 : UNKNOWN.length);
                if (!head) {
                    exchange.getResponseBody().write(UNKNOWN);
                }
                exchange.close();
            });
            server.start();
        }

        String place() {
            return "localhost:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
