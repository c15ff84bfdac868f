package dev.stairway.judge;

import dev.stairway.fingerprint.TableData;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that the new release wrote to a table which is gone after the rollback. A rollback that renames or merges the table
 * brings them to another one, where they look as if nobody had written them.
 */
public final class MovedRows {

    private MovedRows() {}

    /**
     * The losses without rows that were moved.
     *
     * @param timeline before, after up, after the writes, after down
     */
    public static List<Loss> without(Timeline timeline, List<Loss> losses) {
        long moved = timeline.tables().stream()
                .filter(table -> timeline.at(table, 3) == null)
                .mapToLong(table -> rows(timeline.at(table, 2)) - rows(timeline.at(table, 1)))
                .filter(written -> written > 0)
                .sum();
        List<Loss> left = new ArrayList<>();
        for (Loss loss : losses) {
            if (loss.kind() != Loss.Kind.INVENTED) {
                left.add(loss);
                continue;
            }
            long here = Math.min(moved, loss.rows());
            moved -= here;
            if (loss.rows() > here) {
                left.add(loss.of(loss.rows() - here));
            }
        }
        return left;
    }

    private static long rows(TableData data) {
        return data == null ? 0 : data.rows();
    }
}
