package dev.stairway.compare.behaviour;

import dev.stairway.compare.logical.LogicalColumn;
import dev.stairway.compare.logical.LogicalColumn.Generation;
import dev.stairway.compare.logical.LogicalForeignKey;
import dev.stairway.compare.logical.LogicalKey;
import dev.stairway.compare.logical.LogicalTable;
import dev.stairway.data.check.Check;
import dev.stairway.data.check.Columns;
import dev.stairway.data.check.Expression;
import dev.stairway.data.model.Column;
import dev.stairway.data.model.Table;
import dev.stairway.data.model.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts together what the databases say of a table: whatever one of them has is probed on all of them. */
final class Cases {

    private final String name;
    private final List<Found> all;
    private final Table lead;

    private Cases(String name, List<Found> all) {
        this.name = name;
        this.all = all;
        this.lead = Found.strictest(all).tables().get(name);
    }

    /** @param all each with this table */
    static TableCase of(String name, List<Found> all, Spares spares) {
        Cases cases = new Cases(name, all);
        List<Subject> subjects = cases.subjects();
        return new TableCase(
                name,
                subjects,
                cases.required(),
                cases.columns(column -> column.generation() == Generation.COUNTED),
                cases.countedEverywhere(),
                cases.columns(column ->
                        column.generation() == Generation.STORED || column.generation() == Generation.VIRTUAL),
                cases.columns(column -> column.defaultText() != null),
                cases.keys(subjects),
                cases.references(),
                cases.checks(),
                spares.of(name),
                spares.stored(name));
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (Column column : lead.columns()) {
            String lower = column.name().toLowerCase(Locale.ROOT);
            boolean everywhere = all.stream()
                    .allMatch(
                            each -> Found.column(each.tables().get(name), lower).isPresent());
            if (everywhere) {
                subjects.add(new Subject(name, lower, column.type()));
            }
        }
        return subjects;
    }

    private Set<String> required() {
        return all.stream()
                .flatMap(each -> each.tables().get(name).columns().stream())
                .filter(column -> !column.nullable())
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private Set<String> columns(Predicate<LogicalColumn> which) {
        return all.stream()
                .flatMap(each -> logical(each).columns().stream())
                .filter(which)
                .map(LogicalColumn::name)
                .collect(Collectors.toSet());
    }

    private Set<String> countedEverywhere() {
        return all.stream()
                .map(each -> logical(each).columns().stream()
                        .filter(column -> column.generation() == Generation.COUNTED)
                        .map(LogicalColumn::name)
                        .collect(Collectors.toSet()))
                .reduce((one, other) -> {
                    one.retainAll(other);
                    return one;
                })
                .orElseGet(Set::of);
    }

    private LogicalTable logical(Found found) {
        return found.member().schema().tables().get(name);
    }

    private List<List<String>> keys(List<Subject> subjects) {
        Set<String> columns = subjects.stream().map(Subject::column).collect(Collectors.toSet());
        Set<List<String>> keys = new LinkedHashSet<>();
        for (Found found : all) {
            LogicalTable table = logical(found);
            if (table.primaryKey() != null) {
                keys.add(table.primaryKey().columns());
            }
            table.uniqueKeys().stream().map(LogicalKey::columns).forEach(keys::add);
            found.tables().get(name).uniqueKeys().stream()
                    .map(UniqueKey::columns)
                    .map(Cases::lower)
                    .forEach(keys::add);
        }
        // One key in another order is no other key.
        Map<Set<String>, List<String>> distinct = new LinkedHashMap<>();
        keys.stream().filter(columns::containsAll).forEach(key -> distinct.putIfAbsent(Set.copyOf(key), key));
        return List.copyOf(distinct.values());
    }

    private List<LogicalForeignKey> references() {
        Map<List<Object>, LogicalForeignKey> distinct = new LinkedHashMap<>();
        for (Found found : all) {
            logical(found)
                    .foreignKeys()
                    .forEach(key -> distinct.putIfAbsent(List.of(key.columns(), key.parent()), key));
        }
        return List.copyOf(distinct.values());
    }

    private List<TableCase.Condition> checks() {
        Map<Set<String>, TableCase.Condition> distinct = new LinkedHashMap<>();
        for (Found found : all) {
            for (Check check : found.tables().get(name).checks()) {
                Set<String> columns = Set.copyOf(lower(Columns.of(check.expression())));
                Set<String> constants = new LinkedHashSet<>();
                collect(check.expression(), constants);
                distinct.merge(columns, new TableCase.Condition(columns, List.copyOf(constants)), Cases::both);
            }
        }
        return List.copyOf(distinct.values());
    }

    private static TableCase.Condition both(TableCase.Condition one, TableCase.Condition other) {
        Set<String> constants = new LinkedHashSet<>(one.constants());
        constants.addAll(other.constants());
        return new TableCase.Condition(one.columns(), List.copyOf(constants));
    }

    private static void collect(Expression expression, Set<String> constants) {
        if (expression instanceof Expression.Constant constant && constant.text() != null) {
            constants.add(constant.text());
        } else if (expression instanceof Expression.Binary binary) {
            collect(binary.left(), constants);
            collect(binary.right(), constants);
        } else if (expression instanceof Expression.Junction junction) {
            junction.parts().forEach(part -> collect(part, constants));
        } else if (expression instanceof Expression.Not not) {
            collect(not.part(), constants);
        } else if (expression instanceof Expression.In in) {
            in.items().forEach(item -> collect(item, constants));
        } else if (expression instanceof Expression.Call call) {
            call.arguments().forEach(argument -> collect(argument, constants));
        }
    }

    private static List<String> lower(Collection<String> names) {
        return names.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
    }
}
