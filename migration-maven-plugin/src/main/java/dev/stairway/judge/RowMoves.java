package dev.stairway.judge;

import dev.stairway.fingerprint.KeySnapshot.Key;
import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.RowChanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows went to which other name. Nobody declares it, so it is told by what varies in the names, the {@code 3} of
 * {@code session:user:3} and {@code session:v2:user:3}; where nothing does, by equal content.
 */
public final class RowMoves {

    private final RowChanges changes;
    private final KeyComparison comparison;
    private final Map<List<String>, List<RowChange>> byVariables = new HashMap<>();
    private final Map<Object, List<RowChange>> byContent = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();
    private final Set<String> concerned = new HashSet<>();
    private final Set<String> unchanged = new HashSet<>();

    /**
     * One row under its two names.
     *
     * @param from a row that is gone
     * @param to a row that was not there before
     */
    public record Move(RowChange from, RowChange to) {}

    private RowMoves(RowChanges changes) {
        this.changes = changes;
        this.comparison = new KeyComparison(true, true, changes.toleranceMillis());
    }

    public static RowMoves of(RowChanges changes) {
        RowMoves moves = new RowMoves(changes);
        changes.byRow().values().stream().filter(RowChange::added).forEach(moves::target);
        changes.byRow().values().stream().filter(RowChange::removed).forEach(moves::follow);
        return moves;
    }

    public List<Move> all() {
        return Collections.unmodifiableList(moves);
    }

    /** True for both names of a row that went to another one. */
    boolean concerns(RowChange row) {
        return concerned.contains(row.row());
    }

    /** True when the row is there under another name with the same type, value and expiry. */
    public boolean unchanged(RowChange gone) {
        return unchanged.contains(gone.row());
    }

    /**
     * Rows of a table that are gone and not there under another name.
     *
     * @param removed rows that are gone in all
     */
    public long lost(String table, long removed) {
        long gone = 0;
        long lost = 0;
        for (RowChange row : changes.byRow().values()) {
            if (row.removed() && row.table().equals(table)) {
                gone++;
                lost += unchanged(row) ? 0 : 1;
            }
        }
        // Where only some rows were looked at, all of which were moved, the others were as well.
        return changes.complete() && gone > 0 || gone > 0 && lost == 0 ? lost : removed;
    }

    private void target(RowChange added) {
        byVariables
                .computeIfAbsent(RowNames.variables(added.table(), added.row()), values -> new ArrayList<>())
                .add(added);
        byContent
                .computeIfAbsent(content(added.after()), key -> new ArrayList<>())
                .add(added);
    }

    private void follow(RowChange gone) {
        List<String> variables = RowNames.variables(gone.table(), gone.row());
        List<RowChange> named = variables.isEmpty() ? List.of() : byVariables.getOrDefault(variables, List.of());
        List<RowChange> targets = same(gone, named);
        if (targets.isEmpty()) {
            targets = named.isEmpty() ? same(gone, byContent.getOrDefault(content(gone.before()), List.of())) : named;
        }
        if (targets.stream().anyMatch(target -> comparison.same(gone.before(), target.after()))) {
            unchanged.add(gone.row());
        }
        targets.forEach(target -> add(gone, target));
    }

    private void add(RowChange gone, RowChange target) {
        moves.add(new Move(gone, target));
        concerned.add(gone.row());
        concerned.add(target.row());
    }

    /** The first that holds the same and is not yet taken. */
    private List<RowChange> same(RowChange gone, List<RowChange> candidates) {
        return candidates.stream()
                .filter(target -> !concerned.contains(target.row()) && comparison.same(gone.before(), target.after()))
                .limit(1)
                .toList();
    }

    private static Object content(Key key) {
        return List.of(key.type(), key.content());
    }
}
