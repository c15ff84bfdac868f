package dev.stairway.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stairway.database.container.ContainerOptions;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Hosts;
import dev.stairway.database.mariadb.NamedMariaDb;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.metrics.GateRule;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import dev.stairway.secret.Secrets;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.ServerOptions;
import dev.stairway.suite.SuiteOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that a named server refuses is told by nobody. Nothing hides it here: the mask of secrets does not know it. */
class WrongPasswordTest {

    private static final String CANARY = "canary-wrong-31d07a";

    @TempDir
    private Path directory;

    private final StringBuilder logged = new StringBuilder();

    @Test
    void ofPostgresqlIsNowhere() throws Exception {
        try (NamedPostgres server = NamedPostgres.start(17, directory.resolve("server"))) {
            server.marked("tests");
            String told = everythingToldBy(
                    target(server.url("tests"), NamedPostgres.WALKER),
                    "postgresql",
                    getClass().getClassLoader());
            assertThat(told).contains("password authentication failed").doesNotContain(CANARY);
            assertThat(server.log()).doesNotContain(CANARY);
        }
    }

    @Test
    void ofMariaDbIsNowhere() throws Exception {
        try (NamedMariaDb server = NamedMariaDb.start(directory.resolve("server"))) {
            server.sql("CREATE DATABASE named_tests");
            String told = everythingToldBy(
                    target(server.url("named_tests"), NamedMariaDb.WALKER), "mariadb", server.drivers());
            assertThat(told).contains("Access denied").doesNotContain(CANARY);
        }
    }

    private static ExternalTarget target(String url, String user) {
        return new ExternalTarget(url, user, CANARY, "named-tests-1f9c", Hosts.NONE, Long.MAX_VALUE);
    }

    /** Failure with all its causes, log on every level, and every file of the run. */
    private String everythingToldBy(ExternalTarget target, String product, ClassLoader drivers) throws IOException {
        Path changelog = Files.writeString(directory.resolve("changelog.sql"), "--liquibase formatted sql\n");
        ChangelogSource source = new ChangelogSource(
                changelog.getFileName().toString(),
                List.of(directory),
                getClass().getClassLoader(),
                Map.of(),
                "",
                "");
        ServerOptions servers = new ServerOptions(
                directory.resolve("cache"),
                directory.resolve("work"),
                RedisOptions.DEFAULT,
                ContainerOptions.DEFAULT,
                List.of(target));
        Walking walking = new Walking(
                (group, artifact, version) -> {
                    throw new AssertionError("nothing is to be fetched");
                },
                servers,
                Set.of(),
                new Recorder(),
                new Secrets());
        Throwable end = catchThrowable(
                () -> walking.here(options(source, new DatabaseRequest(product, "", "external")), drivers));
        assertThat(end).isInstanceOf(ProblemException.class);
        StringWriter all = new StringWriter();
        end.printStackTrace(new PrintWriter(all, true));
        return all + "\n" + logged + files();
    }

    private String files() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory.resolve("out"))) {
            List<Path> plain = files.filter(Files::isRegularFile).toList();
            assertThat(plain).isNotEmpty();
            for (Path file : plain) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private SuiteOptions options(ChangelogSource source, DatabaseRequest database) {
        return new SuiteOptions(
                "test",
                List.of(new NamedChangelog("changelog", "liquibase", source)),
                List.of(database),
                List.of(Scenario.of("empty", 0)),
                new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                1,
                directory.resolve("out"),
                new ArrayList<>(),
                new GateRule(Severity.ERROR),
                "g:a:1",
                "name",
                Map.of());
    }

    private final class Recorder extends SystemStreamLog {

        @Override
        public void debug(CharSequence content) {
            logged.append(content).append('\n');
        }

        @Override
        public void info(CharSequence content) {
            logged.append(content).append('\n');
        }

        @Override
        public void warn(CharSequence content) {
            logged.append(content).append('\n');
        }
    }
}
