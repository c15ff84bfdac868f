package dev.stairway.benchmark.scaling;

import dev.stairway.benchmark.downtime.TwelveStatements;
import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Profile;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of one size, which every statement finds as they were made; on a server tuned as goal {@code perf} tunes it. */
final class ForecastStage implements AutoCloseable {

    private final int rows;
    private final JdbcDatabase database;
    private final Checkpoint made;

    private ForecastStage(int rows, JdbcDatabase database, Checkpoint made) {
        this.rows = rows;
        this.database = database;
        this.made = made;
    }

    static DatabaseServer server(Path binaries, int mostRows) {
        return new EmbeddedProvider(
                        (group, artifact, version) -> binaries,
                        EmbeddedOptions.defaults(mostRows).withProfile(Profile.MEASURED))
                .start("postgresql", "18");
    }

    static ForecastStage open(DatabaseServer server, int rows) throws SQLException {
        JdbcDatabase database = (JdbcDatabase) server.fresh("forecast_" + rows);
        try (Connection connection = database.connect()) {
            TwelveStatements.prepare(connection, rows);
        }
        return new ForecastStage(rows, database, database.checkpoint());
    }

    int rows() {
        return rows;
    }

    /** Milliseconds of one statement, its commit included, with the pages in memory. */
    double play(TwelveStatements.Way way) throws SQLException {
        database.restore(made);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT count(*), sum(length(i::text)) FROM item i");
            statement.execute("CHECKPOINT");
            long start = System.nanoTime();
            way.play().on(connection);
            return (System.nanoTime() - start) / 1e6;
        }
    }

    @Override
    public void close() {
        made.close();
        database.close();
    }
}
