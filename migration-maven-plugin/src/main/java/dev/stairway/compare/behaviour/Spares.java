package dev.stairway.compare.behaviour;

import dev.stairway.data.Filler;
import dev.stairway.data.Fillers;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Value;
import dev.stairway.database.Checkpoint;
import dev.stairway.database.JdbcDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rows that fit into a database and are not in it: the filler writes them into a copy, children before parents, so that the
 * rows they refer to are there in the original, too.
 */
final class Spares {

    private static final int ROUNDS = 3;

    private final Found found;
    private final Map<String, List<Map<String, Cell>>> spares = new HashMap<>();
    private final Map<String, List<Map<String, Cell>>> stored = new HashMap<>();
    private final Map<String, String> reasons = new TreeMap<>();

    private Spares(Found found) {
        this.found = found;
    }

    /** @param tables plain names in lower case */
    static Spares of(Found found, Collection<String> tables, long seed) throws SQLException {
        Spares spares = new Spares(found);
        JdbcDatabase database = found.member().database();
        try (Checkpoint before = database.checkpoint()) {
            try {
                spares.write(database, tables, seed);
            } finally {
                database.restore(before);
            }
        }
        return spares;
    }

    /** Rows that are not in the table, by column in lower case. */
    List<Map<String, Cell>> of(String table) {
        return spares.getOrDefault(table, List.of());
    }

    /** Rows that are in the table. */
    List<Map<String, Cell>> stored(String table) {
        return stored.getOrDefault(table, List.of());
    }

    /** Why there are none. */
    String reason(String table) {
        return reasons.getOrDefault(table, "no row could be made up for it");
    }

    private void write(JdbcDatabase database, Collection<String> tables, long seed) throws SQLException {
        Map<String, Table> wanted = new TreeMap<>();
        tables.forEach(name -> wanted.put(name, found.tables().get(name)));
        try (Filler filler = Fillers.open(database, seed, List.of())) {
            for (List<String> level : levels(wanted)) {
                Map<String, List<Map<String, Value>>> before = read(database, level);
                before.forEach((name, rows) ->
                        stored.put(name, TableRows.cells(rows.subList(0, Math.min(2, rows.size())))));
                List<String> qualified =
                        level.stream().map(name -> wanted.get(name).name()).toList();
                for (int round = 0; round < ROUNDS; round++) {
                    filler.write(qualified, 1, Set.of()).unfilled().forEach(this::failed);
                    filler.release();
                }
                read(database, level).forEach((name, rows) -> {
                    List<Map<String, Value>> fresh = new ArrayList<>(rows);
                    before.get(name).forEach(fresh::remove);
                    spares.put(name, TableRows.cells(fresh));
                });
            }
        }
    }

    private void failed(String qualified, String reason) {
        String plain = qualified.substring(qualified.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        reasons.putIfAbsent(plain, reason);
    }

    /** Tables to which nothing refers that is still to come; those of a circle are together. */
    private static List<List<String>> levels(Map<String, Table> wanted) {
        List<List<String>> levels = new ArrayList<>();
        Map<String, Table> left = new TreeMap<>(wanted);
        while (!left.isEmpty()) {
            Set<String> parents = new HashSet<>();
            left.values()
                    .forEach(table -> table.foreignKeys().stream()
                            .map(ForeignKey::parent)
                            .filter(parent -> !parent.equals(table.name()))
                            .forEach(parents::add));
            List<String> level = left.entrySet().stream()
                    .filter(entry -> !parents.contains(entry.getValue().name()))
                    .map(Map.Entry::getKey)
                    .toList();
            List<String> taken = level.isEmpty() ? List.copyOf(left.keySet()) : level;
            taken.forEach(left::remove);
            levels.add(taken);
        }
        return levels;
    }

    private Map<String, List<Map<String, Value>>> read(JdbcDatabase database, List<String> level) throws SQLException {
        Map<String, Table> tables = new LinkedHashMap<>();
        level.forEach(name -> tables.put(name, found.tables().get(name)));
        return TableRows.read(database, tables);
    }
}
