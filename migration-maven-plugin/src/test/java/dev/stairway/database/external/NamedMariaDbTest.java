package dev.stairway.database.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.mariadb.NamedMariaDb;
import dev.stairway.database.named.ExternalJdbcServer;
import dev.stairway.problem.ProblemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A MariaDB that somebody named: refused wherever a lock stays closed, and left as it was found where all open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedMariaDbTest {

    @TempDir
    static Path work;

    private NamedMariaDb named;
    private ExternalTarget target;

    @BeforeAll
    void start() {
        named = NamedMariaDb.start(work);
        target = marked("named_good");
    }

    @AfterAll
    void stop() {
        if (named != null) {
            named.close();
        }
    }

    private ExternalTarget marked(String name) {
        named.sql("CREATE DATABASE " + name);
        ExternalTarget one = named.target(name);
        ExternalJdbcServer.mark(one, 30, named.drivers());
        return one;
    }

    private ExternalJdbcServer open(ExternalTarget one) {
        return ExternalJdbcServer.open(one, named.drivers());
    }

    @TestFactory
    Stream<DynamicTest> is_refused_and_not_written_to() {
        List<Hostile> all = new HostileMariaDb(named).all();
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(45)
                .extracting(Hostile::name)
                .doesNotHaveDuplicates();
        return all.stream()
                .map(hostile -> DynamicTest.dynamicTest(hostile.name(), () -> {
                    Hostile.Trial trial = new Hostile.Trial(named::log);
                    hostile.run().with(trial);
                    assertThat(trial.refusal()).contains(hostile.refusal()).doesNotContain("canary");
                    assertThat(HostileMariaDb.writes(trial.written())).isEmpty();
                }));
    }

    @Test
    void a_run_that_is_let_in_is_seen_to_write() {
        int before = named.log().length();
        try (ExternalJdbcServer server = open(target)) {
            server.fresh("a").close();
        }
        assertThat(HostileMariaDb.writes(named.log().substring(before)))
                .anyMatch(line -> line.startsWith("CREATE DATABASE"))
                .anyMatch(line -> line.startsWith("INSERT INTO"))
                .anyMatch(line -> line.startsWith("DROP DATABASE"));
        assertThat(named.made()).isEmpty();
    }

    @Test
    void works_in_databases_of_random_names_and_leaves_the_named_one_as_it_was() throws Exception {
        try (ExternalJdbcServer server = open(target)) {
            assertThat(server.id().toString()).isEqualTo("mariadb 11.4 (external)");
            assertThat(server.driverVersion()).contains("databases of its own on 127.0.0.1:");
            JdbcDatabase database = (JdbcDatabase) server.fresh("a");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (id INT)");
            }
            database.restore(database.checkpoint());
            assertThat(named.made()).anyMatch(name -> name.matches("stairway_[0-9a-f]{32}"));
            assertThat(named.texts("SHOW TABLES IN named_good")).containsExactly("stairway_made", "stairway_mark");
        }
        assertThat(named.made()).isEmpty();
        assertThat(named.texts("SELECT made_name FROM named_good.stairway_made"))
                .isEmpty();
    }

    @Test
    void what_a_killed_run_has_left_is_removed_by_the_next_and_nothing_else() {
        String left = "stairway_" + "0a".repeat(16);
        String stranger = "stairway_" + "0b".repeat(16);
        named.sql(
                "CREATE DATABASE " + left,
                "CREATE DATABASE " + left + "_c1",
                "CREATE DATABASE " + stranger,
                "INSERT INTO named_good.stairway_made VALUES ('" + left + "', '" + "1".repeat(64) + "', 0)");
        try (ExternalJdbcServer server = open(target)) {
            assertThat(server.notes()).singleElement().asString().contains(left);
            assertThat(named.made()).containsExactly(stranger);
        } finally {
            named.sql("DROP DATABASE " + stranger);
        }
    }

    @Test
    void two_runs_at_a_time_leave_each_other_alone() {
        try (ExternalJdbcServer first = open(target)) {
            JdbcDatabase kept = (JdbcDatabase) first.fresh("a");
            try (ExternalJdbcServer second = open(target)) {
                assertThat(second.notes()).isEmpty();
                second.fresh("b").close();
            }
            assertThat(named.made()).hasSize(1);
            kept.close();
        }
    }

    @Test
    void a_mark_that_goes_away_during_the_run_stops_everything_that_makes_or_removes() {
        ExternalTarget one = marked("named_gone");
        ExternalJdbcServer server = open(one);
        named.sql("UPDATE named_gone.stairway_mark SET mark_nonce = 'another'");
        assertThatThrownBy(() -> server.fresh("a"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("lock-5-identity");
        server.close();
    }

    @Test
    void a_mark_that_expired_is_set_again() {
        ExternalTarget one = marked("named_again");
        named.sql("UPDATE named_again.stairway_mark SET expires_at = 1");
        ExternalJdbcServer.mark(one, 1, named.drivers());
        open(one).close();
    }

    @Test
    void others_elsewhere_are_none_of_a_users_business_who_can_see_them() throws Exception {
        named.sql("GRANT PROCESS ON *.* TO 'walker'@'127.0.0.1'");
        try (Connection other = named.connect("keeper", "mysql")) {
            open(target).close();
            assertThat(other.isValid(1)).isTrue();
        } finally {
            named.sql("REVOKE PROCESS ON *.* FROM 'walker'@'127.0.0.1'");
        }
    }

    @Test
    void names_that_only_begin_like_those_of_production_are_harmless() {
        named.sql("CREATE DATABASE products", "CREATE DATABASE maintenance", "CREATE DATABASE delivery");
        open(target).close();
        open(marked("named_product_catalog")).close();
    }

    @Test
    void a_url_may_say_how_it_is_encrypted() {
        open(named.target(target.url() + "?sslMode=disable", NamedMariaDb.WALKER))
                .close();
    }

    @Test
    void without_a_driver_it_is_said_where_one_belongs() {
        assertThatThrownBy(() -> ExternalJdbcServer.open(target, ClassLoader.getPlatformClassLoader()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no driver on the project's class path");
    }
}
