package dev.stairway.mojo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.stairway.alert.Kind;
import dev.stairway.alert.Webhook;
import dev.stairway.audit.AuditRecord.Outcome;
import dev.stairway.audit.ChainCheck;
import dev.stairway.audit.Digests;
import dev.stairway.problem.ProblemException;
import dev.stairway.secret.Secrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who hears of the end of a run, and what. */
class AfterRunTest {

    private static final String SECRET = "correct-horse-7";

    @TempDir
    private Path directory;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final Secrets secrets = new Secrets();
    private final Log log = new SystemStreamLog() {
        @Override
        public void info(CharSequence content) {
            logged.add(content.toString());
        }

        @Override
        public void warn(CharSequence content) {
            logged.add(content.toString());
        }

        @Override
        public void error(CharSequence content) {
            logged.add(content.toString());
        }
    };
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        secrets.add("the canary", SECRET);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        Files.createDirectories(directory.resolve("out"));
        Files.createDirectories(directory.resolve("textfiles"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_failed_run_is_recorded_told_and_counted() throws Exception {
        Path metrics = metrics(true);

        run(Kind.FAILURE, false).ended(Outcome.failed("1 error, " + SECRET));

        JsonNode record = new ObjectMapper().readTree(Files.readString(trail()));
        assertThat(record.at("/operation/name").asText()).isEqualTo("verify");
        assertThat(record.at("/operation/environment").asText()).isEqualTo("staging");
        assertThat(record.at("/approval/ticket").asText()).isEqualTo("CHG-7");
        assertThat(record.at("/approval/approver").asText()).isEmpty();
        assertThat(record.at("/digests/metrics.json").asText()).isEqualTo(Digests.of(metrics));
        assertThat(record.at("/digests/changelog db").asText()).hasSize(64);
        assertThat(record.path("checks").path("walk db/sqlite/empty").asText()).isEqualTo("NOT_RUN: no driver");
        assertThat(record.path("checks").path("open ERROR rollback-incomplete").asText())
                .isEqualTo("1");
        assertThat(record.path("checks").path("waived rollback-missing m2").asText())
                .isEqualTo("shipped in 2019");
        assertThat(record.at("/versions/engine liquibase").asText()).isEqualTo("4.31.1");
        assertThat(record.at("/outcome/reason").asText()).isEqualTo("1 error, ***");
        assertThat(record.at("/outcome/exit").asInt()).isEqualTo(1);
        assertThat(ChainCheck.of(trail()).isWhole()).isTrue();

        assertThat(received)
                .singleElement()
                .asString()
                .contains("migrations failed", "rollback-incomplete, db/a.sql:3");
        assertThat(directory.resolve("textfiles/stairway-com.example_shop-verify.prom"))
                .isRegularFile();
        assertThat(logged).anyMatch(line -> line.startsWith("Audit trail: record 1 "));
    }

    @Test
    void a_run_that_passes_is_recorded_and_bothers_nobody() throws Exception {
        metrics(false);

        run(Kind.THRESHOLD, false).ended(Outcome.passed());

        assertThat(Files.readString(trail())).contains("\"result\":\"PASSED\"");
        assertThat(received).isEmpty();
    }

    @Test
    void a_run_that_left_nothing_is_told_as_well() throws Exception {
        ProblemException end = ProblemException.setup("No server", "here", SECRET, "start one", null);

        run(Kind.FAILURE, false).stopped(AbstractOutputsMojo.reason(end), end);

        assertThat(Files.readString(trail())).contains("\"result\":\"STOPPED\"", "\"reason\":\"No server\"");
        assertThat(received)
                .singleElement()
                .asString()
                .contains("did not come to its end", "No server")
                .doesNotContain(SECRET);
    }

    @Test
    void nothing_is_sent_when_maven_is_offline() throws Exception {
        metrics(true);

        run(Kind.FAILURE, true).ended(Outcome.failed("x"));

        assertThat(received).isEmpty();
        assertThat(logged).anyMatch(line -> line.endsWith("because Maven is offline"));
        assertThat(trail()).isRegularFile();
    }

    @Test
    void a_webhook_that_refuses_is_a_warning_that_keeps_its_address() throws Exception {
        metrics(true);
        status = 404;

        run(Kind.FAILURE, false).ended(Outcome.failed("x"));

        assertThat(logged)
                .contains("The alert could not be sent to http://127.0.0.1:"
                        + server.getAddress().getPort() + ": HTTP 404")
                .noneMatch(line -> line.contains("secret-path"));
    }

    @Test
    void a_trail_that_is_spoiled_during_the_run_fails_it_and_the_alert_goes_out_all_the_same() throws Exception {
        metrics(false);
        run(Kind.FAILURE, false).ended(Outcome.passed());
        assertThat(received).as("of a run that is recorded").isEmpty();
        AfterRun run = run(Kind.FAILURE, false);
        spoilTrail();

        assertThatThrownBy(() -> run.ended(Outcome.passed()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("The audit trail is damaged");
        assertThat(received)
                .singleElement()
                .asString()
                .contains("the run could not be recorded", "The audit trail is damaged", "\"color\":\"danger\"");
        assertThatThrownBy(() -> run(Kind.FAILURE, false))
                .as("before the next run")
                .hasMessageContaining("The audit trail is damaged");
    }

    @Test
    void a_failed_run_that_cannot_be_recorded_tells_both() throws Exception {
        metrics(true);
        run(Kind.FAILURE, true).ended(Outcome.failed("x"));
        AfterRun run = run(Kind.FAILURE, false);
        spoilTrail();

        assertThatThrownBy(() -> run.ended(Outcome.failed("x"))).isInstanceOf(ProblemException.class);
        assertThat(received)
                .singleElement()
                .asString()
                .contains("the run could not be recorded", "rollback-incomplete, db/a.sql:3");
    }

    @Test
    void a_stopped_run_that_cannot_be_recorded_says_so_in_the_log_and_in_its_alert() throws Exception {
        metrics(false);
        run(Kind.FAILURE, true).ended(Outcome.passed());
        AfterRun run = run(Kind.FAILURE, false);
        spoilTrail();
        ProblemException end = ProblemException.setup("No server", "here", "", "start one", null);

        run.stopped(AbstractOutputsMojo.reason(end), end);

        assertThat(logged).anyMatch(line -> line.contains("The audit trail is damaged, so nothing is added to it"));
        assertThat(end.getSuppressed()).hasSize(1);
        assertThat(received)
                .singleElement()
                .asString()
                .contains("the run could not be recorded", "The audit trail is damaged", "No server");
    }

    private void spoilTrail() throws IOException {
        Files.writeString(trail(), Files.readString(trail()).replace("staging", "nowhere"));
    }

    @Test
    void a_directory_of_the_node_exporter_that_is_not_there_is_a_warning() throws Exception {
        metrics(false);
        Files.delete(directory.resolve("textfiles"));

        run(Kind.FAILURE, false).ended(Outcome.passed());

        assertThat(logged).anyMatch(line -> line.startsWith("No figures for the node exporter"));
    }

    private Path trail() {
        return directory.resolve("audit.jsonl");
    }

    private AfterRun run(Kind least, boolean offline) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path");
        return new AfterRun(
                new AfterRun.Run("verify", "com.example:shop:1.0", "Shop", directory.resolve("out"), Map.of()),
                AuditSettings.of(trail().toFile(), "staging", "CHG-7", null),
                new Alerts(List.of(new Webhook(address, "", least)), offline, log, secrets),
                directory.resolve("textfiles"),
                log,
                secrets);
    }

    private Path metrics(boolean failed) throws IOException {
        Files.writeString(directory.resolve("out/metrics.prom"), "# TYPE a gauge\na 1\n# EOF\n");
        return Files.writeString(directory.resolve("out/metrics.json"), """
                {"formatVersion": "1.0",
                 "run": {"goal": "verify", "project": "com.example:shop:1.0", "projectName": "Shop", "seed": 1,
                         "tool": {"java": "17"}},
                 "changelogs": [{"id": "db", "engine": "liquibase", "engineVersion": "4.31.1", "migrations": [
                   {"id": "m1", "checksum": "8:aa"}, {"id": "m2", "checksum": "8:bb"}]}],
                 "cells": [{"id": "db/sqlite/empty", "result": "NOT_RUN", "reason": "no driver"}],
                 "findings": [%s],
                 "gate": {"failed": %s, "reasons": []}}
                """.formatted(failed ? FINDINGS : "", failed));
    }

    private static final String FINDINGS = """
            {"rule": "rollback-incomplete", "severity": "ERROR", "migration": "m1", "file": "db/a.sql", "line": 3},
            {"rule": "rollback-missing", "severity": "ERROR", "migration": "m2", "waiver": "shipped in 2019"}
            """;
}
