package dev.stairway.benchmark.downtime;

import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;
import java.sql.Connection;
import java.sql.SQLException;

/** The database that every statement finds as it was made. */
final class Stage implements AutoCloseable {

    private final DatabaseServer server;
    private final JdbcDatabase database;
    private final Checkpoint made;

    private Stage(DatabaseServer server, JdbcDatabase database, Checkpoint made) {
        this.server = server;
        this.database = database;
        this.made = made;
    }

    static Stage open(DowntimeSettings settings) throws SQLException {
        EmbeddedProvider provider = new EmbeddedProvider(
                (group, artifact, version) -> settings.binaries(), EmbeddedOptions.defaults(settings.rows()));
        DatabaseServer server = provider.start("postgresql", "18");
        try {
            JdbcDatabase database = (JdbcDatabase) server.fresh("downtime");
            try (Connection connection = database.connect()) {
                TwelveStatements.prepare(connection, settings.rows());
            }
            return new Stage(server, database, database.checkpoint());
        } catch (SQLException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }

    JdbcDatabase database() {
        return database;
    }

    /** As it was made, its pages in memory. */
    void restore() throws SQLException {
        database.restore(made);
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
            statement.execute("SELECT count(*) FROM item");
        }
    }

    @Override
    public void close() {
        try (server) {
            made.close();
            database.close();
        }
    }
}
