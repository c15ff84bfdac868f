package dev.stairway.benchmark.data;

import dev.stairway.data.FillProgress;
import dev.stairway.data.FillReport;
import dev.stairway.data.FillWish;
import dev.stairway.data.Filler;
import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Rows made and stored, against COPY of the very same rows from a file into the very same table. */
final class PostgresGenerateTrial implements DataTrial {

    private static final int BUFFER = 1 << 16;

    private final DatabaseServer server;
    private final DataSettings settings;
    private final String table;
    private JdbcDatabase database;
    private Connection connection;
    private Path ready;

    /** @param table {@code customer}, or {@code orders} that refer to customers */
    PostgresGenerateTrial(DatabaseServer server, DataSettings settings, String table) {
        this.server = server;
        this.settings = settings;
        this.table = table;
    }

    @Override
    public String name() {
        return "generate/postgresql/" + table;
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        if (database == null) {
            prepare();
        }
        Spent[] spent = new Spent[2];
        for (int side : round % 2 == 0 ? new int[] {0, 1} : new int[] {1, 0}) {
            Tables.run(connection, "TRUNCATE " + table, "CHECKPOINT");
            spent[side] = Spent.on(side == 0 ? this::generate : this::copy);
        }
        return Map.of(
                "generateMillis", spent[0].wallMillis(),
                "generateClientMillis", spent[0].clientMillis(),
                "generateRowsPerSecond", settings.rows() / spent[0].wallMillis() * 1000,
                "copyMillis", spent[1].wallMillis(),
                "copyClientMillis", spent[1].clientMillis(),
                "speedOfCopy", spent[1].wallMillis() / spent[0].wallMillis(),
                "peakHeapMegabytes", spent[0].peakHeapMegabytes());
    }

    private void prepare() throws SQLException, IOException {
        database = (JdbcDatabase) server.fresh("generate_" + table);
        connection = database.connect();
        Tables.run(connection, Tables.CUSTOMER, Tables.ORDERS);
        generate();
        Files.createDirectories(settings.work());
        ready = settings.work().resolve(table + ".copy");
        try (OutputStream out = Files.newOutputStream(ready)) {
            manager().copyOut("COPY " + table + " TO STDOUT", out);
        }
        Tables.run(connection, "VACUUM ANALYZE");
        // The others keep their customers and are measured on their own rows only.
        if (table.equals("customer")) {
            Tables.run(connection, "DROP TABLE orders");
        }
    }

    private CopyManager manager() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private FillReport generate() throws SQLException {
        boolean alone = table.equals("customer");
        try (Filler filler = Fillers.open(database, 1, List.of())) {
            FillWish wish = new FillWish(settings.rows(), Map.of(), alone ? Set.of("orders") : Set.of());
            FillReport report = filler.fill(wish, FillProgress.NONE);
            if (!report.unfilled().isEmpty() || report.inserted().get("public." + table) != settings.rows()) {
                throw new IllegalStateException("not all rows were made: " + report);
            }
            return report;
        }
    }

    private Long copy() throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(ready)) {
            return manager().copyIn("COPY " + table + " FROM STDIN", in, BUFFER);
        }
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("speedOfCopy", "speed of generating, as a share of raw COPY", 0.8, true),
                new Limit("peakHeapMegabytes", "peak heap, megabytes", 512, false));
    }

    @Override
    public void close() throws SQLException, IOException {
        if (database != null) {
            connection.close();
            database.close();
        }
        if (ready != null) {
            Files.deleteIfExists(ready);
        }
    }
}
