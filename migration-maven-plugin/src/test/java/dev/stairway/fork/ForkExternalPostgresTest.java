package dev.stairway.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stairway.database.TestServers;
import dev.stairway.database.container.ContainerOptions;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.external.Hosts;
import dev.stairway.database.postgres.NamedPostgres;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.Scenario;
import dev.stairway.problem.ProblemException;
import dev.stairway.run.WalkOptions;
import dev.stairway.suite.Ending;
import dev.stairway.suite.RedisOptions;
import dev.stairway.suite.ServerOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs, in a JVM of their own, on a server that the user named, by a role that is no superuser. */
class ForkExternalPostgresTest {

    private static final String SHOP = """
            --liquibase formatted sql
            --changeset t:customers
            CREATE TABLE customers (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE,
              born date CHECK (born > '1900-01-01'), tags text[], profile jsonb);
            COMMENT ON TABLE customers IS 'who buys';
            --rollback DROP TABLE customers;
            --changeset t:orders
            CREATE TYPE state AS ENUM ('open', 'paid');
            CREATE TABLE orders (id bigserial PRIMARY KEY, customer int NOT NULL REFERENCES customers, total numeric(10, 2),
              state state NOT NULL DEFAULT 'open', at timestamptz);
            --rollback DROP TABLE orders; DROP TYPE state;
            --changeset t:index runInTransaction:false
            CREATE INDEX CONCURRENTLY orders_at ON orders (at DESC) WHERE state = 'open';
            --rollback DROP INDEX CONCURRENTLY orders_at;
            --changeset t:view splitStatements:false
            CREATE VIEW open_orders AS SELECT o.id, c.email FROM orders o JOIN customers c ON c.id = o.customer;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.at := now(); RETURN NEW; END';
            CREATE TRIGGER touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
            --rollback DROP TRIGGER touch ON orders; DROP FUNCTION touch(); DROP VIEW open_orders;
            """;

    /** Its state has to be made again by a copy of the database. */
    private static final String FORGETFUL = SHOP + """
            --changeset t:forgetful
            CREATE TABLE kept (id int);
            --rollback SELECT 1;
            --changeset t:after
            ALTER TABLE customers ADD COLUMN nick text;
            --rollback ALTER TABLE customers DROP COLUMN nick;
            """;

    @TempDir
    static Path work;

    private static NamedPostgres named;
    private static ExternalTarget target;

    @TempDir
    private Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        named = NamedPostgres.start(17, work);
        target = named.marked("stairway_tests");
    }

    @AfterAll
    static void stop() {
        if (named != null) {
            named.close();
        }
    }

    @Test
    void aChangelogIsWalkedToTheSameFingerprintsAsEmbedded() throws Exception {
        List<String> before = named.databases();

        Ending external = run("postgresql:17:external", target, SHOP);
        List<String> fingerprints = fingerprints();

        assertThat(external.gateFailed()).as(external.failure()).isFalse();
        assertThat(external.table()).anyMatch(line -> line.contains("external") && line.contains("PASSED"));
        assertThat(Files.readString(directory.resolve("out/metrics.json"))).contains("127.0.0.1:" + named.port());
        assertThat(told).anyMatch(line -> line.contains("not covered: passwords of roles"));
        assertThat(named.databases()).isEqualTo(before);
        assertNoSecret();

        Ending embedded = run("postgresql:17:embedded", target, SHOP);
        assertThat(embedded.gateFailed()).as(embedded.failure()).isFalse();
        assertThat(fingerprints).hasSize(4).isEqualTo(fingerprints());
    }

    @Test
    void aRollbackThatForgetsIsFoundAndTheWalkGoesOn() throws Exception {
        List<String> before = named.databases();

        Ending ending = run("postgresql:external", target, FORGETFUL);

        assertThat(ending.gateFailed()).isTrue();
        assertThat(ending.failure()).contains("rollback-incomplete").contains("table public.kept: added");
        assertThat(ending.table()).anyMatch(line -> line.contains("5 reversible"));
        assertThat(named.databases()).isEqualTo(before);
        assertNoSecret();
    }

    @Test
    void aRefusalComesBackWithoutTheSecret() throws Exception {
        ExternalTarget other = new ExternalTarget(
                target.url(), target.user(), target.password(), "other-tests-77", Hosts.NONE, Long.MAX_VALUE);

        assertThatThrownBy(() -> run("postgresql:external", other, SHOP))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("lock-2-mark")
                .message()
                .doesNotContain(NamedPostgres.PASSWORD);
        assertNoSecret();
    }

    @Test
    void aProductOfWhichNoneIsNamedIsTold() {
        assertThatThrownBy(() -> run("sqlite:external", target, SHOP))
                .isInstanceOf(ProblemException.class)
                .hasMessageContainingAll("No database of the product sqlite is named", "named: postgresql");
    }

    private List<String> fingerprints() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(directory.resolve("out/metrics.json").toFile());
        List<String> digests = new ArrayList<>();
        for (JsonNode cell : document.get("cells")) {
            digests.add(cell.get("schemaDigest").asText());
            digests.add(cell.get("dataDigest").asText());
        }
        return digests;
    }

    private void assertNoSecret() throws IOException {
        assertThat(told).noneMatch(line -> line.contains(NamedPostgres.PASSWORD));
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).isNotEmpty();
            for (Path file : written) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(NamedPostgres.PASSWORD);
            }
        }
    }

    private Ending run(String database, ExternalTarget named, String changelog) throws Exception {
        Files.writeString(directory.resolve("changelog.sql"), changelog);
        ChangelogSource source = new ChangelogSource("changelog.sql", List.of(directory), null, Map.of(), "", "");
        ForkRequest request = new ForkRequest(
                new ForkRuns(directory)
                        .options(
                                new NamedChangelog("shop", "liquibase", source),
                                database,
                                List.of(Scenario.of("empty", 20), Scenario.of("sample", 20)),
                                new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                                2),
                List.of(),
                new ServerOptions(
                        TestServers.cache(),
                        directory.resolve("work"),
                        RedisOptions.DEFAULT,
                        ContainerOptions.DEFAULT,
                        List.of(named)),
                Map.of(),
                List.of());
        assertThat(request.toString()).doesNotContain(NamedPostgres.PASSWORD);
        return new Fork(
                        ForkRuns.jvm(ForkRuns.classPath(), List.of()),
                        (group, artifact, version) -> TestServers.postgresJar(17),
                        told::add,
                        told::add)
                .run(request);
    }
}
