package dev.stairway.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import dev.stairway.audit.Digests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals on real databases leave in the audit trail and with those who are told. */
class OperationRecordsTest {

    private static final String SECRET = "canary-hmac-77";

    @TempDir
    private Path work;

    private OperationGoal goal;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void shop() throws Exception {
        goal = new OperationGoal(work);
        Files.createFile(work.resolve("shop.db"));
        changelog("CREATE TABLE customer (id INT)");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            headers.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void changelog(String sql) throws IOException {
        Files.writeString(
                work.resolve("changelog.sql"),
                "--liquibase formatted sql\n--changeset ann:1\n" + sql + ";\n--rollback SELECT 1;\n");
    }

    private String url() {
        return "jdbc:sqlite:" + work.resolve("shop.db");
    }

    private Path trail() {
        return work.resolve("audit.jsonl");
    }

    private Map<String, Object> parameters(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "url", url(),
                "changelogFile", "changelog.sql",
                "auditFile", trail().toFile(),
                "environment", "staging",
                "ticket", "CHG-7"));
        all.putAll(more);
        return all;
    }

    private List<JsonNode> records() throws IOException {
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(trail())) {
            records.add(new ObjectMapper().readTree(line));
        }
        return records;
    }

    @Test
    void healthAddsARecordOfWhatItSawAndOneMoreOfASickDatabase() throws Exception {
        goal.of(new HealthMojo(), "health", parameters(Map.of())).execute();
        assertThat(records()).hasSize(1);
        JsonNode fit = records().get(0);
        assertThat(fit.path("operation").path("name").asText()).isEqualTo("health");
        assertThat(fit.path("operation").path("target").asText()).isEqualTo(url());
        assertThat(fit.path("operation").path("environment").asText()).isEqualTo("staging");
        assertThat(fit.path("approval").path("ticket").asText()).isEqualTo("CHG-7");
        assertThat(fit.path("outcome").path("result").asText()).isEqualTo("PASSED");
        assertThat(fit.path("checks").path("integrity").asText()).isEqualTo("OK");
        assertThat(fit.path("digests").path("report").asText()).isEqualTo(Digests.of(work.resolve("out/health.json")));
        assertThatThrownBy(
                        goal.of(new HealthMojo(), "health", parameters(Map.of("minFreeMegabytes", 1L << 40)))::execute)
                .isInstanceOf(MojoFailureException.class);
        assertThat(records().get(1).path("outcome").path("result").asText()).isEqualTo("FAILED");
        assertThat(records().get(1).path("outcome").path("reason").asText()).isEqualTo("not fit for an upgrade: disk");
        VerifyAuditMojo verify = new VerifyAuditMojo();
        verify.setLog(goal.log());
        PomElement.fill(verify, Map.of("auditFile", trail().toFile())).execute();
    }

    @Test
    void statusAddsARecordAlsoWhereItComesToNoEndAndWithoutATrailThereIsNone() throws Exception {
        goal.of(new StatusMojo(), "status", parameters(Map.of())).execute();
        JsonNode seen = records().get(0);
        assertThat(seen.path("operation").path("name").asText()).isEqualTo("status");
        assertThat(seen.path("settings").path("pending").asText()).isEqualTo("1");
        assertThat(seen.path("settings").path("revision").asText()).isEmpty();
        assertThatThrownBy(
                        goal.of(
                                new StatusMojo(),
                                "status",
                                parameters(Map.of("url", "jdbc:sqlite:" + work.resolve("none.db"))))::execute)
                .isInstanceOf(MojoExecutionException.class);
        assertThat(records().get(1).path("outcome").path("result").asText()).isEqualTo("STOPPED");
        assertThat(records().get(1).path("outcome").path("reason").asText())
                .isEqualTo("The named database cannot be opened");
        Map<String, Object> without = parameters(Map.of());
        without.remove("auditFile");
        goal.of(new StatusMojo(), "status", without).execute();
        assertThat(records()).hasSize(2);
    }

    @Test
    void aDamagedTrailKeepsHealthFromBeginning() throws Exception {
        Files.writeString(trail(), "spoiled\n");
        assertThatThrownBy(goal.of(new HealthMojo(), "health", parameters(Map.of()))::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("The audit trail is damaged");
        assertThat(work.resolve("out/health.json")).doesNotExist();
    }

    private UpgradeMojo upgrade() throws IOException {
        Path secret = Files.createFile(
                work.resolve("secret-" + bodies.size()),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, SECRET);
        WebhookParameter webhook = PomElement.fill(
                new WebhookParameter(),
                Map.of(
                        "url",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/hook",
                        "passwordFile",
                        secret.toFile()));
        return goal.of(new UpgradeMojo(), "upgrade", parameters(Map.of("yes", true, "webhooks", List.of(webhook))));
    }

    @Test
    void aFailedUpgradeIsToldToAWebhookWithASignatureAndWithoutRows() throws Exception {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE mail (address TEXT UNIQUE)");
            statement.execute("INSERT INTO mail VALUES ('zoe@example.com')");
        }
        changelog("INSERT INTO mail VALUES ('zoe@example.com')");
        assertThatThrownBy(upgrade()::execute).isInstanceOf(MojoFailureException.class);
        assertThat(bodies).hasSize(1);
        assertThat(bodies.get(0))
                .contains("upgrade", "TAKEN_BACK", "changelog.sql::1::ann", url())
                .doesNotContain("zoe", SECRET);
        assertThat(new ObjectMapper().readTree(bodies.get(0)).path("text").asText())
                .isNotEmpty();
        String timestamp = headers.get(0).getFirst("X-Stairway-Timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        assertThat(headers.get(0).getFirst("X-Stairway-Signature"))
                .isEqualTo("v1="
                        + HexFormat.of()
                                .formatHex(mac.doFinal(("v1:" + timestamp + ":" + bodies.get(0)).getBytes(UTF_8))));
        assertThat(goal.logged).noneMatch(line -> line.contains(SECRET));
        assertThat(records().get(0).path("outcome").path("reason").asText()).contains("TAKEN_BACK");
        assertThat(Files.readString(trail())).doesNotContain("zoe", SECRET);
    }

    @Test
    void anUpgradeThatGoesWellIsToldToNobodyWhoDidNotAsk() throws Exception {
        upgrade().execute();
        assertThat(bodies).isEmpty();
        assertThat(records().get(0).path("outcome").path("result").asText()).isEqualTo("PASSED");
    }
}
