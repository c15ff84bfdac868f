package dev.stairway.assertion;

import dev.stairway.integrity.QueryAnswer;
import java.math.BigDecimal;
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
    public String shown() {
        return name.isEmpty() ? place : name + " (" + place + ")";
    }

    /** True when the answer is the one that must be; what must not change is right by itself. */
    public boolean met(QueryAnswer answer) {
        return answer.answered()
                && switch (expects) {
                    case NO_ROW -> answer.count() == 0;
                    case VALUE -> sameValue(answer.first());
                    case UNCHANGED -> true;
                };
    }

    /** 42 is 42.00: how a number is written depends on the database. */
    private boolean sameValue(String actual) {
        if (actual == null) {
            return value.equalsIgnoreCase("null");
        }
        try {
            return new BigDecimal(value).compareTo(new BigDecimal(actual.strip())) == 0;
        } catch (NumberFormatException noNumbers) {
            return value.equals(actual);
        }
    }
}
