package dev.stairway.benchmark.data;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Against COPY of the same table, whose rows are thrown away by the same driver. */
final class PostgresReadTrial extends ReadTrial {

    private final DatabaseServer server;
    private final DataSettings settings;

    PostgresReadTrial(DatabaseServer server, DataSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "read/postgresql";
    }

    @Override
    JdbcDatabase filled() throws Exception {
        return BigTable.in(server, settings.rows());
    }

    @Override
    String bareName() {
        return "COPY to nowhere";
    }

    @Override
    double limit() {
        return 1.5;
    }

    @Override
    Long bare(JdbcDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY big TO STDOUT");
            long bytes = 0;
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                bytes += row.length;
            }
            return bytes;
        }
    }
}
