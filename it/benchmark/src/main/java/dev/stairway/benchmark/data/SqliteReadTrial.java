package dev.stairway.benchmark.data;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Session;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The whole fingerprint of a big table, against the same driver that gives every value of it as an object: any column of
 * SQLite may hold any class, so a reader that may lose nothing has to ask for it.
 */
final class SqliteReadTrial implements DataTrial {

    private static final int VALUES = BigFile.COLUMNS.split(",").length;

    private final DatabaseServer server;
    private final DataSettings settings;
    private JdbcDatabase database;

    SqliteReadTrial(DatabaseServer server, DataSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "read/sqlite";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        if (database == null) {
            database = BigFile.in(server, settings.rows());
        }
        Spent[] spent = new Spent[2];
        for (int side : round % 2 == 0 ? new int[] {0, 1} : new int[] {1, 0}) {
            spent[side] = Spent.on(side == 0 ? this::fingerprint : this::bare);
        }
        return Map.of(
                "fingerprintMillis", spent[0].wallMillis(),
                "fingerprintClientMillis", spent[0].clientMillis(),
                "bareMillis", spent[1].wallMillis(),
                "bareClientMillis", spent[1].clientMillis(),
                "ratio", spent[0].wallMillis() / spent[1].wallMillis(),
                "processorRatio", spent[0].clientMillis() / spent[1].clientMillis(),
                "peakHeapMegabytes", spent[0].peakHeapMegabytes());
    }

    private Digest fingerprint() throws SQLException {
        try (Session session = database.newSession();
                Fingerprinter fingerprinter = Fingerprinters.open(database, Set.of())) {
            fingerprinter.readAll(session);
            return fingerprinter.dataDigest();
        }
    }

    private Long bare() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + BigFile.COLUMNS + " FROM big")) {
            long values = 0;
            while (rows.next()) {
                for (int column = 1; column <= VALUES; column++) {
                    values += rows.getObject(column) == null ? 0 : 1;
                }
            }
            return values;
        }
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("ratio", "whole fingerprint / bare reading", 1.3, false),
                new Limit("peakHeapMegabytes", "peak heap, megabytes", 512, false));
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
