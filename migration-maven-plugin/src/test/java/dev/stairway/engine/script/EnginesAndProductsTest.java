package dev.stairway.engine.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.database.external.ExternalTarget;
import dev.stairway.database.mariadb.NamedMariaDb;
import dev.stairway.database.named.ExternalJdbcServer;
import dev.stairway.engine.Engine;
import dev.stairway.engine.sql.SqlEngine;
import dev.stairway.run.CellReport;
import dev.stairway.suite.Engines;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which engine is asked to run where, and a folder of scripts on servers that the engines' own tests do not use. */
class EnginesAndProductsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "h2", "mariadb", "mysql", "hsqldb"})
    void everyEngineOfSqlRunsOnEveryProductOfJdbc(String product) {
        Engines.all()
                .forEach((name, engine) ->
                        assertThat(engine.runsOn(product)).as(name).isEqualTo(!name.equals("redis")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis", "redis-cluster", "valkey", "valkey-cluster"})
    void onlyItsOwnEngineRunsOnRedis(String product) {
        for (Map.Entry<String, Engine> engine : Engines.all().entrySet()) {
            assertThat(engine.getValue().runsOn(product))
                    .as(engine.getKey())
                    .isEqualTo(engine.getKey().equals("redis"));
        }
    }

    private CellReport walk(DatabaseServer server) {
        return new ScriptWalks(new SqlEngine(), directory)
                .file("1_a.up.sql", "create table a (id int primary key, name varchar(20));")
                .file("1_a.down.sql", "drop table a;")
                .file("2_b.up.sql", "alter table a add column b varchar(20);")
                .file("2_b.down.sql", "select 1;")
                .file("3_c.up.sql", "create table c (id int primary key);", "create table nowhere.c (id int);")
                .walk(server);
    }

    @Test
    void mariaDb1011IsStartedAndWalked() {
        DatabaseServer server = TestServers.mariadb("10.11");
        assertThat(server.serverVersion()).startsWith("10.11.");
        assertThat(ScriptWalks.verdicts(walk(server)))
                .containsExactly("1_a: reversible", "2_b: rollback incomplete", "3_c: migration fails");
    }

    @Test
    void aServerThatTheUserNamedIsWalkedWithTheSameVerdicts() {
        try (NamedMariaDb named = NamedMariaDb.start(directory)) {
            named.sql("CREATE DATABASE named_walk");
            ExternalTarget target = named.target("named_walk");
            ExternalJdbcServer.mark(target, 1, named.drivers());
            try (ExternalJdbcServer server = ExternalJdbcServer.open(target, named.drivers())) {
                assertThat(ScriptWalks.verdicts(walk(server)))
                        .containsExactly("1_a: reversible", "2_b: rollback incomplete", "3_c: migration fails");
            }
            assertThat(named.made()).isEmpty();
        }
    }
}
