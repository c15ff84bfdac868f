package dev.stairway.benchmark.data;

import dev.stairway.database.JdbcDatabase;
import dev.stairway.database.Session;
import dev.stairway.fingerprint.Digest;
import dev.stairway.fingerprint.Fingerprinter;
import dev.stairway.fingerprint.Fingerprinters;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The whole fingerprint of a big table, in turn with the barest reading of it by the same driver. */
abstract class ReadTrial implements DataTrial {

    private JdbcDatabase database;

    /** A database with the big table in it. */
    abstract JdbcDatabase filled() throws Exception;

    /** What the bare reading is called in the results. */
    abstract String bareName();

    /** The most that the fingerprint may take, in times of the bare reading. */
    abstract double limit();

    /** Reads every row and keeps none; returns what it counted. */
    abstract Long bare(JdbcDatabase database) throws SQLException;

    @Override
    public final Map<String, Double> run(int round) throws Exception {
        if (database == null) {
            database = filled();
        }
        Spent[] spent = new Spent[2];
        for (int side : round % 2 == 0 ? new int[] {0, 1} : new int[] {1, 0}) {
            spent[side] = side == 0 ? Spent.on(this::fingerprint) : Spent.on(() -> bare(database));
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

    @Override
    public final List<Limit> limits() {
        return List.of(
                new Limit("ratio", "whole fingerprint / " + bareName(), limit(), false),
                new Limit("peakHeapMegabytes", "peak heap, megabytes", 512, false));
    }

    @Override
    public final void close() {
        if (database != null) {
            database.close();
        }
    }
}
