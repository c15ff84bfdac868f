package dev.stairway.data;

import dev.stairway.data.check.Solver;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses parents for the references of one table's rows. */
final class Links {

    /** Says whether a column shall be NULL in a row. */
    @FunctionalInterface
    interface NullWish {
        boolean nullWanted(Column column, long number, int salt, Dice dice);
    }

    private final Table table;
    private final long seed;
    private final List<ForeignKey> keys;
    private final Map<ForeignKey, List<List<Value>>> parents = new HashMap<>();
    private final Map<ForeignKey, Integer> settled = new HashMap<>();
    private final Set<ForeignKey> postponed;
    private final Set<String> keyed = new HashSet<>();
    private final List<ForeignKey> ownParents = new ArrayList<>();
    private final Set<String> counted;
    private String obstacle = "";

    /**
     * @param counted columns that the database would count and the rows give nevertheless
     * @param parents values of the parents' columns, by reference
     * @param postponed references that stay NULL for now
     */
    Links(
            Table table,
            long seed,
            Map<ForeignKey, List<List<Value>>> parents,
            Set<ForeignKey> postponed,
            Set<String> counted) {
        this.table = table;
        this.seed = seed;
        this.postponed = postponed;
        this.counted = counted;
        parents.forEach((key, rows) -> this.parents.put(key, new ArrayList<>(rows)));
        settle();
        keys = new ArrayList<>(table.foreignKeys());
        // The widest first: what it sets usually satisfies the narrower ones that share columns with it.
        keys.sort((a, b) -> b.columns().size() - a.columns().size());
        table.uniqueKeys().forEach(key -> keyed.addAll(key.columns()));
    }

    String obstacle() {
        return obstacle;
    }

    boolean covers(String column) {
        return keys.stream().anyMatch(key -> key.columns().contains(column));
    }

    /** How many combinations of parents the keyed references have, as far as they are walked through. */
    int combinations() {
        long product = 1;
        for (ForeignKey key : keys) {
            product *= isKeyed(key) ? Math.max(1, parents.get(key).size()) : 1;
        }
        return (int) Math.min(product, Integer.MAX_VALUE);
    }

    /** A new row can be the parent of later ones when the table refers to itself. */
    void remember(Map<String, Value> row) {
        for (ForeignKey key : keys) {
            if (key.parent().equals(table.name())) {
                List<Value> values = key.parentColumns().stream().map(row::get).toList();
                if (values.stream().allMatch(value -> value != null && value.known() && !value.isNull())) {
                    parents.get(key).add(values);
                }
            }
        }
    }

    /** The rows remembered so far are stored. */
    void settle() {
        parents.forEach((key, rows) -> settled.put(key, rows.size()));
    }

    /** Forgets the rows remembered since the last settling: they will not be stored. */
    void release() {
        parents.forEach(
                (key, rows) -> rows.subList(settled.get(key), rows.size()).clear());
    }

    /** Sets the columns of all references; false when one has no parent that fits. */
    boolean choose(Map<String, Value> row, long number, int salt, int scan, Solver way, NullWish wish) {
        long rest = scan;
        ownParents.clear();
        for (ForeignKey key : keys) {
            Dice dice = Dice.of(seed, table.plainName(), key.columns().get(0), number, salt);
            if (wantsNull(key, number, salt, dice, way, wish)) {
                setNull(key, row);
                continue;
            }
            List<List<Value>> fitting = fitting(key, row);
            if (fitting.isEmpty()) {
                if (!orphan(key, row)) {
                    return false;
                }
                continue;
            }
            int size = fitting.size();
            boolean walk = scan > 0 && isKeyed(key);
            int index =
                    walk ? (int) (rest % size) : isKeyed(key) && salt == 0 ? (int) (number % size) : dice.below(size);
            rest = walk ? rest / size : rest;
            set(key, row, fitting.get(index));
        }
        return true;
    }

    private boolean isKeyed(ForeignKey key) {
        return key.columns().stream().anyMatch(keyed::contains);
    }

    private boolean wantsNull(ForeignKey key, long number, int salt, Dice dice, Solver way, NullWish wish) {
        if (!table.optional(key)) {
            return false;
        }
        boolean needed =
                key.columns().stream().anyMatch(column -> way.of(column).notNull());
        boolean forced =
                key.columns().stream().anyMatch(column -> way.of(column).onlyNull());
        Column first = key.columns().stream()
                .map(column -> table.column(column).orElseThrow())
                .filter(Column::nullable)
                .findFirst()
                .orElseThrow();
        return postponed.contains(key) || forced || !needed && wish.nullWanted(first, number, salt, dice);
    }

    private void setNull(ForeignKey key, Map<String, Value> row) {
        for (String column : key.columns()) {
            if (table.column(column)
                    .filter(each -> each.nullable() && each.given())
                    .isPresent()) {
                row.putIfAbsent(column, Value.NULL);
            }
        }
    }

    private List<List<Value>> fitting(ForeignKey key, Map<String, Value> row) {
        List<List<Value>> all = parents.get(key);
        if (key.columns().stream().noneMatch(row::containsKey)) {
            return all;
        }
        return all.stream().filter(values -> fits(key, row, values)).toList();
    }

    private static boolean fits(ForeignKey key, Map<String, Value> row, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            Value set = row.get(key.columns().get(i));
            if (set != null && !set.isNull() && !set.text().equals(values.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    private boolean orphan(ForeignKey key, Map<String, Value> row) {
        boolean already = key.columns().stream()
                .anyMatch(column -> row.containsKey(column) && row.get(column).isNull());
        if (already) {
            return true;
        }
        if (table.optional(key)) {
            setNull(key, row);
            return true;
        }
        if (key.parent().equals(table.name()) && parents.get(key).isEmpty()) {
            ownParents.add(key);
            return true;
        }
        obstacle = "foreign key " + key.name() + " finds no row in " + key.parent();
        return false;
    }

    private void set(ForeignKey key, Map<String, Value> row, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            boolean nulled = row.containsKey(key.columns().get(i))
                    && row.get(key.columns().get(i)).isNull();
            if (!nulled && given(key.columns().get(i))) {
                row.put(key.columns().get(i), values.get(i));
            }
        }
    }

    private boolean given(String column) {
        return counted.contains(column)
                || table.column(column).filter(Column::given).isPresent();
    }

    /** Where the table has no row yet that could be the parent, the row becomes its own. */
    void adopt(Map<String, Value> row) {
        for (ForeignKey key : ownParents) {
            for (int i = 0; i < key.columns().size(); i++) {
                Value own = row.get(key.parentColumns().get(i));
                if (own != null && given(key.columns().get(i))) {
                    row.put(key.columns().get(i), own);
                }
            }
        }
    }
}
