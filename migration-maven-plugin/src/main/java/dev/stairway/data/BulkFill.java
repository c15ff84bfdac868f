package dev.stairway.data;

import dev.stairway.data.bulk.BulkPlan;
import dev.stairway.data.model.RowStream;
import dev.stairway.data.model.Store;
import dev.stairway.data.model.Table;
import java.sql.SQLException;

/** Sends planned rows to one table, many at a time; where the database refuses some, halves find out which. */
final class BulkFill {

    /** Rows that are stored or refused together: enough for speed, few enough for what the server keeps of them. */
    private static final int MOST = 50_000;

    private static final int LEAST = TableFill.BATCH;

    /** So many parts may be refused before all rows are made with care. */
    private static final int REFUSALS = 40;

    /** Makes rows with care. */
    @FunctionalInterface
    interface Careful {

        /** Returns how many rows were stored; negative when it makes no sense to go on. */
        int rows(long first, long end) throws SQLException;
    }

    private final Store store;
    private final Table table;
    private final BulkPlan plan;
    private final RowMaker known;
    private final Tally tally;
    private long stored;
    private long sent;
    private int refusals;
    private boolean exhausted;

    /** @param known knows some of the keys that rows of the table have */
    BulkFill(Store store, Table table, BulkPlan plan, RowMaker known, Tally tally) {
        this.store = store;
        this.table = table;
        this.plan = plan;
        this.known = known;
        this.tally = tally;
    }

    /** Rows that were stored in bulk. */
    long stored() {
        return stored;
    }

    /** True when the keys left no room for all rows. */
    boolean exhausted() {
        return exhausted;
    }

    void fill(long first, long wanted, Careful careful) throws SQLException {
        long end = plan.room() > Long.MAX_VALUE - first ? Long.MAX_VALUE : first + plan.room();
        tally.measureFrom(store.bytes(table));
        long next = first;
        int size = MOST;
        while (sent < wanted && next < end) {
            long until = Math.min(end, next + Math.min(size, wanted - sent));
            int before = refusals;
            if (refusals > REFUSALS ? careful(careful, next, until) : !part(next, until, careful)) {
                return;
            }
            size = refusals > before ? LEAST : Math.min(MOST, size * 2);
            next = until;
        }
        exhausted = sent < wanted;
    }

    /** False when it makes no sense to go on. */
    private boolean part(long first, long end, Careful careful) throws SQLException {
        if (stream(first, end)) {
            return true;
        }
        refusals++;
        if (end - first <= LEAST) {
            return !careful(careful, first, end);
        }
        long middle = first + (end - first) / 2;
        return part(first, middle, careful) && part(middle, end, careful);
    }

    /** True when it makes no sense to go on. */
    private boolean careful(Careful careful, long first, long end) throws SQLException {
        sent += end - first;
        return careful.rows(first, end) < 0;
    }

    /** False when the database refused the rows; then none of them is stored. */
    private boolean stream(long first, long end) throws SQLException {
        try (RowStream stream = store.stream(table, plan.columns())) {
            try {
                long made = send(stream, first, end);
                long taken = stream.store();
                sent += made;
                stored += taken;
                tally.add(taken);
                tally.measured(store.bytes(table));
                return true;
            } catch (SQLException refusal) {
                if (store.isLost(refusal)) {
                    throw refusal;
                }
                stream.discard();
                return false;
            }
        }
    }

    private long send(RowStream stream, long first, long end) throws SQLException {
        long made = 0;
        for (long row = first; row < end; row++) {
            if (!plan.mayRepeat() || !known.repeats(plan.values(row))) {
                plan.row(row, stream.cells());
                stream.endRow();
                made++;
            }
        }
        return made;
    }
}
