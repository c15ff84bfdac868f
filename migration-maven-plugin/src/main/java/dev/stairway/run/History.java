package dev.stairway.run;

import dev.stairway.database.Checkpoint;
import dev.stairway.engine.Migration;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows how the present state came about, so that it can be made again after a step has spoiled it: from the newest
 * checkpoint, by repeating what was done since. Rows come from a seed, so the same moves give the same rows.
 */
final class History implements AutoCloseable {

    private sealed interface Entry {}

    private record Applied(Migration migration) implements Entry {}

    private record Marked(Migration migration) implements Entry {}

    private record Filled(int rows) implements Entry {}

    private final Bench bench;
    private final Checkpoint base;
    private final List<Entry> all = new ArrayList<>();
    private final List<Entry> sinceNewest = new ArrayList<>();
    private Checkpoint newest;

    /** The database must be as the engine left it when it was opened, with no session open. */
    History(Bench bench) {
        this.bench = bench;
        bench.release();
        this.base = bench.database().checkpoint();
        this.newest = base;
    }

    void applied(Migration migration) {
        add(new Applied(migration));
    }

    void marked(Migration migration) {
        add(new Marked(migration));
    }

    void filled(int rows) {
        add(new Filled(rows));
    }

    private void add(Entry entry) {
        all.add(entry);
        sinceNewest.add(entry);
    }

    /** Keeps the present state. */
    void checkpoint() {
        bench.release();
        Checkpoint made = bench.database().checkpoint();
        dropNewest();
        newest = made;
        sinceNewest.clear();
    }

    /** Makes the state again that the entries describe. */
    void rebuild() throws SQLException {
        restore(newest);
        replay(sinceNewest);
    }

    /** Makes the state again without any generated row, and goes on from there. */
    void rebuildWithoutRows() throws SQLException {
        restore(base);
        dropNewest();
        newest = base;
        all.removeIf(Filled.class::isInstance);
        sinceNewest.clear();
        sinceNewest.addAll(all);
        replay(all);
    }

    private void restore(Checkpoint checkpoint) throws SQLException {
        bench.release();
        bench.database().restore(checkpoint);
        bench.readAll();
        bench.pending();
    }

    private void replay(List<Entry> entries) throws SQLException {
        for (Entry entry : List.copyOf(entries)) {
            if (entry instanceof Applied applied) {
                bench.play(Bench.Direction.UP, applied.migration(), change -> true);
            } else if (entry instanceof Marked marked) {
                bench.markRan(marked.migration());
            } else if (entry instanceof Filled filled) {
                bench.fill(filled.rows());
            }
        }
    }

    private void dropNewest() {
        if (newest != base) {
            newest.close();
        }
    }

    @Override
    public void close() {
        dropNewest();
        base.close();
    }
}
