package dev.stairway.data;

import dev.stairway.data.model.ForeignKey;
import dev.stairway.data.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Parents before children; where tables refer to one another in a circle, the reference that can wait is found. */
final class FillOrder {

    /**
     * A table's turn.
     *
     * @param postponed references that stay NULL at first and are set when the parents are there
     * @param ahead references to rows that will be there by the time of the commit
     */
    record Turn(Table table, Set<ForeignKey> postponed, Set<ForeignKey> ahead) {}

    private final TreeMap<String, Table> left = new TreeMap<>();
    private final List<List<Turn>> turns = new ArrayList<>();

    private FillOrder(Collection<Table> tables) {
        tables.forEach(table -> left.put(table.name(), table));
    }

    /** Tables of one turn need nothing from one another. */
    static List<List<Turn>> of(Collection<Table> tables) {
        FillOrder order = new FillOrder(tables);
        while (!order.left.isEmpty()) {
            order.round();
        }
        return order.turns;
    }

    private void round() {
        boolean progress = take(table -> waitsFor(table, key -> true).isEmpty());
        progress = progress
                || takeOne(table -> waitsFor(table, key -> !table.optional(key)).isEmpty());
        progress = progress
                || takeOne(table -> waitsFor(table, key -> !table.optional(key) && !key.deferrable())
                        .isEmpty());
        if (!progress) {
            takeOne(table -> true);
        }
    }

    private boolean take(Predicate<Table> ready) {
        return take(left.values().stream().filter(ready).toList());
    }

    private boolean takeOne(Predicate<Table> ready) {
        return take(left.values().stream().filter(ready).limit(1).toList());
    }

    private boolean take(List<Table> tables) {
        List<Turn> together = tables.stream().map(this::turn).toList();
        tables.forEach(table -> left.remove(table.name()));
        if (!together.isEmpty()) {
            turns.add(together);
        }
        return !tables.isEmpty();
    }

    private Turn turn(Table table) {
        return new Turn(
                table,
                Set.copyOf(waitsFor(table, table::optional)),
                Set.copyOf(waitsFor(table, key -> !table.optional(key) && key.deferrable())));
    }

    private Set<ForeignKey> waitsFor(Table table, Predicate<ForeignKey> which) {
        Set<ForeignKey> waiting = new HashSet<>();
        for (ForeignKey key : table.foreignKeys()) {
            if (!key.parent().equals(table.name()) && left.containsKey(key.parent()) && which.test(key)) {
                waiting.add(key);
            }
        }
        return waiting;
    }
}
