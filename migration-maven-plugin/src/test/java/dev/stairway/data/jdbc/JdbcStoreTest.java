package dev.stairway.data.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stairway.data.sqlite.SqliteStore;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.TestServers;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class JdbcStoreTest {

    private int connections;

    @Test
    void a_connection_that_could_not_be_prepared_is_not_taken_for_one_that_is() throws SQLException {
        try (JdbcDatabase database = (JdbcDatabase) TestServers.sqlite().fresh("store");
                SqliteStore store = new SqliteStore(firstConnectionFails(database))) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY)");
            }
            assertThatThrownBy(store::begin).isInstanceOf(SQLException.class);
            store.begin();
            assertThat(store.tables()).containsOnlyKeys("t");
            assertThat(connections).isEqualTo(2);
        }
    }

    private JdbcDatabase firstConnectionFails(JdbcDatabase database) {
        return (JdbcDatabase) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JdbcDatabase.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(database, arguments);
                    if (result instanceof Connection connection && ++connections == 1) {
                        connection.close();
                    }
                    return result;
                });
    }
}
