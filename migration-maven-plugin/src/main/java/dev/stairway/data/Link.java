package dev.stairway.data;

import dev.stairway.data.check.Solver;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reference of a table's rows and the parents that they may have. */
final class Link {

    /** Parents are many enough then. */
    private static final int REMEMBERED = 10_000;

    private final ForeignKey key;
    private final boolean self;
    private final boolean keyed;
    private final boolean postponed;
    private final Dice.Source dice;
    private final List<List<Value>> parents;
    private final List<Column> nullable;
    private final Set<String> given;
    private int settled;

    /**
     * @param parents values of the parents' columns
     * @param keyed whether some of the columns have to be unique
     * @param postponed stays NULL for now
     * @param given columns that the rows give
     */
    Link(
            Table table,
            long seed,
            ForeignKey key,
            List<List<Value>> parents,
            boolean keyed,
            boolean postponed,
            Set<String> given) {
        this.key = key;
        this.keyed = keyed;
        this.postponed = postponed;
        this.given = given;
        this.parents = new ArrayList<>(parents);
        self = key.parent().equals(table.name());
        dice = Dice.source(seed, table.plainName(), key.columns().get(0));
        List<Column> columns = key.columns().stream()
                .map(name -> table.column(name).orElseThrow())
                .toList();
        nullable = columns.stream()
                .filter(column -> column.nullable() && column.given())
                .toList();
        settled = parents.size();
    }

    ForeignKey key() {
        return key;
    }

    boolean self() {
        return self;
    }

    boolean keyed() {
        return keyed;
    }

    Dice dice(long number, int salt) {
        return dice.dice(number, salt);
    }

    /** How many parents there are. */
    int size() {
        return parents.size();
    }

    /** A new row can be the parent of later ones when the table refers to itself. */
    void remember(Map<String, Value> row) {
        if (!self || parents.size() >= REMEMBERED) {
            return;
        }
        List<Value> values = new ArrayList<>();
        for (String column : key.parentColumns()) {
            Value value = row.get(column);
            if (value == null || !value.known() || value.isNull()) {
                return;
            }
            values.add(value);
        }
        parents.add(values);
    }

    void settle() {
        settled = parents.size();
    }

    void release() {
        parents.subList(settled, parents.size()).clear();
    }

    boolean wantsNull(long number, int salt, Dice each, Solver way, Links.NullWish wish) {
        if (nullable.isEmpty()) {
            return false;
        }
        if (postponed
                || key.columns().stream().anyMatch(column -> way.of(column).onlyNull())) {
            return true;
        }
        boolean needed =
                key.columns().stream().anyMatch(column -> way.of(column).notNull());
        return !needed && wish.nullWanted(nullable.get(0), number, salt, each);
    }

    /** False when no column may be NULL. */
    boolean setNull(Map<String, Value> row) {
        nullable.forEach(column -> row.putIfAbsent(column.name(), Value.NULL));
        return !nullable.isEmpty();
    }

    /** True when the row has no parent because another reference made a shared column NULL. */
    boolean nulled(Map<String, Value> row) {
        return key.columns().stream()
                .anyMatch(column -> row.containsKey(column) && row.get(column).isNull());
    }

    /** The parents that agree with what the row has already. */
    List<List<Value>> fitting(Map<String, Value> row) {
        if (key.columns().stream().noneMatch(row::containsKey)) {
            return parents;
        }
        return parents.stream().filter(values -> fits(row, values)).toList();
    }

    private boolean fits(Map<String, Value> row, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            Value set = row.get(key.columns().get(i));
            if (set != null && !set.isNull() && !set.text().equals(values.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    void set(Map<String, Value> row, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            String column = key.columns().get(i);
            boolean nulled = row.containsKey(column) && row.get(column).isNull();
            if (!nulled && given.contains(column)) {
                row.put(column, values.get(i));
            }
        }
    }

    /** The row becomes its own parent. */
    void adopt(Map<String, Value> row) {
        for (int i = 0; i < key.columns().size(); i++) {
            Value own = row.get(key.parentColumns().get(i));
            if (own != null && given.contains(key.columns().get(i))) {
                row.put(key.columns().get(i), own);
            }
        }
    }
}
