package dev.stairway.benchmark.data;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** One question about many rows. */
interface DataTrial extends AutoCloseable {

    /** For {@code -Dbenchmark.only} and the table, for example {@code generate/postgresql}. */
    String name();

    /**
     * Measures every side once.
     *
     * @param round 0 for the round that only warms up; odd and even ones may take the sides in different order
     * @return figures by name, the unit at the end of the name
     */
    Map<String, Double> run(int round) throws Exception;

    /** What the medians have to keep to. */
    List<Limit> limits();

    @Override
    void close() throws IOException, SQLException;

    /**
     * A target.
     *
     * @param figure whose median counts
     * @param title for people
     * @param limit to be kept
     * @param atLeast true when more is better
     */
    record Limit(String figure, String title, double limit, boolean atLeast) {

        boolean met(double value) {
            return atLeast ? value >= limit : value <= limit;
        }
    }
}
