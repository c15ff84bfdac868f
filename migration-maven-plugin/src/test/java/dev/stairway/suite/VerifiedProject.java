package dev.stairway.suite;

import dev.stairway.backup.DrillLimits;
import dev.stairway.backup.DrillOptions;
import dev.stairway.baseline.Thresholds;
import dev.stairway.baseline.Thresholds.FailOn;
import dev.stairway.compare.cross.CrossOptions;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.Profile;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.matrix.Shard;
import dev.stairway.metrics.GateRule;
import dev.stairway.perf.PerfLimits;
import dev.stairway.perf.PerfOptions;
import dev.stairway.run.WalkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A small project with a defect of every kind, and goal verify over it. */
final class VerifiedProject {

    /** The unique index comes back as one that is not; the column is dropped with its values; one migration has no way back. */
    private static final String FIRST = """
            --liquibase formatted sql
            --changeset ann:base
            create table customer (id int primary key, name varchar(50), fax varchar(20));
            create unique index ux on customer (name);
            --rollback drop table customer;
            """;

    private static final String SECOND = """
            --liquibase formatted sql
            --changeset ann:rename-index
            drop index ux;
            create unique index ux_name on customer (name);
            --rollback drop index ux_name;
            --rollback create index ux on customer (name);
            --changeset ann:drop-fax
            alter table customer drop column fax;
            --rollback alter table customer add fax varchar(20);
            --changeset ann:no-way-back
            create table note (id int primary key);
            """;

    private final Path directory;
    private final List<String> started = new ArrayList<>();
    private final List<String> log = new ArrayList<>();

    VerifiedProject(Path directory) throws IOException {
        this.directory = directory;
        Files.writeString(directory.resolve("1.0.sql"), FIRST);
        Files.writeString(directory.resolve("1.1.sql"), SECOND);
        Files.writeString(directory.resolve("changelog.yaml"), """
                databaseChangeLog:
                - include: {file: 1.0.sql}
                - include: {file: 1.1.sql}
                """);
    }

    /** Products of the servers that were started to be shared. */
    List<String> started() {
        return started;
    }

    List<String> log() {
        return log;
    }

    /** @param words names of parts */
    Suite.Result run(List<String> words, String... databases) throws InterruptedException {
        return run(null, words, databases);
    }

    /** @param shard null for all */
    Suite.Result run(Shard shard, List<String> words, String... databases) throws InterruptedException {
        Path output = directory.resolve(shard == null ? "whole" : "shards/" + shard.index());
        List<String> parts = VerifyParts.of(words);
        ChangelogSource source = new ChangelogSource(
                "changelog.yaml", List.of(directory), getClass().getClassLoader(), Map.of(), "", "");
        List<Scenario> scenarios = new ArrayList<>();
        if (parts.contains("test")) {
            scenarios.addAll(List.of(Scenario.of("empty", 0), Scenario.of("sample", 5)));
        }
        if (parts.contains("data-test")) {
            scenarios.add(Scenario.of("large", 500));
        }
        SuiteOptions options = new SuiteOptions(
                        "verify",
                        List.of(new NamedChangelog("changelog", "liquibase", source)),
                        Stream.of(databases).map(DatabaseRequest::parse).toList(),
                        scenarios,
                        new WalkOptions(1, List.of(), List.of(), 0, parts.contains("rollback"), 0),
                        2,
                        output,
                        List.of(),
                        new GateRule(Severity.ERROR),
                        "g:a:1",
                        "name",
                        Map.of("cpu", "any", "cores", "2", "os", "any", "java", "17.0.1", "plugin", "1.0.0"))
                .verifying(
                        new VerifyOptions(
                                parts,
                                Scenario.of("sample", 5),
                                List.of(new Scenario("0 rows", 0, 0), new Scenario("200 rows", 200, 0)),
                                Scenario.of("sample", 5),
                                Since.NEVER,
                                List.of(),
                                Map.of()),
                        new PerfOptions(1, 1, 0, 1, List.of(), PerfLimits.NONE, List.of(), PerfOptions.Clients.NONE),
                        new SuiteOptions.Baseline(
                                directory.resolve("perf-baseline.json"),
                                "perf-baseline.json",
                                false,
                                new Thresholds(10, 25, 20, FailOn.WORK)),
                        new CrossOptions(1, List.of(), List.of(), true),
                        new DrillOptions(2, List.of(), List.of(), 1, DrillLimits.NONE, output.resolve("backups")))
                .sharded(shard == null ? null : new ShardOptions(shard, null, "c0ffee", "7"));
        return new Suite(
                        options,
                        Engines.all(),
                        DatabaseProviders.of(this::server),
                        new ProgressLines(log::add),
                        Clock.systemUTC())
                .besides(
                        DatabaseProviders.of(ShardedShop::server),
                        DatabaseProviders.of(
                                TestServers.provider(EmbeddedOptions.defaults().withProfile(Profile.ARCHIVING))))
                .run();
    }

    private DatabaseServer server(String product, String version) {
        synchronized (started) {
            started.add(product);
        }
        return ShardedShop.server(product, version);
    }
}
