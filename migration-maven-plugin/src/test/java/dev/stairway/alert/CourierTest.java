package dev.stairway.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stairway.alert.Alert.Place;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server of HTTP that behaves as badly as servers do. */
class CourierTest {

    private static final String SECRET = "a key that two know";
    private static final Patience SHORT =
            new Patience(3, Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMillis(5));

    private record Received(String method, String path, byte[] body, com.sun.net.httpserver.Headers headers) {}

    private interface Answering {
        void answer(HttpExchange exchange, int attempt) throws IOException, InterruptedException;
    }

    private final List<Received> received = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private HttpServer server;
    private Answering answering = (exchange, attempt) -> exchange.sendResponseHeaders(200, -1);

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(pool);
        server.createContext("/", exchange -> {
            int attempt;
            synchronized (received) {
                received.add(new Received(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestBody().readAllBytes(),
                        exchange.getRequestHeaders()));
                attempt = received.size();
            }
            try {
                answering.answer(exchange, attempt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        pool.shutdownNow();
    }

    @Test
    void a_message_arrives_once_and_is_signed_so_that_the_receiver_can_prove_it() throws Exception {
        Delivery delivery = send(SHORT);

        assertThat(delivery).isEqualTo(new Delivery(true, 1, ""));
        Received message = received.get(0);
        assertThat(message.method()).isEqualTo("POST");
        assertThat(message.path()).isEqualTo("/services/T0/B0/key");
        assertThat(message.headers().getFirst("Content-Type")).startsWith("application/json");
        String timestamp = message.headers().getFirst("X-Stairway-Timestamp");
        assertThat(timestamp).isEqualTo("1795348800");
        // As the page of the site tells receivers to.
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        mac.update(("v1:" + timestamp + ":").getBytes(UTF_8));
        String expected = "v1=" + HexFormat.of().formatHex(mac.doFinal(message.body()));
        assertThat(message.headers().getFirst("X-Stairway-Signature")).isEqualTo(expected);
    }

    @Test
    void without_a_secret_nothing_pretends_to_be_signed() {
        new Courier(SHORT, Clock.systemUTC()).send(List.of(hook("")), alert(), Mask.NONE);

        assertThat(received.get(0).headers()).doesNotContainKeys("X-Stairway-Signature", "X-Stairway-Timestamp");
    }

    @Test
    void slack_understands_it_and_nothing_in_it_commands_slack() throws Exception {
        send(SHORT);

        JsonNode message = new ObjectMapper().readTree(received.get(0).body());
        assertThat(message.path("text").asText().lines())
                .containsExactly(
                        "*Shop &amp; Co*: migrations failed (goal verify)",
                        "2 findings of severity ERROR, allowed are 0",
                        "\u2022 rollback-incomplete, db/a.sql:12, a.sql::&lt;!channel&gt;::ann, postgresql-17-embedded",
                        "and 2 more",
                        "https://ci.example.com/17");
        assertThat(message.at("/attachments/0/color").asText()).isEqualTo("danger");
        assertThat(message.at("/attachments/0/fields/0/title").asText()).isEqualTo("Errors");
        assertThat(message.at("/attachments/0/fields/0/value").asText()).isEqualTo("2");
    }

    @Test
    void nothing_in_it_commands_the_others_that_read_the_same() throws Exception {
        Alert named = new Alert(
                Kind.FAILURE,
                "@everyone",
                "verify",
                "FAILED",
                1,
                0,
                0,
                0,
                List.of("see [x](http://y.example.com) @channel"),
                List.of(new Place("rollback-incomplete", "ERROR", "db/(a)[1].sql:1", "@all::@here", "")),
                "");

        new Courier(SHORT, Clock.systemUTC()).send(List.of(hook("")), named, Mask.NONE);

        JsonNode message = new ObjectMapper().readTree(received.get(0).body());
        assertThat(message.path("text").asText().lines())
                .containsExactly(
                        "*@\u200Beveryone*: migrations failed (goal verify)",
                        "see [x]\u200B(http://y.example.com) @\u200Bchannel",
                        "\u2022 rollback-incomplete, db/(a)[1].sql:1, @\u200Ball::@\u200Bhere");
        assertThat(message.at("/attachments/0/fallback").asText()).startsWith("*@\u200Beveryone*");
    }

    @Test
    void secrets_are_masked_in_it() {
        new Courier(SHORT, Clock.systemUTC()).send(List.of(hook("")), alert(), Mask.of(List.of("rollback-incomplete")));

        assertThat(new String(received.get(0).body(), UTF_8))
                .contains("***, db/a.sql:12")
                .doesNotContain("incomplete");
    }

    @Test
    void a_server_that_recovers_gets_the_same_message_again() {
        answering = (exchange, attempt) -> exchange.sendResponseHeaders(attempt == 1 ? 500 : 200, -1);

        assertThat(send(SHORT)).isEqualTo(new Delivery(true, 2, ""));
        assertThat(received)
                .extracting(m -> m.headers().getFirst("X-Stairway-Delivery"))
                .doesNotContainNull();
        assertThat(received.get(0).headers().getFirst("X-Stairway-Delivery"))
                .isEqualTo(received.get(1).headers().getFirst("X-Stairway-Delivery"));
        assertThat(received.get(0).body()).isEqualTo(received.get(1).body());
    }

    @Test
    void a_server_that_does_not_recover_is_given_up() {
        answering = (exchange, attempt) -> exchange.sendResponseHeaders(503, -1);

        assertThat(send(SHORT)).isEqualTo(new Delivery(false, 3, "HTTP 503"));
        assertThat(received).hasSize(3);
    }

    @Test
    void a_refusal_is_not_repeated() {
        answering = (exchange, attempt) -> exchange.sendResponseHeaders(403, -1);

        assertThat(send(SHORT)).isEqualTo(new Delivery(false, 1, "HTTP 403"));
        assertThat(received).hasSize(1);
    }

    @Test
    void a_redirect_is_not_followed() {
        answering = (exchange, attempt) -> {
            exchange.getResponseHeaders()
                    .add("Location", "http://localhost:" + server.getAddress().getPort() + "/else");
            exchange.sendResponseHeaders(307, -1);
        };

        Delivery delivery = send(SHORT);

        assertThat(delivery.delivered()).isFalse();
        assertThat(delivery.what()).startsWith("HTTP 307, a redirect, which is not followed");
        assertThat(received).hasSize(1);
    }

    @Test
    void an_answer_without_end_is_not_read() {
        byte[] much = new byte[1 << 20];
        answering = (exchange, attempt) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    out.write(much);
                }
            }
        };

        assertThat(send(SHORT)).isEqualTo(new Delivery(true, 1, ""));
    }

