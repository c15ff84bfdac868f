package dev.stairway.data.bulk;

import dev.stairway.data.check.Check;
import dev.stairway.data.check.Columns;
import dev.stairway.data.check.Evaluator;
import dev.stairway.data.check.Solver;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.Table;
import dev.stairway.data.value.CellMaker;
import dev.stairway.data.value.Dice;
import dev.stairway.data.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds ways to make many rows that keep all rules known here. Each way through the CHECKs is tried on rows here and there;
 * the database has the last word on all of them.
 */
public final class BulkPlanner {

    private static final int WAYS = 16;
    private static final int WAYS_PER_PARTITION = 4;
    private static final int MOST_WAYS = 64;
    private static final int TRIED = 64;

    private final BulkOrder order;
    private final Table table;
    private final List<Column> columns;
    private final KeyPlan keys;
    private final WayMakers makers;
    private final Dice.Source dice;

    private BulkPlanner(BulkOrder order, List<Column> columns, Links links, KeyPlan keys, Dice.Source dice) {
        this.order = order;
        table = order.table();
        this.columns = columns;
        this.keys = keys;
        this.dice = dice;
        makers = new WayMakers(order, links, keys);
    }

    /** Empty where rows can only be made by trying. */
    public static Optional<BulkPlan> plan(BulkOrder order) {
        List<Column> columns = order.table().columns().stream()
                .filter(column -> column.given() || order.counted().contains(column.name()))
                // A type that nobody knows is left to the default.
                .filter(column -> column.type().known() || column.nullable() || !column.constantDefault())
                .toList();
        Set<String> given = columns.stream().map(Column::name).collect(Collectors.toSet());
        Dice.Source dice = Dice.source(order.seed(), order.table().plainName(), "??");
        return Links.of(order, given)
                .flatMap(links -> KeyPlan.of(order, links, given, dice)
                        .flatMap(keys -> new BulkPlanner(order, columns, links, keys, dice).plan()));
    }

    private Optional<BulkPlan> plan() {
        List<CellMaker[]> ways = new ArrayList<>();
        boolean limited = false;
        for (int number = 0; number < wanted() && !limited; number++) {
            Solver way = Solver.solve(rules(number), dice.dice(number, 1));
            Optional<CellMaker[]> found = way(way);
            found.ifPresent(ways::add);
            // Ways that limit a column which counts would count it twice.
            limited = found.isPresent()
                    && keys.carriers().stream().anyMatch(name -> way.of(name).limited());
        }
        if (limited) {
            ways.subList(0, ways.size() - 1).clear();
        }
        return ways.isEmpty() ? Optional.empty() : Optional.of(plan(ways));
    }

    private int wanted() {
        if (table.checks().isEmpty() && table.partitions().isEmpty()) {
            return 1;
        }
        return Math.min(
                MOST_WAYS,
                Math.max(WAYS, WAYS_PER_PARTITION * table.partitions().size()));
    }

    private List<Check> rules(int number) {
        List<Check> rules = new ArrayList<>(table.checks());
        if (!table.partitions().isEmpty()) {
            rules.add(table.partitions().get(number % table.partitions().size()));
        }
        return rules;
    }

    private BulkPlan plan(List<CellMaker[]> ways) {
        boolean keyed = keys.combinations() < makers.room();
        return new BulkPlan(
                columns.stream().map(Column::name).toList(),
                ways,
                dice,
                new BulkPlan.Room(
                        Math.min(keys.combinations(), makers.room()),
                        keyed ? "unique key " + keys.scarce() : "column " + makers.scarce(),
                        keys.combines()));
    }

    /** With NULLs here and there if the CHECKs let that be, otherwise without any in the columns that they speak of. */
    private Optional<CellMaker[]> way(Solver way) {
        Set<String> all = columns.stream().map(Column::name).collect(Collectors.toSet());
        Optional<CellMaker[]> first = makers.make(columns, way, all).filter(this::keepsRules);
        if (first.isPresent()) {
            return first;
        }
        Set<String> unchecked = new HashSet<>(all);
        table.checks().forEach(check -> unchecked.removeAll(Columns.of(check.expression())));
        table.partitions().forEach(check -> unchecked.removeAll(Columns.of(check.expression())));
        return makers.make(columns, way, unchecked).filter(this::keepsRules);
    }

    private boolean keepsRules(CellMaker[] way) {
        if (table.checks().isEmpty() && table.partitions().isEmpty()) {
            return true;
        }
        BulkPlan trial = plan(List.<CellMaker[]>of(way));
        long step = Math.max(1, Math.min(order.rows(), trial.room()) / TRIED);
        for (int i = 0; i < TRIED && i * step < Math.min(order.rows(), trial.room()); i++) {
            if (!keepsRules(trial.values(order.first() + i * step))) {
                return false;
            }
        }
        return true;
    }

    private boolean keepsRules(Map<String, Value> row) {
        Evaluator evaluator = new Evaluator(row);
        return table.checks().stream().noneMatch(check -> evaluator.breaks(check.expression()))
                && (table.partitions().isEmpty()
                        || table.partitions().stream().anyMatch(part -> !evaluator.breaks(part.expression())));
    }
}
