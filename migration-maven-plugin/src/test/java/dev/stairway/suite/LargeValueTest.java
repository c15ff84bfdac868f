package dev.stairway.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value of 32 MB: walked where there is memory; where there is none, that is said, in every report. */
class LargeValueTest {

    @TempDir
    private Path directory;

    private String told;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("changelog.sql"), """
                --liquibase formatted sql
                --changeset ann:base
                create table files (id int primary key, content blob);
                insert into files values (1, zeroblob(32000000));
                --rollback drop table files;
                --changeset ann:name
                alter table files add column name varchar(9);
                --rollback alter table files drop column name;
                """);
    }

    @Test
    void withTooSmallAHeapTheReportsSaySo() throws Exception {
        assertThat(walk("-Xmx96m")).as(told).isEqualTo(3);

        assertThat(told)
                .contains("The walk has run out of memory")
                .contains("heap of ")
                .contains("-Dmigration.argLine")
                .doesNotContain("\tat ");
        JsonNode metrics = new ObjectMapper()
                .readTree(directory.resolve("out").resolve("metrics.json").toFile());
        assertThat(metrics.toString()).contains("The walk has run out of memory");
        assertThat(metrics.at("/gate/failed").asBoolean()).isTrue();
        assertThat(directory.resolve("out").resolve("report").resolve("index.html"))
                .exists();
    }

    @Test
    void withAnUsualHeapItIsWalked() throws Exception {
        assertThat(walk("-Xmx640m")).as(told).isZero();

        assertThat(told).contains("WALKED false");
    }

    private int walk(String heap) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LargeValueProgram.class.getName(),
                directory.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }
}
