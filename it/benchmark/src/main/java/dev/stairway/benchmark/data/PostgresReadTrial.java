package dev.stairway.benchmark.data;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Session;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The whole fingerprint of a big table, against COPY of the same table whose rows are thrown away by the same driver. */
final class PostgresReadTrial implements DataTrial {

    private final DatabaseServer server;
    private final DataSettings settings;
    private JdbcDatabase database;

    PostgresReadTrial(DatabaseServer server, DataSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "read/postgresql";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        if (database == null) {
            database = BigTable.in(server, settings.rows());
        }
        Spent[] spent = new Spent[2];
        for (int side : round % 2 == 0 ? new int[] {0, 1} : new int[] {1, 0}) {
            spent[side] = Spent.on(side == 0 ? this::fingerprint : this::drain);
        }
        return Map.of(
                "fingerprintMillis", spent[0].wallMillis(),
                "fingerprintClientMillis", spent[0].clientMillis(),
                "copyMillis", spent[1].wallMillis(),
                "copyClientMillis", spent[1].clientMillis(),
                "ratio", spent[0].wallMillis() / spent[1].wallMillis(),
                "peakHeapMegabytes", spent[0].peakHeapMegabytes());
    }

    private Digest fingerprint() throws SQLException {
        try (Session session = database.newSession();
                Fingerprinter fingerprinter = Fingerprinters.open(database, Set.of())) {
            fingerprinter.readAll(session);
            return fingerprinter.dataDigest();
        }
    }

    private Long drain() throws SQLException {
        try (Connection connection = database.connect()) {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY big TO STDOUT");
            long bytes = 0;
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                bytes += row.length;
            }
            return bytes;
        }
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("ratio", "whole fingerprint / COPY to nowhere", 1.5, false),
                new Limit("peakHeapMegabytes", "peak heap, megabytes", 512, false));
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
