package dev.stairway.benchmark.data;

import dev.stairway.data.FillProgress;
import dev.stairway.data.FillReport;
import dev.stairway.data.FillWish;
import dev.stairway.data.Filler;
import dev.stairway.data.Fillers;
import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows made and stored, against batches of one prepared INSERT whose rows lie ready in memory. */
final class SqliteGenerateTrial implements DataTrial {

    private static final int READY = 10_000;
    private static final int COLUMNS = 9;

    private final DatabaseServer server;
    private final DataSettings settings;

    SqliteGenerateTrial(DatabaseServer server, DataSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "generate/sqlite/customer";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        try (JdbcDatabase made = (JdbcDatabase) server.fresh("made" + round);
                JdbcDatabase bare = (JdbcDatabase) server.fresh("bare" + round)) {
            table(made);
            table(bare);
            Object[][] rows = ready(made);
            Spent[] spent = new Spent[2];
            for (int side : round % 2 == 0 ? new int[] {0, 1} : new int[] {1, 0}) {
                spent[side] = Spent.on(side == 0 ? () -> generate(made, settings.rows()) : () -> insert(bare, rows));
            }
            return Map.of(
                    "generateMillis", spent[0].wallMillis(),
                    "generateClientMillis", spent[0].clientMillis(),
                    "generateRowsPerSecond", settings.rows() / spent[0].wallMillis() * 1000,
                    "batchMillis", spent[1].wallMillis(),
                    "batchClientMillis", spent[1].clientMillis(),
                    "speedOfBatches", spent[1].wallMillis() / spent[0].wallMillis(),
                    "processorOfBatches", spent[1].clientMillis() / spent[0].clientMillis(),
                    "peakHeapMegabytes", spent[0].peakHeapMegabytes());
        }
    }

    private static void table(JdbcDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            Tables.run(connection, Tables.CUSTOMER);
        }
    }

    private static FillReport generate(JdbcDatabase database, int rows) throws SQLException {
        try (Filler filler = Fillers.open(database, 1, List.of())) {
            return filler.fill(FillWish.of(rows, Set.of()), FillProgress.NONE);
        }
    }

    /** Some of the rows as the driver gives them; they are deleted again. */
    private static Object[][] ready(JdbcDatabase database) throws SQLException {
        generate(database, READY);
        Object[][] rows = new Object[READY][COLUMNS];
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet result = statement.executeQuery("SELECT * FROM customer")) {
                for (Object[] row : rows) {
                    result.next();
                    for (int i = 0; i < COLUMNS; i++) {
                        row[i] = result.getObject(i + 1);
                    }
                }
            }
            statement.execute("DELETE FROM customer");
        }
        return rows;
    }

    private Integer insert(JdbcDatabase database, Object[][] rows) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (int row = 0; row < settings.rows(); row++) {
                    insert.setObject(1, (long) row + 1);
                    for (int i = 1; i < COLUMNS; i++) {
                        insert.setObject(i + 1, rows[row % READY][i]);
                    }
                    insert.addBatch();
                    if (row % READY == READY - 1) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
        }
        return settings.rows();
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("speedOfBatches", "speed of generating, as a share of bare batches", 0.8, true),
                new Limit("peakHeapMegabytes", "peak heap, megabytes", 512, false));
    }

    @Override
    public void close() {
        // Each round closes its own databases.
    }
}
