package dev.stairway.integrity;

import java.util.List;

/**
 * What the database answered to a query of the user.
 *
 * @param kind whether it answered at all
 * @param error why it did not; empty when it did
 * @param count rows, as far as they were counted
 * @param rows the same rows, columns named
 * @param first the first value; null for none or NULL
 */
public record QueryAnswer(Kind kind, String error, long count, List<String> rows, String first) {

    /** Whether there is an answer. */
    public enum Kind {
        ANSWERED,
        /** A table or column that it asks for is not there. */
        NOT_THERE,
        /** The query is wrong, or takes too long. */
        BROKEN
    }

    public QueryAnswer {
        rows = List.copyOf(rows);
    }

    static QueryAnswer failed(Kind kind, String error) {
        return new QueryAnswer(kind, error, 0, List.of(), null);
    }

    public boolean answered() {
        return kind == Kind.ANSWERED;
    }

    /** True for the same rows in the same order. */
    public boolean sameAs(QueryAnswer other) {
        return count == other.count && rows.equals(other.rows);
    }
}
