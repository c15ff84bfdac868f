package dev.stairway.engine.flyway;

import dev.stairway.database.jdbc.Drivers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/** An empty SQLite database in memory, for reading a changelog. */
final class NoDatabase implements AutoCloseable {

    private final Connection connection;

    private NoDatabase(Connection connection) {
        this.connection = connection;
    }

    static NoDatabase open() throws SQLException {
        return new NoDatabase(Drivers.load(NoDatabase.class.getClassLoader(), "org.sqlite.JDBC")
                .connect("jdbc:sqlite::memory:", new Properties()));
    }

    /** Its one connection; Flyway closes what it gets, and asks again. */
    DataSource dataSource() {
        Connection lasting = (Connection) Reflect.instance(
                Connection.class,
                (self, method, arguments) ->
                        method.getName().equals("close") ? null : Reflect.pass(connection, method, arguments));
        return (DataSource) Reflect.instance(
                DataSource.class,
                (self, method, arguments) -> method.getName().equals("getConnection") ? lasting : null);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
