package dev.stairway.judge;

import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.RowChanges;
import java.util.List;

/**
 * The rows behind the losses of one step, by name.
 *
 * @param all from before up until after down
 * @param written by the new release
 * @param down by the rollback alone
 */
public record LostRows(RowChanges all, RowChanges written, RowChanges down) {

    /** The losses, all of one kind, and after them their rows. */
    public List<String> named(List<Loss> losses, Loss.Kind kind) {
        List<String> texts = losses.stream().map(Loss::text).toList();
        return RowLines.after(
                texts,
                kind == Loss.Kind.WRITTEN ? down : all,
                row -> is(kind, row) && losses.stream().anyMatch(loss -> concerns(loss, row)));
    }

    private boolean is(Loss.Kind kind, RowChange row) {
        RowChange write = written.byRow().get(row.row());
        boolean byNewRelease = write != null && write.added();
        return switch (kind) {
            case BEFORE -> !row.added();
            case WRITTEN -> byNewRelease;
            case INVENTED -> row.added() && !byNewRelease;
        };
    }

    private static boolean concerns(Loss loss, RowChange row) {
        boolean whole = row.added() || row.removed();
        return loss.table().equals(row.table())
                && (loss.column().isEmpty() ? whole : row.columns().containsKey(loss.column()));
    }
}