    @Test
    void a_server_that_never_answers_holds_nobody_up() {
        answering = (exchange, attempt) -> over.await();
        Patience patience = new Patience(2, Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofMillis(5));

        assertThat(send(patience)).isEqualTo(new Delivery(false, 2, "no answer within 200 ms"));
    }

    @Test
    void all_attempts_together_have_an_end() {
        answering = (exchange, attempt) -> over.await();
        Patience patience = new Patience(100, Duration.ofSeconds(60), Duration.ofMillis(300), Duration.ofMillis(5));

        Delivery delivery = send(patience);

        assertThat(delivery.delivered()).isFalse();
        assertThat(delivery.what()).isEqualTo("no answer within 300 ms");
    }

    @Test
    void dead_servers_take_no_time_from_the_others_and_none_twice() {
        answering = (exchange, attempt) -> {
            if (exchange.getRequestURI().getPath().endsWith("/dead")) {
                over.await();
            }
            exchange.sendResponseHeaders(200, -1);
        };
        Patience patience = new Patience(1, Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofMillis(5));
        Webhook dead = new Webhook(URI.create(hook("").address() + "/dead"), "", Kind.FAILURE);
        long start = System.nanoTime();

        List<Delivery> deliveries = new Courier(patience, Clock.systemUTC())
                .send(List.of(dead, dead, dead, dead, hook("")), alert(), Mask.NONE);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        Delivery none = new Delivery(false, 1, "no answer within 2 s");
        assertThat(deliveries).containsExactly(none, none, none, none, new Delivery(true, 1, ""));
    }

    @Test
    void a_server_that_asks_for_more_time_than_there_is_is_left_alone() {
        answering = (exchange, attempt) -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            exchange.sendResponseHeaders(429, -1);
        };

        assertThat(send(SHORT)).isEqualTo(new Delivery(false, 1, "HTTP 429"));
    }

    @Test
    void a_refused_connection_is_tried_again_and_told() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        Webhook hook = new Webhook(URI.create("http://127.0.0.1:" + port + "/secret-path"), "", Kind.FAILURE);

        List<Delivery> deliveries = new Courier(SHORT, Clock.systemUTC()).send(List.of(hook), alert(), Mask.NONE);

        assertThat(deliveries).containsExactly(new Delivery(false, 3, "no connection"));
    }

    private Delivery send(Patience patience) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_795_348_800L), ZoneOffset.UTC);
        return new Courier(patience, clock)
                .send(List.of(hook(SECRET)), alert(), Mask.NONE)
                .get(0);
    }

    private Webhook hook(String secret) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/services/T0/B0/key");
        return new Webhook(address, secret, Kind.FAILURE);
    }

    private static Alert alert() {
        return new Alert(
                Kind.FAILURE,
                "Shop & Co",
                "verify",
                "FAILED",
                2,
                1,
                0,
                0,
                List.of("2 findings of severity ERROR, allowed are 0"),
                List.of(new Place(
                        "rollback-incomplete",
                        "ERROR",
                        "db/a.sql:12",
                        "a.sql::<!channel>::ann",
                        "postgresql-17-embedded")),
                "https://ci.example.com/17");
    }
}
