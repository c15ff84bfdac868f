package dev.stairway.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import dev.stairway.database.generic.GenericServer;
import dev.stairway.database.generic.Target;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A server that is known by its URL alone: a schema of our own in it, nothing beside it. H2 stands for any product. */
class AnyJdbcServerTest {

    private static final String URL = "jdbc:h2:mem:any;DB_CLOSE_DELAY=-1";

    private final Driver driver = TestServers.h2Driver();

    @Test
    void is_walked_in_a_schema_of_our_own_and_is_as_before_afterwards() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "sa");
        login.setProperty("password", "");
        Target target = new Target(driver, URL, login);
        try (Connection others = target.connect();
                Statement statement = others.createStatement()) {
            statement.execute("create table someone_elses (id int)");
            List<SqlCase> cases = SqlCases.of("h2");
            for (String name : List.of("a default is lost", "an index is lost", "rows are lost", "a view is lost")) {
                judged(GenericServer.open(target, "external"), find(cases, "defects: " + name));
            }
            for (String name : List.of("a column is added and dropped", "rows are inserted and deleted")) {
                judged(GenericServer.open(target, "external"), find(cases, "correct: " + name));
            }
            try (ResultSet left = statement.executeQuery(
                    "select count(*) from information_schema.schemata where schema_name like 'STAIRWAY%'")) {
                left.next();
                assertThat(left.getInt(1)).isZero();
            }
            statement.execute("shutdown");
        }
    }

    @Test
    void tells_a_schema_that_alone_is_ours() {
        Properties login = new Properties();
        login.setProperty("user", "sa");
        login.setProperty("password", "");
        try (JdbcDatabase database = (JdbcDatabase)
                GenericServer.open(new Target(driver, "jdbc:h2:mem:one;DB_CLOSE_DELAY=-1", login), "external")
                        .fresh("x")) {
            assertThat(database.onlySchema().orElseThrow()).startsWith("STAIRWAY_");
            assertThat(database.id().product()).isEqualTo("h2");
        }
    }

    private static void judged(GenericServer server, SqlCase planted) {
        CaseResult result = new CaseWalks().on(server, planted);
        assertThat(result.right(planted)).as("%s%n%s", planted, result).isTrue();
    }

    private static SqlCase find(List<SqlCase> cases, String name) {
        return cases.stream()
                .filter(planted -> planted.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
