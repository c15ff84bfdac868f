package dev.stairway.database.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.database.jdbc.Drivers;
import dev.stairway.database.named.ExternalJdbcServer;
import dev.stairway.problem.ProblemException;
import java.io.PrintWriter;
import java.net.URLClassLoader;
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

/** HSQLDB stands for every product that nobody told the plugin about: the user says how to ask it for what the locks need. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamedUnknownProductTest {

    private static final String SERVER = "VALUES (DATABASE())";
    private static final String OTHERS =
            "SELECT USER_NAME FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS WHERE SESSION_ID <> SESSION_ID()";

    @TempDir
    static Path work;

    private URLClassLoader drivers;
    private Object server;
    private int port;

    @BeforeAll
    void start() throws Exception {
        drivers = TestServers.hsqldbDrivers();
        Class<?> type = Class.forName("org.hsqldb.server.Server", true, drivers);
        server = type.getConstructor().newInstance();
        type.getMethod("setLogWriter", PrintWriter.class).invoke(server, new Object[] {null});
        type.getMethod("setSilent", boolean.class).invoke(server, true);
        type.getMethod("setAddress", String.class).invoke(server, "127.0.0.1");
        port = dev.stairway.database.process.LoopbackPort.free();
        type.getMethod("setPort", int.class).invoke(server, port);
        for (int i = 0; i < 3; i++) {
            type.getMethod("setDatabaseName", int.class, String.class).invoke(server, i, "named" + i);
            type.getMethod("setDatabasePath", int.class, String.class)
                    .invoke(server, i, "file:" + work.resolve("db" + i) + ";hsqldb.lock_file=false");
        }
        type.getMethod("start").invoke(server);
    }

    @AfterAll
    void stop() throws Exception {
        server.getClass().getMethod("shutdown").invoke(server);
        drivers.close();
    }

    private String url(int number) {
        return "jdbc:hsqldb:hsql://127.0.0.1:" + port + "/named" + number;
    }

    private ExternalTarget target(int number, Questions questions) {
        return new ExternalTarget(url(number), "SA", "", "named-tests-1f9c", Hosts.NONE, Long.MAX_VALUE, questions);
    }

    private Connection connect(int number) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "SA");
        login.setProperty("password", "");
        return Drivers.find(drivers, url(number)).orElseThrow().connect(url(number), login);
    }

    private List<String> script(int number) throws SQLException {
        try (Connection connection = connect(number);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SCRIPT")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private void refused(ExternalTarget target, String... words) throws SQLException {
        List<String> before = script(0);
        assertThatThrownBy(() -> ExternalJdbcServer.open(target, drivers))
                .isInstanceOf(ProblemException.class)
                .satisfies(failure -> assertThat(failure.getMessage()).contains(words));
        assertThat(script(0)).isEqualTo(before);
    }

    @Test
    void nobody_is_let_in_who_does_not_say_how_to_look() throws Exception {
        refused(target(0, Questions.NONE), "lock-5-identity", "<serverQuery>", "SQL of hsqldb");
        refused(target(0, new Questions(SERVER, "")), "lock-6-in-use", "<othersQuery>");
        refused(target(0, new Questions("SELECT nothing FROM nowhere", OTHERS)), "cannot be used");
        refused(target(0, new Questions(SERVER, OTHERS)), "lock-2-mark");
    }

    @Test
    void somebody_else_is_seen_by_the_query_that_the_user_gave() throws Exception {
        try (Connection other = connect(0)) {
            assertThatThrownBy(() -> ExternalJdbcServer.mark(target(0, new Questions(SERVER, OTHERS)), 1, drivers))
                    .hasMessageContaining("lock-6-in-use");
            assertThat(other.isValid(1)).isTrue();
        }
    }

    @Test
    void what_is_not_empty_cannot_be_marked() throws Exception {
        try (Connection connection = connect(2);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customers (id INT)");
        }
        assertThatThrownBy(() -> ExternalJdbcServer.mark(target(2, new Questions(SERVER, OTHERS)), 1, drivers))
                .hasMessageContaining("lock-4-empty")
                .hasMessageContaining("CUSTOMERS");
    }

    @Test
    void works_in_schemas_of_its_own_and_leaves_what_it_found() throws Exception {
        ExternalTarget target = target(1, new Questions(SERVER, OTHERS));
        ExternalJdbcServer.mark(target, 30, drivers);
        List<String> before = script(1);
        try (ExternalJdbcServer named = ExternalJdbcServer.open(target, drivers)) {
            assertThat(named.id().product()).isEqualTo("hsql-database-engine");
            JdbcDatabase database = (JdbcDatabase) named.fresh("a");
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (id INT PRIMARY KEY)");
            }
            named.fresh("left to the end");
        }
        assertThat(script(1)).isEqualTo(before);
        ExternalTarget other = new ExternalTarget(
                target.url(), "SA", "", "other-tests-77", Hosts.NONE, Long.MAX_VALUE, target.questions());
        assertThatThrownBy(() -> ExternalJdbcServer.open(other, drivers)).hasMessageContaining("lock-2-mark");
    }
}
