package dev.stairway.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.provider.DatabaseProviders;
import dev.stairway.engine.ChangelogSource;
import dev.stairway.finding.Severity;
import dev.stairway.matrix.Cell.NamedChangelog;
import dev.stairway.matrix.DatabaseRequest;
import dev.stairway.matrix.Scenario;
import dev.stairway.matrix.Shard;
import dev.stairway.metrics.FindingSheet.Waiver;
import dev.stairway.metrics.GateRule;
import dev.stairway.run.WalkOptions;
import dev.stairway.secret.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The demo shop and a changelog that not every PostgreSQL understands, whole and in shards. */
final class ShardedShop {

    /** https://www.postgresql.org/docs/15/release-15.html: "NULLS NOT DISTINCT". */
    private static final String SINCE_15 = """
            --liquibase formatted sql
            --changeset ann:base
            create table users (id int primary key, email varchar(50));
            --rollback drop table users;
            --changeset ann:unique-email dbms:postgresql
            create unique index ux on users (email) nulls not distinct;
            --rollback drop index ux;
            """;

    private static final Path SHOP = Path.of("..", "it", "src", "demo", "shop", "src");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;

    ShardedShop(Path directory) throws IOException {
        this.directory = directory;
        Files.writeString(directory.resolve("users.sql"), SINCE_15);
    }

    /** @param shard null for all */
    Suite.Result run(Shard shard) throws InterruptedException {
        return run(options().sharded(shard == null ? null : new ShardOptions(shard, null, "c0ffee", "7")), shard);
    }

    private Suite.Result run(SuiteOptions options, Shard shard) throws InterruptedException {
        SuiteOptions here = into(options, directory.resolve(shard == null ? "whole" : "shards/" + shard.index()));
        return new Suite(
                        here,
                        Engines.all(),
                        DatabaseProviders.of(ShardedShop::server),
                        new ProgressLines(line -> {}),
                        Clock.systemUTC())
                .run();
    }

    /** Of everything below {@code shards}. */
    Suite.Result merged() {
        return new ShardMerge(
                        "g:a:1",
                        "name",
                        directory.resolve("merged"),
                        List.of(SHOP.resolve("main/resources"), directory, SHOP.resolve("main")),
                        Mask.NONE,
                        Clock.systemUTC())
                .merge(directory, "shards/*/metrics.json");
    }

    static DatabaseServer server(String product, String version) {
        return switch (product) {
            case "sqlite" -> TestServers.sqlite();
            case "redis" -> TestServers.redis("7.0");
            default -> TestServers.postgres(Integer.parseInt(version));
        };
    }

    SuiteOptions options() {
        return new SuiteOptions(
                "test",
                List.of(
                        changelog(
                                "shop",
                                "liquibase",
                                "db/changelog/db.changelog-master.xml",
                                SHOP.resolve("main/resources")),
                        changelog("users", "liquibase", "users.sql", directory),
                        changelog("keys", "redis", "redis", SHOP.resolve("main"))),
                Stream.of("sqlite", "postgresql:18", "postgresql:14", "redis")
                        .map(DatabaseRequest::parse)
                        .toList(),
                List.of(Scenario.of("empty", 0), Scenario.of("sample", 5)),
                new WalkOptions(1, List.of(), List.of(), 0, true, 0),
                2,
                directory,
                List.of(new Waiver("differs-between-versions", "*::rename-sku-index::*", "known")),
                new GateRule(Severity.ERROR, 1),
                "g:a:1",
                "name",
                Map.of("plugin", "1"));
    }

    private static NamedChangelog changelog(String id, String engine, String location, Path root) {
        List<Path> data = engine.equals("redis") ? List.of(SHOP.resolve("test/redis/customers.json")) : List.of();
        return new NamedChangelog(
                id,
                engine,
                new ChangelogSource(
                        location,
                        List.of(root),
                        ShardedShop.class.getClassLoader(),
                        Map.of(),
                        "",
                        "",
                        data,
                        List.of(),
                        Map.of()));
    }

    private static SuiteOptions into(SuiteOptions o, Path output) {
        return new SuiteOptions(
                        o.goal(),
                        o.changelogs(),
                        o.databases(),
                        o.scenarios(),
                        o.walk(),
                        o.threads(),
                        output,
                        o.waivers(),
                        o.gate(),
                        o.project(),
                        o.projectName(),
                        o.tool())
                .sharded(o.shard());
    }

    /** The document with every time, and what the server measured, at 0; nothing else is loosened. */
    static String withoutTimes(Path document) throws IOException {
        JsonNode tree = JSON.readTree(document.toFile());
        without(tree);
        return withoutMoments(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
    }

    /** Keys expire some time after they were written, and Redis hands keys out in the order of a hash that is new every time. */
    static String withoutMoments(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "(moment)")
                .replaceAll("(EVALSHA \\S+) \\S+ and (\\d+) more keys", "$1 and $2 more keys");
    }

    private static void without(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.stream().filter(ShardedShop::isMeasured).forEach(name -> object.put(name, 0));
            if (object.path("database").asText().startsWith("redis-") && object.has("dataDigest")) {
                // It covers when keys expire.
                object.put("dataDigest", "");
            }
        }
        node.forEach(ShardedShop::without);
    }

    private static boolean isMeasured(String name) {
        return name.endsWith("Millis")
                || name.equals("millis")
                || name.equals("startedAt")
                || name.equals("memoryBytes");
    }
}
