package dev.stairway.compare.behaviour;

import java.util.List;

/** The way of H2. */
final class H2Dialect extends Dialect {

    H2Dialect() {
        super("h2");
    }

    @Override
    List<String> settings() {
        return List.of("SET TIME ZONE 'UTC'");
    }

    @Override
    List<String> patience(int millis) {
        return List.of("SET LOCK_TIMEOUT " + millis);
    }

    /** See <a href="https://h2database.com/html/grammar.html#data_change_delta_table">data change delta tables</a>. */
    @Override
    String returning(String insert, String columns) {
        return "SELECT " + columns + " FROM FINAL TABLE (" + insert + ")";
    }
}
