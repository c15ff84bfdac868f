package dev.stairway.lint.rules.sqlite;

import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.schema.Index;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import java.util.List;
import java.util.Objects;

/** What a table had and does not have any more when it has been written anew. */
final class LostParts {

    private LostParts() {}

    /** Indexes that no other one and no key stands in for, on columns that are still there. */
    static List<Index> indexes(Rebuilt rebuilt) {
        return rebuilt.old().indexes().stream()
                .filter(index -> columnsOf(index).stream().allMatch(column -> kept(rebuilt.now(), column)))
                .filter(index -> rebuilt.now().indexes().stream().noneMatch(other -> standsIn(index, other)))
                .filter(index -> rebuilt.now().constraints().stream().noneMatch(key -> standsIn(index, key)))
                .toList();
    }

    private static boolean standsIn(Index lost, Index other) {
        boolean sameColumns = columnsOf(lost).size() == columnsOf(other).size()
                && Names.containsAll(columnsOf(other), columnsOf(lost))
                && lost.parts().size() == other.parts().size();
        return other.name().same(lost.name()) || sameColumns && (other.unique() || !lost.unique());
    }

    private static boolean standsIn(Index lost, Constraint key) {
        boolean isKey = key.kind() == Kind.PRIMARY_KEY || key.kind() == Kind.UNIQUE;
        return isKey
                && !lost.parts().isEmpty()
                && columnsOf(lost).size() == lost.parts().size()
                && columnsOf(lost).size() == key.columns().size()
                && Names.containsAll(key.columns(), columnsOf(lost));
    }

    private static List<Name> columnsOf(Index index) {
        return index.parts().stream()
                .map(IndexPart::column)
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean kept(Table now, Name column) {
        return now.columns().isEmpty() || now.column(column).isPresent();
    }

    /** Constraints that were left out while something else was changed: one alone is what the rebuild is for. */
    static List<Constraint> constraints(Rebuilt rebuilt) {
        List<Constraint> lost = rebuilt.old().constraints().stream()
                .filter(one -> isLost(rebuilt, one))
                .toList();
        boolean meant = lost.size() == 1 && !otherwiseChanged(rebuilt);
        return meant ? List.of() : lost;
    }

    private static boolean isLost(Rebuilt rebuilt, Constraint one) {
        Table now = rebuilt.now();
        boolean columnsAreThere =
                !one.columns().isEmpty() && one.columns().stream().allMatch(column -> kept(now, column));
        boolean isRowid =
                one.kind() == Kind.PRIMARY_KEY && Rebuilt.rowid(rebuilt.old()).isPresent();
        return columnsAreThere
                && !isRowid
                && now.constraints().stream().noneMatch(other -> answers(one, other))
                && now.indexes().stream().noneMatch(index -> index.unique() && answers(one, index));
    }

    private static boolean answers(Constraint lost, Constraint other) {
        boolean key = lost.kind() == Kind.UNIQUE && other.kind() == Kind.PRIMARY_KEY;
        return (other.kind() == lost.kind() || key)
                && other.columns().stream().anyMatch(column -> Names.contains(lost.columns(), column));
    }

    private static boolean answers(Constraint lost, Index index) {
        return (lost.kind() == Kind.UNIQUE || lost.kind() == Kind.PRIMARY_KEY)
                && Names.containsAll(lost.columns(), columnsOf(index));
    }

    private static boolean otherwiseChanged(Rebuilt rebuilt) {
        Table old = rebuilt.old();
        Table now = rebuilt.now();
        boolean gained = now.constraints().stream()
                .anyMatch(one -> old.constraints().stream().noneMatch(other -> answers(one, other)));
        return gained
                || old.columns().size() != now.columns().size()
                || old.strict() != now.strict()
                || now.columns().stream()
                        .anyMatch(column -> old.column(column.name())
                                .filter(before -> same(before, column))
                                .isEmpty());
    }

    private static boolean same(Column one, Column other) {
        return one.notNull() == other.notNull()
                && type(one).equals(type(other))
                && text(one.defaultValue()).equals(text(other.defaultValue()))
                && text(one.generated()).equals(text(other.generated()));
    }

    private static String type(Column column) {
        return column.type() == null ? "" : column.type().name() + column.type().arguments();
    }

    private static String text(Expression expression) {
        return expression == null ? "" : expression.text();
    }

    /** True when a query would not give the same table. */
    static boolean saysMoreThanTypes(Table table) {
        return !table.constraints().isEmpty()
                || table.columns().stream().anyMatch(column -> column.notNull() || column.defaultValue() != null);
    }

    /** For people: {@code FOREIGN KEY (user_id)}. */
    static String words(Constraint constraint) {
        if (constraint.kind() == Kind.CHECK) {
            return "CHECK (" + constraint.check().text() + ")";
        }
        return constraint.kind().name().replace('_', ' ') + " (" + Names.list(constraint.columns()) + ")";
    }
}
