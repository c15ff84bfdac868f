package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.fingerprint.Change;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.TableData;
import dev.stairway.judge.DataJudge;
import dev.stairway.judge.DataJudge.Stages;
import dev.stairway.judge.Loss;
import dev.stairway.judge.Timeline;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The way down before the new release has written anything. Where rows are compared one by one it would tell nothing new;
 * of a table that is too large for that, or has no key, there are only sums, and what the way down makes of written rows
 * hides in them what became of the others. Without written rows the sums must be those of before.
 */
final class QuietDown {

    private final Bench bench;
    private final History history;

    QuietDown(Bench bench, History history) {
        this.bench = bench;
        this.history = history;
    }

    /** What does not come back in such tables; the database is afterwards in the state after up again. */
    List<Loss> losses(Migration migration, Difference up) throws SQLException {
        if (!bench.fingerprinter().namedColumns() || up.data().values().stream().noneMatch(QuietDown::onlySums)) {
            return List.of();
        }
        Move down = bench.play(Direction.DOWN, migration, change -> false);
        if (!down.undone()) {
            upAgain(migration, down);
        }
        return down.executed() ? losses(up, down.change()) : List.of();
    }

    /** Rows were there, up changed some of their values, and they are not indexed. */
    private static boolean onlySums(Change<TableData> change) {
        TableData before = change.before();
        TableData after = change.after();
        return before != null
                && before.rows() > 0
                && after != null
                && (before.index().isEmpty() || after.index().isEmpty())
                && before.columns().entrySet().stream()
                        .anyMatch(column ->
                                !column.getValue().equals(after.columns().get(column.getKey())));
    }

    /** What could not be discarded is played back, so that the step goes on where it was. */
    private void upAgain(Migration migration, Move down) throws SQLException {
        if (!down.kept() || !down.executed()) {
            history.rebuild();
        } else if (!bench.play(Direction.UP, migration, change -> true).executed()) {
            history.rebuild();
        }
    }

    private List<Loss> losses(Difference up, Difference down) {
        Timeline timeline = new Timeline(bench.fingerprinter().tables(), up, down);
        List<Loss> losses = new ArrayList<>();
        for (Map.Entry<String, Change<TableData>> entry : up.data().entrySet()) {
            if (onlySums(entry.getValue())) {
                String table = entry.getKey();
                TableData after = timeline.at(table, 1);
                losses.addAll(DataJudge.afterDown(
                        table, new Stages(timeline.at(table, 0), after, after, timeline.at(table, 2))));
            }
        }
        return losses;
    }
}
