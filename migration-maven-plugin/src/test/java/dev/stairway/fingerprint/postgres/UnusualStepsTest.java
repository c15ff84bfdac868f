package dev.stairway.fingerprint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.Watched;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnusualStepsTest {

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(14), TestServers.postgres(18));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_step_that_commits_midway_is_read_completely(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.session.begin();
            watched.fingerprinter.watch(watched.session);
            Connection connection = watched.session.connection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE a (id int PRIMARY KEY)");
                statement.execute("CREATE TYPE mood AS ENUM ('ok')");
                connection.commit();
                statement.execute("CREATE TABLE b (m mood)");
                statement.execute("INSERT INTO b VALUES ('ok')");
                connection.commit();
                statement.execute("INSERT INTO a VALUES (1)");
            }
            Difference step = watched.fingerprinter.read(watched.session);
            assertThat(step.schema()).containsKeys("table public.a", "table public.b", "type public.mood");
            assertThat(step.data()).containsKeys("public.a", "public.b");
            assertThat(watched.error().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_statement_outside_a_transaction_is_seen(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.keep("CREATE TABLE a (id int)");
            watched.session.begin();
            watched.fingerprinter.watch(watched.session);
            Connection connection = watched.session.connection();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE INDEX CONCURRENTLY a_id ON a (id)");
            }
            assertThat(watched.fingerprinter.read(watched.session).schema()).containsOnlyKeys("table public.a");
            assertThat(watched.error().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_migration_that_takes_the_prepared_statements_away_does_no_harm(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.keep("CREATE TABLE a (id int)");
            Difference step = watched.keep("DEALLOCATE ALL", "CREATE TABLE b (id int)");
            assertThat(step.schema()).containsOnlyKeys("table public.b");
            assertThat(watched.error().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void reading_leaves_no_setting_and_no_lock_behind(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.step("SET LOCAL search_path = 'pg_catalog'", "CREATE TABLE public.a (id int)");
            Difference again = watched.fingerprinter.read(watched.session);
            try (Statement statement = watched.session.raw().createStatement();
                    var row = statement.executeQuery("SHOW search_path")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("pg_catalog");
            }
            assertThat(again.isEmpty()).isTrue();
        }
    }
}
