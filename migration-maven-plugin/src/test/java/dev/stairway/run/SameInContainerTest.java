package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.container.Containers;
import dev.stairway.finding.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same cell gives the same fingerprints and the same findings on an embedded server and on one in a container. */
class SameInContainerTest {

    /** A clean one, one that loses values, one that leaves an index behind, one that fails on data, one more clean one. */
    private static final String MIGRATIONS = """
            --changeset ann:clean
            alter table users add column email varchar(100) default 'none' not null;
            --rollback alter table users drop column email;
            --changeset ann:loses
            alter table users drop column note;
            --rollback alter table users add column note varchar(100);
            --changeset ann:leaves
            create index users_name on users (name);
            --rollback select 1;
            --changeset ann:unreadable
            create materialized view names as select name, count(*) from users group by name;
            create function one() returns int language sql as 'select 1';
            --rollback drop materialized view names;
            --rollback drop function one();
            --changeset ann:last
            create type state as enum ('new', 'paid');
            alter table orders add column state state;
            --rollback alter table orders drop column state;
            --rollback drop type state;
            """;

    private static final String MOVE_WITHOUT_LIFE_TIME =
            "redis.call('SET', to, redis.call('GET', key)) redis.call('DEL', key)";

    @TempDir
    Path folder;

    @Test
    void of_postgresql() throws IOException {
        try (DatabaseServer container = Containers.start("postgresql", "18")) {
            CellReport inside = Walks.on("postgresql", folder("container"))
                    .servedBy(embedded -> container)
                    .downToBase()
                    .walk(MIGRATIONS);
            CellReport embedded =
                    Walks.on("postgresql", folder("embedded")).downToBase().walk(MIGRATIONS);
            assertThat(inside.database()).hasToString("postgresql 18 (container)");
            assertThat(outcome(inside)).isEqualTo(outcome(embedded));
            assertThat(inside.findings())
                    .extracting(finding -> finding.rule())
                    .contains(Rule.ROLLBACK_INCOMPLETE, Rule.ROLLBACK_LOSES_DATA);
        }
    }

    @Test
    void of_redis() throws IOException {
        try (DatabaseServer container = Containers.start("redis", "7")) {
            CellReport inside = RedisWalks.on(folder("container"), "7.0")
                    .servedBy(container)
                    .walk(RedisWalks.up(MOVE_WITHOUT_LIFE_TIME), RedisWalks.down(RedisWalks.MOVE));
            CellReport embedded = RedisWalks.on(folder("embedded"), "7.0")
                    .servedBy(TestServers.redis("7.0"))
                    .walk(RedisWalks.up(MOVE_WITHOUT_LIFE_TIME), RedisWalks.down(RedisWalks.MOVE));
            assertThat(inside.database().provider()).isEqualTo("container");
            assertThat(outcome(inside)).isEqualTo(outcome(embedded));
            assertThat(inside.findings()).isNotEmpty();
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    /** Everything that is no time. */
    private record Outcome(
            String notRun, String schema, String data, List<String> verdicts, List<String> findings, boolean passed) {}

    private static Outcome outcome(CellReport report) {
        return new Outcome(
                report.notRun(),
                report.schemaDigest(),
                report.dataDigest(),
                report.steps().stream()
                        .map(step -> step.migration().name() + ": " + step.verdict() + " " + timeless(step.reason())
                                + " " + step.rowsBefore() + " " + step.losses())
                        .toList(),
                report.findings().stream()
                        .map(finding -> finding.rule() + " " + finding.title() + " " + timeless(finding.evidence()))
                        .toList(),
                report.passed());
    }

    /** An expiry is so many seconds after the start. */
    private static String timeless(Object text) {
        return text.toString().replaceAll("expiry was [0-9TZ:.-]+", "expiry was then");
    }
}
