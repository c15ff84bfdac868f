package dev.stairway.data.generic;

import java.sql.Statement;

/** What a driver answers to a batch. */
final class BatchCounts {

    private BatchCounts() {}

    /** Rows that were stored; a driver that does not count has stored each, since it did not complain. */
    static int sum(int[] counts, int rows) {
        int sum = 0;
        for (int count : counts) {
            sum += count == Statement.SUCCESS_NO_INFO ? 1 : Math.max(0, count);
        }
        return Math.min(sum, rows);
    }
}
