package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.finding.Finding;
import dev.stairway.finding.Rule;
import dev.stairway.fingerprint.Difference;
import dev.stairway.fingerprint.KeySnapshot;
import dev.stairway.fingerprint.RowChanges;
import dev.stairway.judge.KeyFault;
import dev.stairway.judge.KeyMap;
import dev.stairway.judge.KeysAfterDown;
import dev.stairway.judge.KeysAfterUp;
import dev.stairway.judge.RowMoves;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The invariant "keys move as the migration declares", key by key. Says nothing where nothing is declared, or where the
 * database has no keys.
 */
final class MappingCheck {

    /** Lines of one finding; the rest is counted. */
    private static final int SHOWN = 10;

    private static final int BEFORE = 0;
    private static final int UP = 1;
    private static final int WRITTEN = 2;
    private static final int BACK = 3;

    private final Bench bench;
    private final Migration migration;
    private final KeyMap map;
    private final MappedKeys keys;
    private List<KeyFault> upFaults = List.of();
    private List<KeyFault> downFaults = List.of();

    MappingCheck(Bench bench, Migration migration) {
        this.bench = bench;
        this.migration = migration;
        this.map = new KeyMap(migration);
        this.keys = new MappedKeys(bench, map);
    }

    /** The keys that it speaks of, as they were before. */
    KeySnapshot keysBefore() {
        return keys.at(BEFORE);
    }

    /** The same right after it was applied. */
    KeySnapshot keysAfter() {
        return keys.at(UP);
    }

    /** Call right after the migration was applied. */
    List<Finding> applied(Difference up) {
        if (map.isEmpty()) {
            return List.of();
        }
        RowChanges changes = bench.rowChanges(up);
        keys.then(changes);
        upFaults = KeysAfterUp.faults(map, keys.at(BEFORE), keys.at(UP));
        return findings(
                "Applying it",
                told(upFaults, changes),
                "Move every key exactly as declared, or correct the declaration");
    }

    /** Call after the new release wrote its keys. */
    void written(Difference written) {
        if (!map.isEmpty()) {
            keys.then(bench.rowChanges(written));
        }
    }

    /** Call right after the rollback. */
    List<Finding> rolledBack(Difference down) {
        if (map.isEmpty()) {
            return List.of();
        }
        RowChanges changes = bench.rowChanges(down);
        keys.then(changes);
        downFaults =
                told(KeysAfterDown.faults(map, keys.at(BEFORE), keys.at(WRITTEN), keys.at(BACK), upFaults), changes);
        return findings(
                        "Its rollback",
                        downFaults,
                        "Take every key of the new format back, also those that were written since")
                .stream()
                .map(Finding::ofRollback)
                .toList();
    }

    /** A key that only went to another name than declared is told as lost, not also as invented. */
    private List<KeyFault> told(List<KeyFault> faults, RowChanges changes) {
        if (faults.stream().noneMatch(fault -> fault.rule() == Rule.MAPPING_INVENTS_KEYS)) {
            return faults;
        }
        Set<String> lost = faults.stream()
                .filter(fault -> fault.rule() == Rule.MAPPING_LOSES_KEYS)
                .map(fault -> fault.keys().get(0))
                .collect(Collectors.toSet());
        Set<String> moved = RowMoves.of(changes).all().stream()
                .filter(move -> lost.contains(move.from().row())
                        || !map.speaksOf(move.from().row()))
                .map(move -> move.to().row())
                .collect(Collectors.toSet());
        return faults.stream()
                .filter(fault -> fault.rule() != Rule.MAPPING_INVENTS_KEYS
                        || !moved.contains(fault.keys().get(0)))
                .toList();
    }

    /** True when the rollback did not take every key back as declared. */
    boolean brokenByRollback() {
        return !downFaults.isEmpty();
    }

    /** True when what happened to this table's rows is already told key by key. */
    boolean tells(String table) {
        return !(upFaults.isEmpty() && downFaults.isEmpty()) && covers(table);
    }

    /** True when the mapping speaks of every key of the table that was touched. */
    boolean covers(String table) {
        return keys.covers(table);
    }

    /** Rows that the mapping takes out of the table when the migration is applied. */
    long taken(String table) {
        return keys.gone(table);
    }

    private List<Finding> findings(String what, List<KeyFault> faults, String remedy) {
        Map<Rule, List<String>> lines = new EnumMap<>(Rule.class);
        faults.forEach(fault ->
                lines.computeIfAbsent(fault.rule(), rule -> new ArrayList<>()).add(fault.text()));
        List<Finding> findings = new ArrayList<>();
        lines.forEach((rule, texts) ->
                findings.add(new Finding(rule, migration, what + " " + says(rule), shown(texts), remedy)));
        return findings;
    }

    private static String says(Rule rule) {
        return switch (rule) {
            case MAPPING_LOSES_KEYS -> "loses keys that the declared mapping speaks of";
            case MAPPING_LEAVES_KEYS -> "leaves keys behind that the declared mapping moves";
            case MAPPING_INVENTS_KEYS -> "makes keys that the declared mapping does not explain";
            case MAPPING_OVERWRITES_KEYS -> "overwrites keys that were there under the new name";
            case MAPPING_MERGES_KEYS -> "makes one key of several";
            case MAPPING_CHANGES_TYPE -> "changes the type of keys whose value is declared unchanged";
            case MAPPING_CHANGES_VALUE -> "changes the value of keys whose value is declared unchanged";
            case MAPPING_CHANGES_EXPIRY -> "changes the expiry of keys whose TTL is declared unchanged";
            default -> throw new IllegalArgumentException(rule.id());
        };
    }

    private static List<String> shown(List<String> lines) {
        if (lines.size() <= SHOWN) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, SHOWN));
        shown.add("… and " + (lines.size() - SHOWN) + " more");
        return shown;
    }
}
