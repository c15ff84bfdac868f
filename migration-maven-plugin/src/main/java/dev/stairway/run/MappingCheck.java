package dev.stairway.run;

import dev.stairway.engine.Migration;
import dev.stairway.fingerprint.KeySnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The invariant "keys move as the migration declares", key by key. Says nothing where nothing is declared, or where the
 * database has no keys.
 */
final class MappingCheck {

    /** Lines of one finding; the rest is counted. */
    private static final int SHOWN = 20;

    private final Bench bench;
    private final Migration migration;
    private final KeyMap map;
    private DeclaredKeys before = DeclaredKeys.NONE;
    private DeclaredKeys up = DeclaredKeys.NONE;
    private DeclaredKeys written = DeclaredKeys.NONE;
    private DeclaredKeys back = DeclaredKeys.NONE;
    private List<KeyFault> upFaults = List.of();
    private List<KeyFault> downFaults = List.of();

    private MappingCheck(Bench bench, Migration migration) {
        this.bench = bench;
        this.migration = migration;
        this.map = new KeyMap(migration);
    }

    /** Call before the migration is applied: looks at the keys as they are. */
    static MappingCheck begin(Bench bench, Migration migration) {
        MappingCheck check = new MappingCheck(bench, migration);
        check.before = check.look();
        return check;
    }

    private DeclaredKeys look() {
        return map.isEmpty() ? DeclaredKeys.NONE : DeclaredKeys.of(map, bench.keys(map.globs()));
    }

    /** The keys that it speaks of, as they were before. */
    KeySnapshot keysBefore() {
        return before.keys();
    }

    /** The same right after it was applied. */
    KeySnapshot keysAfter() {
        return up.keys();
    }

    /** Call right after the migration was applied. */
    List<Finding> applied() {
        up = look();
        written = up;
        upFaults = KeysAfterUp.faults(map, before.keys(), up.keys());
        return findings("Applying it", upFaults, "Move every key exactly as declared, or correct the declaration");
    }

    /** Call after the new release wrote its keys. */
    void written() {
        written = look();
    }

    /** Call right after the rollback. */
    List<Finding> rolledBack() {
        back = look();
        downFaults = KeysAfterDown.faults(map, before.keys(), written.keys(), back.keys(), upFaults);
        return findings(
                "Its rollback",
                downFaults,
                "Take every key of the new format back, also those that were written since");
    }

    /** True when the rollback did not take every key back as declared. */
    boolean brokenByRollback() {
        return !downFaults.isEmpty();
    }

    /** True when what happened to this table's rows is already told key by key. */
    boolean tells(String table) {
        return !(upFaults.isEmpty() && downFaults.isEmpty()) && covers(table);
    }

    /** True when the mapping speaks of every key that the table has at any time. */
    boolean covers(String table) {
        List<DeclaredKeys> all = List.of(before, up, written, back);
        return all.stream().allMatch(keys -> keys.areAll(table)) && all.stream().anyMatch(keys -> keys.any(table));
    }

    /** Rows that the mapping takes out of the table when the migration is applied. */
    long taken(String table) {
        return before.goneFrom(table, up);
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
        shown.add("and " + (lines.size() - SHOWN) + " more");
        return shown;
    }
}
