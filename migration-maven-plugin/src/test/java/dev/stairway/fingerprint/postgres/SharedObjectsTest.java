package dev.stairway.fingerprint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.TestServers;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.DifferenceText;
import dev.stairway.fingerprint.ObjectChange;
import dev.stairway.fingerprint.Watched;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects of the cluster, subscriptions and security labels. */
class SharedObjectsTest {

    static Stream<DatabaseServer> servers() {
        return Stream.of(TestServers.postgres(14), TestServers.postgres(18));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_role_that_a_step_makes_is_part_of_its_work(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            Difference up = watched.keep("CREATE ROLE shared_own CONNECTION LIMIT 3");
            assertThat(sentences(up)).contains("cluster objects: role shared_own was none, is created");
            assertThat(sentences(up)).contains("cluster objects: role shared_own connection limit was none, is 3");

            Difference down = watched.keep("DROP ROLE shared_own");
            assertThat(up.then(down).isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_role_that_another_database_makes_is_not(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server);
                Watched other = Watched.on(server)) {
            other.keep("CREATE ROLE shared_other");
            assertThat(watched.keep("CREATE TABLE t (id int)").schema()).containsOnlyKeys("table public.t");
            assertThat(sentences(watched.keep("ALTER EXTENSION plpgsql ADD TABLE t")))
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("shared_other"));
            other.keep("DROP ROLE shared_other");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_subscription_is_compared_without_its_connection(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            Difference up =
                    watched.keep("CREATE SUBSCRIPTION s CONNECTION 'host=localhost password=hidden7' PUBLICATION x"
                            + " WITH (connect = false, slot_name = NONE, enabled = false)");
            assertThat(up.schema()).containsOnlyKeys("subscription s");
            assertThat(up.toString()).doesNotContain("hidden7");

            assertThat(sentences(watched.keep("ALTER SUBSCRIPTION s SET PUBLICATION y WITH (refresh = false)")))
                    .containsExactly("subscription s: publications was x, is y");
            Difference down = watched.keep("DROP SUBSCRIPTION s");
            assertThat(down.schema().get("subscription s").after()).isNull();
        }
    }

    /** No provider of labels is in a plain server, so the row is written by hand. */
    @ParameterizedTest
    @MethodSource("servers")
    void a_security_label_is_compared(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.keep("CREATE TABLE t (id int)");
            Difference labelled = watched.keep(
                    "SET LOCAL allow_system_table_mods = on",
                    "INSERT INTO pg_seclabel VALUES ('t'::regclass, 'pg_class'::regclass, 1, 'guard', 'secret')");
            assertThat(sentences(labelled)).containsExactly("security labels of table public.t: added");
            assertThat(watched.error().isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_role_without_any_right_can_read_the_fingerprint(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.keep("CREATE TABLE t (id int)");
            watched.keep("CREATE ROLE shared_nobody");
            try (Statement statement = watched.session.connection().createStatement()) {
                statement.execute("SET SESSION AUTHORIZATION shared_nobody");
                statement.execute("SELECT lo_from_bytea(4711, 'abc')");
                watched.session.connection().commit();
                try (var user = watched.session.raw().createStatement().executeQuery("SELECT current_user")) {
                    user.next();
                    assertThat(user.getString(1)).isEqualTo("shared_nobody");
                }
                Difference read = watched.fingerprinter.readAll(watched.session);
                assertThat(sentences(read)).contains("large objects all: added");
                statement.execute("SELECT lo_unlink(4711)");
                statement.execute("RESET SESSION AUTHORIZATION");
                statement.execute("DROP ROLE shared_nobody");
                watched.session.connection().commit();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_password_that_stays_is_told_and_one_that_is_set_back_is_not(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.keep("CREATE ROLE shared_secret PASSWORD 'old'");
            Difference up = watched.keep("ALTER ROLE shared_secret PASSWORD 'new'");
            assertThat(sentences(up))
                    .containsExactly("cluster objects: role shared_secret password was set, is set to another");
            assertThat(up.toString()).doesNotContain("SCRAM");
            assertThat(watched.discard("ALTER ROLE shared_secret PASSWORD 'third'")
                            .isEmpty())
                    .isFalse();
            assertThat(watched.keep("COMMENT ON ROLE shared_secret IS 'x'")
                            .schema()
                            .toString())
                    .contains("password=set to another");

            Difference down =
                    watched.keep("COMMENT ON ROLE shared_secret IS NULL", "ALTER ROLE shared_secret PASSWORD 'old'");
            assertThat(up.then(down).schema().toString()).doesNotContain("set to another");
            assertThat(sentences(watched.keep("ALTER ROLE shared_secret PASSWORD NULL")))
                    .containsExactly("cluster objects: role shared_secret password was set, is none");
            watched.keep("DROP ROLE shared_secret");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void a_password_keeps_its_name_when_the_state_is_made_again(DatabaseServer server) throws Exception {
        try (Watched watched = Watched.on(server)) {
            watched.keep("CREATE ROLE shared_again PASSWORD 'old'");
            watched.keep("ALTER ROLE shared_again PASSWORD 'new'");
            try (Statement statement = watched.session.raw().createStatement()) {
                statement.execute("ALTER ROLE shared_again PASSWORD 'new'");
            }
            assertThat(watched.fingerprinter.readAll(watched.session).isEmpty()).isTrue();
            watched.keep("DROP ROLE shared_again");
        }
    }

    private static List<String> sentences(Difference difference) {
        return DifferenceText.schema(difference).stream()
                .map(ObjectChange::sentence)
                .toList();
    }
}
