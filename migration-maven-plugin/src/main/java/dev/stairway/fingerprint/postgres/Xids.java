package dev.stairway.fingerprint.postgres;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Transaction ids that were given out one after the other, in 64 bits.
 *
 * @param first the lowest
 * @param next one above the highest
 * @see <a href="https://www.postgresql.org/docs/current/transaction-id.html">Transactions and Identifiers</a>
 */
record Xids(long first, long next) {

    private static final int FEW = 10_000;
    private static final int ROW_BITS = 32;

    /** True when rows can be asked for each of them. */
    boolean few() {
        return next - first <= FEW && first >>> ROW_BITS == next >>> ROW_BITS;
    }

    /** The first as rows carry it, in 32 bits. */
    String rawFirst() {
        return Long.toString(raw(first));
    }

    /** A condition on rows: one of these transactions has made, replaced, removed or locked the row. */
    String condition() {
        String array = array();
        return " WHERE (xmin = ANY (" + array + ") OR xmax = ANY (" + array + "))";
    }

    /** A condition on rows: one of these transactions has made the row. */
    String madeRow() {
        return " WHERE xmin = ANY (" + array() + ")";
    }

    private String array() {
        return LongStream.range(first, next)
                .mapToObj(xid -> Long.toString(raw(xid)))
                .collect(Collectors.joining(",", "'{", "}'::pg_catalog.xid[]"));
    }

    private static long raw(long xid) {
        return xid & 0xffff_ffffL;
    }
}
