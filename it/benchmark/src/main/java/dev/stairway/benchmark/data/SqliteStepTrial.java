package dev.stairway.benchmark.data;

import dev.stairway.database.DatabaseServer;
import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.JdbcSession;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What it costs to look at a step that writes the small table beside the big one, against a copy of the file. */
final class SqliteStepTrial implements DataTrial {

    private static final int TIMES = 11;

    private final DatabaseServer server;
    private final DataSettings settings;
    private JdbcDatabase database;

    SqliteStepTrial(DatabaseServer server, DataSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "step/sqlite";
    }

    @Override
    public Map<String, Double> run(int round) throws Exception {
        if (database == null) {
            database = BigFile.in(server, settings.rows());
        }
        double copy = Spent.on(this::copy).wallMillis();
        try (JdbcSession session = database.newSession();
                Fingerprinter fingerprinter = Fingerprinters.open(database, Set.of())) {
            session.connection().setAutoCommit(false);
            Spent whole = Spent.on(() -> fingerprinter.readAll(session));
            session.settle();
            double check = small(session, fingerprinter);
            return Map.of(
                    "wholeMillis",
                    whole.wallMillis(),
                    "smallMillis",
                    check,
                    "copyMillis",
                    copy,
                    "copies",
                    check / copy,
                    "peakHeapMegabytes",
                    whole.peakHeapMegabytes());
        }
    }

    private Path copy() {
        Path file = Path.of(database.url().substring("jdbc:sqlite:".length()));
        Path copy = file.resolveSibling("copy.db");
        try {
            Files.copy(file, copy);
            Files.delete(copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Median over steps that each write all rows of the small table. */
    private static double small(JdbcSession session, Fingerprinter fingerprinter) throws SQLException {
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            session.begin();
            long start = System.nanoTime();
            fingerprinter.watch(session);
            long nanos = System.nanoTime() - start;
            try (Statement statement = session.connection().createStatement()) {
                statement.execute("UPDATE small SET amount = amount + 1");
            }
            start = System.nanoTime();
            if (fingerprinter.read(session).data().size() != 1) {
                throw new IllegalStateException("one table was written");
            }
            nanos += System.nanoTime() - start;
            session.settle();
            millis[i] = nanos / 1e6;
        }
        Arrays.sort(millis);
        return millis[TIMES / 2];
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("copies", "check of 1 000 touched rows beside the big table / copy of the file", 2, false),
                new Limit("peakHeapMegabytes", "peak heap, megabytes", 512, false));
    }

    @Override
    public void close() {
        if (database != null) {
            database.close();
        }
    }
}
