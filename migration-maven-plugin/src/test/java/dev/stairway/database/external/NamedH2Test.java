package dev.stairway.database.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.database.jdbc.Drivers;
import dev.stairway.database.named.ExternalJdbcServer;
import dev.stairway.problem.ProblemException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An H2 behind its own server that somebody named: its own statistics tell every statement that it was sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedH2Test {

    private static final String MARK = "named-tests-1f9c";
    private static final String PASSWORD = "canary-9e55";

    @TempDir
    static Path work;

    private URLClassLoader drivers;
    private Object server;
    private int port;

    @BeforeAll
    void start() throws Exception {
        drivers = TestServers.h2Drivers();
        Class<?> type = Class.forName("org.h2.tools.Server", true, drivers);
        server = type.getMethod("createTcpServer", String[].class)
                .invoke(null, (Object) new String[] {"-tcpPort", "0", "-baseDir", work.toString()});
        type.getMethod("start").invoke(server);
        port = (int) type.getMethod("getPort").invoke(server);
    }

    @AfterAll
    void stop() throws Exception {
        server.getClass().getMethod("stop").invoke(server);
        drivers.close();
    }

    private String url(String database) {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/./" + database;
    }

    private ExternalTarget target(String url) {
        return new ExternalTarget(url, "SA", PASSWORD, MARK, Hosts.NONE, ExternalTarget.MAX_SERVER_BYTES);
    }

    private Connection connect(String url) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "sa");
        login.setProperty("password", PASSWORD);
        return Drivers.find(drivers, url).orElseThrow().connect(url, login);
    }

    /** A server lets nobody make a database from afar, so that the file is made beside it. */
    private String made(String name) throws SQLException {
        connect("jdbc:h2:file:" + work.resolve(name)).close();
        return url(name);
    }

    private ExternalTarget marked(String name) throws SQLException {
        ExternalTarget target = target(made(name));
        ExternalJdbcServer.mark(target, 30, drivers);
        return target;
    }

    private void refused(ExternalTarget target, String lock) {
        assertThatThrownBy(() -> ExternalJdbcServer.open(target, drivers))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(lock)
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("canary"));
    }

    /** Refused, and by the statistics of the database nothing but queries was run. */
    private void refusedAfter(String name, String lock, String... statements) throws SQLException {
        ExternalTarget target = marked(name);
        try (Connection connection = connect(url(name));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        String file = "jdbc:h2:tcp://127.0.0.1:" + port + "/./" + name;
        List<String> before = script(file);
        refused(target, lock);
        assertThat(script(file)).isEqualTo(before);
    }

    /** Everything in the database, as H2 writes it down. */
    private List<String> script(String url) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SCRIPT")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    @Test
    void works_in_schemas_of_random_names_and_leaves_the_database_as_it_was() throws Exception {
        ExternalTarget target = marked("good");
        List<String> before = script(url("good"));
        try (ExternalJdbcServer named = ExternalJdbcServer.open(target, drivers)) {
            assertThat(named.id().toString()).isEqualTo("h2 2.3 (external)");
            JdbcDatabase database = (JdbcDatabase) named.fresh("a");
            assertThat(database.onlySchema().orElseThrow()).matches("STAIRWAY_[0-9A-F]{32}");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (id INT PRIMARY KEY)");
            }
            database.restore(database.checkpoint());
            database.close();
            named.fresh("left to the end");
        }
        assertThat(script(url("good"))).isEqualTo(before);
    }

    @Test
    void what_a_killed_run_has_left_is_removed_by_the_next() throws Exception {
        ExternalTarget target = marked("killed");
        String left = "stairway_" + "0a".repeat(16);
        try (Connection connection = connect(url("killed"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + left);
            statement.execute("CREATE TABLE " + left + ".t (id INT)");
            statement.execute("INSERT INTO stairway_made VALUES ('" + left + "', '" + "1".repeat(64) + "', 0)");
        }
        try (ExternalJdbcServer named = ExternalJdbcServer.open(target, drivers)) {
            assertThat(named.notes()).singleElement().asString().contains(left);
        }
        assertThat(script(url("killed"))).noneMatch(line -> line.toLowerCase().contains(left));
    }

    @Test
    void a_database_without_a_mark_is_refused() throws Exception {
        refused(target(made("unmarked")), "lock-2-mark");
    }

    @Test
    void a_copy_of_the_file_marks_nothing() throws Exception {
        marked("original");
        Files.copy(work.resolve("original.mv.db"), work.resolve("copy.mv.db"));
        refused(target(url("copy")), "lock-2-mark");
    }

    @Test
    void what_is_not_empty_is_refused() throws Exception {
        refusedAfter("with_table", "lock-4-empty", "CREATE TABLE customers (id INT)");
        refusedAfter("with_view", "lock-4-empty", "CREATE VIEW v AS SELECT 1");
        refusedAfter("with_schema", "lock-4-empty", "CREATE SCHEMA shop");
        refusedAfter("with_alias", "lock-4-empty", "CREATE ALIAS twice FOR 'java.lang.Math.abs(int)'");
        refusedAfter("with_sequence", "lock-4-empty", "CREATE SEQUENCE numbers");
        refusedAfter("with_user", "lock-4-empty", "CREATE USER clerk PASSWORD 'x'");
    }

    @Test
    void marks_of_others_are_refused() throws Exception {
        refusedAfter("expired", "lock-2-mark", "UPDATE stairway_mark SET expires_at = 1");
        refusedAfter("of_the_future", "lock-2-mark", "UPDATE stairway_mark SET marked_at = marked_at + 9999");
        refusedAfter("of_another_project", "lock-2-mark", "UPDATE stairway_mark SET mark_token = 'other-tests-77'");
        refusedAfter("of_another_user", "lock-2-mark", "UPDATE stairway_mark SET mark_owner = 'CLERK'");
        refusedAfter("twice", "lock-2-mark", "INSERT INTO stairway_mark SELECT * FROM stairway_mark");
    }

    @Test
    void somebody_else_in_it_is_refused_and_gone_again_is_let_in() throws Exception {
        ExternalTarget target = marked("busy");
        try (Connection other = connect(url("busy"))) {
            refused(target, "lock-6-in-use");
            assertThat(other.isValid(1)).isTrue();
        }
        ExternalJdbcServer.open(target, drivers).close();
    }

    @Test
    void a_database_that_is_not_there_does_not_come_to_be_by_looking() {
        refused(target(url("absent")), "cannot be used");
        assertThat(work.resolve("absent.mv.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:tests",
                "jdbc:h2:file:/tmp/tests",
                "jdbc:h2:tcp://127.0.0.1/./tests",
                "jdbc:h2:tcp://127.0.0.1:9092,127.0.0.1:9093/./tests",
                "jdbc:h2:tcp://127.0.0.1:9092/./tests;INIT=RUNSCRIPT FROM 'http://127.0.0.1/evil.sql'",
                "jdbc:h2:tcp://127.0.0.1:9092/../tests",
                "jdbc:h2:tcp://192.0.2.1:9092/./tests"
            })
    void a_url_that_may_lead_elsewhere_is_refused(String url) {
        refused(target(url), "lock-3-host");
    }

    @Test
    void the_usual_database_and_one_of_production_are_refused() {
        refused(target("jdbc:h2:tcp://127.0.0.1:" + port + "/~/test"), "lock-1-own-database");
        refused(target("jdbc:h2:tcp://127.0.0.1:" + port + "/./shop_prod"), "lock-6-in-use");
    }
}
