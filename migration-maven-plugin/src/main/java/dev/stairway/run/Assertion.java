package dev.stairway.run;

import java.util.List;

/**
 * A query of the user whose answer says whether the rows are right.
 *
 * @param place file and line, for example {@code src/test/migration/assertions/balances.sql:3}
 * @param name what it claims; empty when it has no name
 * @param sql the query
 * @param expects what its answer must be
 * @param value the value that it must answer; empty where another thing is expected
 * @param from pattern of the first migration after which it must hold; empty for the first one
 * @param until pattern of the migration that ends it, after which it need not hold; empty for none
 * @param databases products that it is for; empty for all
 */
public record Assertion(
        String place,
        String name,
        String sql,
        Expects expects,
        String value,
        String from,
        String until,
        List<String> databases) {
    public Assertion {
        databases = List.copyOf(databases);
    }

    /** What an answer must be. */
    public enum Expects {
        /** No row, each row being something wrong. */
        NO_ROW,
        /** One value. */
        VALUE,
        /** What it was before the migration. */
        UNCHANGED
    }

    /** For people. */
    String shown() {
        return name.isEmpty() ? place : name + " (" + place + ")";
    }
}
