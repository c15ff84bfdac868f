package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.KeySnapshot.Key;
import dev.stairway.fingerprint.RowChange;
import dev.stairway.fingerprint.RowChanges;
import dev.stairway.fingerprint.TableData;
import dev.stairway.judge.RowMoves;
import dev.stairway.judge.RowMoves.Move;
import dev.stairway.judge.RowNames;
import dev.stairway.judge.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keys that stay in their old format though most of their kind moved: a pattern that is too narrow looks like that. So does
 * a part that is moved on purpose, so nothing is said where the migration looks at types, values or life times to choose, or
 * names the keys one by one.
 */
final class LeftKeys {

    private static final int SHOWN = 10;

    private final Bench bench;
    private final Migration migration;
    private final RowChanges up;
    private final Selection selection;
    private final SortedMap<String, List<Move>> moved = new TreeMap<>();

    private LeftKeys(Bench bench, Migration migration, RowChanges up) {
        this.bench = bench;
        this.migration = migration;
        this.up = up;
        this.selection = new Selection(migration.text());
    }

    /** @param up what was done, with the names of all rows; silent where only some are known or a mapping is declared */
    static List<Finding> of(Bench bench, Migration migration, RowChanges up, RowMoves moves) {
        if (moves.all().isEmpty() || !up.complete() || !migration.keyMappings().isEmpty()) {
            return List.of();
        }
        LeftKeys left = new LeftKeys(bench, migration, up);
        moves.all().stream()
                .filter(move -> !move.from().table().equals(move.to().table()))
                .forEach(move -> left.moved
                        .computeIfAbsent(move.from().table(), table -> new ArrayList<>())
                        .add(move));
        return left.findings();
    }

    private List<Finding> findings() {
        List<String> lines = new ArrayList<>();
        moved.forEach((table, moves) -> lines.addAll(left(table, moves)));
        return lines.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        Rule.MIGRATION_LEAVES_KEYS,
                        migration,
                        "Applying it moves most keys of a kind and leaves some in their old format",
                        lines,
                        "Widen the pattern of the script; if they are meant to stay, declare what moves"
                                + " (-- stairway: map ...), or waive this finding with a reason"));
    }

    private List<String> left(String table, List<Move> moves) {
        Set<String> tables = kin(table);
        tables.removeAll(moves.stream().map(move -> move.to().table()).toList());
        long rows = tables.stream().mapToLong(this::rows).sum();
        long gone = moves.stream().map(move -> move.from().row()).distinct().count();
        if (rows == 0 || rows >= gone || selection.names(moves)) {
            return List.of();
        }
        List<String> left = new ArrayList<>();
        Shapes shapes =
                new Shapes(moves.stream().map(Move::from).map(RowChange::before).toList());
        candidates(tables).forEach((name, key) -> {
            if (shapes.fit(key, key.table().equals(table)) && !selection.chose(name)) {
                left.add(RowChange.shown(name) + " is left, while " + RowChange.shown(example(moves)) + " and "
                        + (gone - 1) + " more of " + table + " moved");
            }
        });
        int more = left.size() - SHOWN;
        List<String> shown = new ArrayList<>(left.subList(0, Math.min(SHOWN, left.size())));
        if (more > 0) {
            shown.add("… and " + more + " more");
        }
        return shown;
    }

    private static String example(List<Move> moves) {
        return moves.get(0).from().row();
    }

    private long rows(String table) {
        TableData data = bench.fingerprinter().tables().get(table);
        return data == null ? 0 : data.rows();
    }

    /** The table and those of names that differ from it in nothing but what varies. */
    private Set<String> kin(String table) {
        return bench.fingerprinter().tables().keySet().stream()
                .filter(other -> RowNames.sameBut(table, other))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Key> candidates(Set<String> tables) {
        Set<String> globs = tables.stream().map(RowNames::glob).collect(Collectors.toSet());
        Map<String, Key> keys = new TreeMap<>(bench.keys(globs).keys());
        keys.entrySet()
                .removeIf(key ->
                        !tables.contains(key.getValue().table()) || up.byRow().containsKey(key.getKey()));
        return keys;
    }
}
