package dev.stairway.perf.advice;

import dev.stairway.finding.Rule;
import dev.stairway.measure.lock.RelationLock;
import java.util.Optional;

/** All rows of a table changed in one statement: whoever wants to change one of them waits for the end of the transaction. */
final class RowsForm implements Form {

    private static final int BATCH = 1_000;
    /** The few that are left out help nobody. */
    private static final double ALL = 0.9;

    @Override
    public Optional<Advised> look(Words words, Observed observed) {
        boolean update = words.take("UPDATE");
        if (!update && !words.take("DELETE", "FROM")) {
            return Optional.empty();
        }
        words.take("ONLY");
        String table = words.name();
        String change = words.until("WHERE");
        String condition = words.take("WHERE") ? words.until("RETURNING") : "";
        String statement = (update ? "UPDATE " : "DELETE FROM ") + table + (change.isEmpty() ? "" : " " + change);
        return allRows(table, observed)
                .map(lock -> new Advised(
                        Rule.ALL_ROWS_IN_ONE_STATEMENT,
                        lock,
                        (update ? "changes " : "deletes ") + String.format(java.util.Locale.ROOT, "%,d", lock.rows())
                                + " rows in one statement",
                        "work "
                                + (condition.isEmpty()
                                        ? batches(statement, table)
                                        : batches(statement, table, condition))));
    }

    private static Optional<RelationLock> allRows(String table, Observed observed) {
        return observed.trace().locks().stream()
                .filter(lock -> lock.rows() > 0 && Observed.same(lock.relation(), table) && observed.many(lock.rows()))
                .filter(lock ->
                        lock.rows() >= ALL * observed.rowsOf(lock.relation()).orElse(lock.rows()))
                .findFirst();
    }

    /** Words for the same change in batches, where only the user knows which rows are done. */
    static String batches(String statement, String table) {
        return batches(statement, table, "<not done yet>");
    }

    /** @param condition of rows that are to be changed; those that were must not meet it */
    static String batches(String statement, String table, String condition) {
        return "in batches, each in a transaction of its own, until no row is left: " + statement
                + " WHERE ctid = ANY (ARRAY (SELECT ctid FROM " + table + " WHERE " + condition + " LIMIT " + BATCH
                + "));";
    }
}
