package dev.stairway.benchmark.scaling;

import dev.stairway.benchmark.downtime.TwelveStatements;
import dev.stairway.database.Checkpoint;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Profile;
import dev.stairway.database.provider.EmbeddedOptions;
import dev.stairway.database.provider.EmbeddedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of one size, which every statement finds as they were made; on a server tuned as goal {@code perf} tunes it. */
final class ForecastStage implements AutoCloseable {

    private final int rows;
    private final boolean processorTime;
    private final JdbcDatabase database;
    private final Checkpoint made;

    private ForecastStage(int rows, boolean processorTime, JdbcDatabase database, Checkpoint made) {
        this.rows = rows;
        this.processorTime = processorTime;
        this.database = database;
        this.made = made;
    }

    static DatabaseServer server(Path binaries, int mostRows) {
        return new EmbeddedProvider(
                        (group, artifact, version) -> binaries,
                        EmbeddedOptions.defaults(mostRows).withProfile(Profile.MEASURED))
                .start("postgresql", "18");
    }

    /** @param processorTime true for a busy machine: the processor time of the session is taken, without workers beside it */
    static ForecastStage open(DatabaseServer server, int rows, boolean processorTime) throws SQLException {
        JdbcDatabase database = (JdbcDatabase) server.fresh("forecast_" + rows);
        try (Connection connection = database.connect()) {
            TwelveStatements.prepare(connection, rows);
        }
        return new ForecastStage(rows, processorTime, database, database.checkpoint());
    }

    int rows() {
        return rows;
    }

    /** Milliseconds of one statement, its commit included, with the pages in memory. */
    double play(TwelveStatements.Way way) throws SQLException, IOException {
        database.restore(made);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT count(*), sum(length(i::text)) FROM item i");
            statement.execute("CHECKPOINT");
            Path schedule = processorTime ? alone(statement) : null;
            long start = nanos(schedule);
            way.play().on(connection);
            return (nanos(schedule) - start) / 1e6;
        }
    }

    /** Where Linux counts the processor time of this session, which from now on has no workers. */
    private static Path alone(Statement statement) throws SQLException {
        statement.execute("SET max_parallel_maintenance_workers = 0");
        statement.execute("SET max_parallel_workers_per_gather = 0");
        try (ResultSet process = statement.executeQuery("SELECT pg_backend_pid()")) {
            process.next();
            return Path.of("/proc", process.getString(1), "schedstat");
        }
    }

    /** @param schedule null for the clock on the wall; else see https://docs.kernel.org/scheduler/sched-stats.html */
    private static long nanos(Path schedule) throws IOException {
        return schedule == null
                ? System.nanoTime()
                : Long.parseLong(Files.readString(schedule).split(" ")[0]);
    }

    @Override
    public void close() {
        made.close();
        database.close();
    }
}
