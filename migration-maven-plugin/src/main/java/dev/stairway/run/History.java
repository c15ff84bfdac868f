package dev.stairway.run;

import dev.stairway.data.fixture.FixtureLoader;
import dev.stairway.database.Checkpoint;
import dev.stairway.engine.Migration;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Knows how the present state came about, so that it can be made again after a step has spoiled it: from the newest
 * checkpoint, by repeating what was done since. Rows come from a seed, so the same moves give the same rows.
 *
 * <p>A second line of checkpoints holds no generated rows. Each rebuild of it starts where the last one ended, so that all
 * of them together apply every migration once.
 */
final class History implements AutoCloseable {

    private sealed interface Entry {}

    private record Applied(Migration migration) implements Entry {}

    private record Marked(Migration migration) implements Entry {}

    private record Filled(int rows, Set<String> held) implements Entry {}

    private record Loaded(FixtureLoader fixture) implements Entry {}

    /** A copy is worth its cost when this part of the rows would have to be made once more without it: 1 of 10. */
    private static final int WORTH_A_COPY = 10;

    /** Fewer rows are made again in no time. */
    private static final int MANY = 100_000;

    private final Bench bench;
    private final Line present;
    private final Line rowless;
    private int rowlessRebuilds;

    /** The database must be as the engine left it when it was opened, with no session open. */
    History(Bench bench) {
        this.bench = bench;
        this.present = new Line(bench);
        this.rowless = new Line(bench);
        checkpointBoth();
    }

    /** Keeps the present state, which has no generated row; one copy serves both lines while neither has left it. */
    void checkpointBoth() {
        close();
        bench.release();
        Checkpoint made = bench.database().checkpoint();
        present.startAt(made);
        rowless.startAt(made);
    }

    void applied(Migration migration) {
        add(new Applied(migration));
    }

    void marked(Migration migration) {
        add(new Marked(migration));
    }

    void filled(int rows) {
        present.since.add(new Filled(rows, bench.supply().held()));
    }

    void loaded(FixtureLoader fixture) {
        present.since.add(new Loaded(fixture));
    }

    /** How often all rows that others than migrations brought were given up. */
    int rowlessRebuilds() {
        return rowlessRebuilds;
    }

    private void add(Entry entry) {
        present.since.add(entry);
        rowless.since.add(entry);
    }

    /**
     * Keeps the present state before a way back that may spoil it, where that costs no more than it can save: a copy of a
     * large database takes as long as hundreds of small steps, so there is one only after many rows have come.
     *
     * @param transactional true when the way back can be discarded, so that the copy would only save time
     */
    void checkpointBefore(boolean transactional) {
        if (bench.database().cheapCheckpoints() || !transactional && manyRowsSince()) {
            checkpoint();
        }
    }

    private boolean manyRowsSince() {
        return Math.abs(bench.rows() - present.rows) * WORTH_A_COPY >= bench.rows();
    }

    /** Keeps the present state. */
    void checkpoint() {
        bench.release();
        Checkpoint made = bench.database().checkpoint();
        if (present.newest != rowless.newest) {
            present.close();
        }
        present.startAt(made);
    }

    /** Makes the state again that the entries describe. */
    void rebuild() throws SQLException {
        boolean longWay = bench.rows() > MANY && manyRowsSince();
        present.rebuild();
        if (longWay) {
            // The next failure shall not make all those rows again.
            checkpoint();
        }
    }

    /** Makes the state again without any generated row, and goes on from there. */
    void rebuildWithoutRows() throws SQLException {
        rowless.rebuild();
        rowlessRebuilds++;
        checkpointBoth();
    }

    @Override
    public void close() {
        if (present.newest == rowless.newest) {
            rowless.newest = null;
        }
        present.close();
        rowless.close();
    }

    /** A checkpoint and what was done since. */
    private static final class Line implements AutoCloseable {

        private final Bench bench;
        private final List<Entry> since = new ArrayList<>();
        private Checkpoint newest;
        /** In the newest checkpoint. */
        private long rows;

        Line(Bench bench) {
            this.bench = bench;
        }

        void startAt(Checkpoint made) {
            newest = made;
            rows = bench.rows();
            since.clear();
        }

        void rebuild() throws SQLException {
            bench.restore(newest);
            for (Entry entry : List.copyOf(since)) {
                if (entry instanceof Applied applied) {
                    bench.unseen().replay(applied.migration());
                } else if (entry instanceof Marked marked) {
                    bench.unseen().markRan(marked.migration());
                } else if (entry instanceof Filled filled) {
                    bench.supply().refill(filled.rows(), filled.held());
                } else if (entry instanceof Loaded loaded) {
                    loaded.fixture().load();
                }
            }
            bench.readAll();
        }

        @Override
        public void close() {
            if (newest != null) {
                newest.close();
                newest = null;
            }
        }
    }
}
