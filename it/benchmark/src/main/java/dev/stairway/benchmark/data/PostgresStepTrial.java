package dev.stairway.benchmark.data;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What it costs to look at a step: all that comes before and after its own statement. */
final class PostgresStepTrial implements DataTrial {

    private static final int OTHER_TABLES = 1000;
    private static final int TIMES = 11;

    private final DatabaseServer server;
    private final DataSettings settings;
    private JdbcDatabase database;

    PostgresStepTrial(DatabaseServer server, DataSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "step/postgresql";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        if (database == null) {
            database = BigTable.in(server, settings.rows());
        }
        Map<String, Double> figures = new TreeMap<>();
        others("DROP TABLE IF EXISTS other_%d");
        try (JdbcSession session = database.newSession();
                Fingerprinter fingerprinter = Fingerprinters.open(database, Set.of())) {
            session.connection().setAutoCommit(false);
            Spent whole = Spent.on(() -> fingerprinter.readAll(session));
            figures.put("wholeMillis", whole.wallMillis());
            session.settle();
            figures.put("smallMillis", small(session, fingerprinter));
            figures.put("bigFewRowsMillis", fewRowsOfBig(session, fingerprinter));
            figures.put("peakHeapMegabytes", whole.peakHeapMegabytes());
        }
        others("CREATE TABLE other_%d (id int PRIMARY KEY, a int, b text)");
        try (JdbcSession session = database.newSession();
                Fingerprinter fingerprinter = Fingerprinters.open(database, Set.of())) {
            session.connection().setAutoCommit(false);
            fingerprinter.readAll(session);
            session.settle();
            figures.put("smallAmongThousandTablesMillis", small(session, fingerprinter));
        }
        return figures;
    }

    /** All rows of the table of 1 000, up and down. */
    private static double small(JdbcSession session, Fingerprinter fingerprinter) throws SQLException {
        double[] millis = new double[2 * TIMES];
        for (int i = 0; i < TIMES; i++) {
            millis[2 * i] = check(session, fingerprinter, "UPDATE small SET quantity = quantity + 1");
            millis[2 * i + 1] = check(session, fingerprinter, "UPDATE small SET quantity = quantity - 1");
        }
        return median(millis);
    }

    /** 100 rows all over the big table. */
    private double fewRowsOfBig(JdbcSession session, Fingerprinter fingerprinter) throws SQLException {
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            String sql =
                    "UPDATE big SET quantity = quantity + 1 WHERE id = ANY (SELECT %d + n * %d FROM generate_series(0, 99) n)";
            millis[i] = check(session, fingerprinter, String.format(sql, i + 1, settings.rows() / 100));
        }
        return median(millis);
    }

    private static double check(JdbcSession session, Fingerprinter fingerprinter, String sql) throws SQLException {
        session.begin();
        long start = System.nanoTime();
        fingerprinter.watch(session);
        long nanos = System.nanoTime() - start;
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(sql);
        }
        start = System.nanoTime();
        if (fingerprinter.read(session).isEmpty()) {
            throw new IllegalStateException("the step was not noticed: " + sql);
        }
        nanos += System.nanoTime() - start;
        session.settle();
        return nanos / 1e6;
    }

    private void others(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < OTHER_TABLES; i++) {
                statement.execute(String.format(sql, i));
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("smallMillis", "check of 1 000 touched rows beside the big table, ms", 50, false),
                new Limit("smallAmongThousandTablesMillis", "the same among 1 000 more tables, ms", 50, false),
                new Limit("peakHeapMegabytes", "peak heap, megabytes", 512, false));
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
