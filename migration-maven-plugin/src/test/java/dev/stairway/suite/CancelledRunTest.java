package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.database.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is asked to end by SIGTERM, as CI does with a job that was cancelled or takes too long. */
class CancelledRunTest {

    private static final String USERS = """
            --liquibase formatted sql
            --changeset ann:users
            create table users (id int primary key);
            --rollback drop table users;
            """;

    private static final String ENDLESS = """
            --changeset ann:endless
            create table numbers as with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n;
            --rollback drop table numbers;
            """;

    @TempDir
    private Path directory;

    @Test
    void theReportsSaySoInsteadOfWhatAnEarlierRunSaid() throws Exception {
        Path out = Files.createDirectory(directory.resolve("out"));
        Files.writeString(out.resolve("metrics.json"), "of an earlier run");

        terminated(USERS + ENDLESS, "while it walks", 1);

        JsonNode metrics = metrics();
        assertThat(metrics.at("/gate/failed").asBoolean()).isTrue();
        assertThat(metrics.at("/findings")).hasSize(1);
        assertThat(metrics.at("/findings/0/rule").asText()).isEqualTo("run-not-possible");
        assertThat(metrics.at("/findings/0/title").asText()).isEqualTo("The run was cancelled");
        assertThat(out.resolve("report/index.html")).content().contains("The run was cancelled");
        assertThat(out.resolve("summary.md")).content().contains("The run was cancelled");
    }

    /** Near miss: it has ended, and what holds the JVM is nothing of it. */
    @Test
    void theReportsOfARunThatHasEndedStay() throws Exception {
        terminated(USERS, HoldRun.ENDED, 2);

        JsonNode metrics = metrics();
        assertThat(metrics.at("/gate/failed").asBoolean()).isFalse();
        assertThat(metrics.at("/cells/0/result").asText()).isEqualTo("PASSED");
        assertThat(directory.resolve("out/report/index.html")).content().doesNotContain("cancelled");
    }

    private void terminated(String changelog, String when, int ready) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("changelog.sql"), changelog);
        try (ChildJvm child =
                ChildJvm.start(List.of(), System.getProperty("java.class.path"), HoldRun.class, directory, when)) {
            assertThat(child.awaitPort()).isEqualTo(ready);
            child.process().destroy();
            assertThat(child.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private JsonNode metrics() throws IOException {
        return new ObjectMapper().readTree(directory.resolve("out/metrics.json").toFile());
    }
}
