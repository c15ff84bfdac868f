package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.Reference;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.TableAction;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Trees of statements made by hand, so that a sketch is tested without any parser. */
final class Trees {

    private Trees() {}

    /** {@code t} or {@code s.t}. */
    static Name name(String text) {
        int dot = text.indexOf('.');
        return new Name(dot < 0 ? "" : text.substring(0, dot), text.substring(dot + 1), text, false);
    }

    static Column column(String name, String type, Constraint... constraints) {
        return new Column(
                name(name),
                new DataType(type, List.of(), false, type),
                false,
                null,
                null,
                false,
                type.contains("serial"),
                "",
                List.of(constraints),
                0);
    }

    static Constraint constraint(Constraint.Kind kind, String name, String... columns) {
        return new Constraint(
                kind,
                name.isEmpty() ? null : name(name),
                Arrays.stream(columns).map(Trees::name).toList(),
                null,
                null,
                false,
                false,
                null,
                0);
    }

    static Constraint foreignKey(String name, String column, String table, String... columns) {
        return new Constraint(
                Constraint.Kind.FOREIGN_KEY,
                name.isEmpty() ? null : name(name),
                List.of(name(column)),
                new Reference(
                        name(table), Arrays.stream(columns).map(Trees::name).toList(), "", ""),
                null,
                false,
                false,
                null,
                0);
    }

    static Constraint check(String name, String text, String... columns) {
        return new Constraint(
                Constraint.Kind.CHECK,
                name.isEmpty() ? null : name(name),
                List.of(),
                null,
                expression(text, columns),
                false,
                false,
                null,
                0);
    }

    static Expression expression(String text, String... columns) {
        return new Expression(text, Set.of(), Set.of(columns), false, false, 0);
    }

    static SqlTree table(String name, List<Column> columns, Constraint... constraints) {
        return new SqlTree.CreateTable(
                name(name), false, false, false, columns, List.of(constraints), null, false, null, false, false);
    }

    static SqlTree alter(String table, TableAction... actions) {
        return new SqlTree.AlterTable(name(table), false, List.of(actions));
    }

    static SqlTree index(String name, String table, boolean unique, String... columns) {
        List<IndexPart> parts = Arrays.stream(columns)
                .map(column -> new IndexPart(name(column), null, column))
                .toList();
        return new SqlTree.CreateIndex(
                name.isEmpty() ? null : name(name), name(table), parts, unique, false, false, null, "", List.of());
    }

    static SqlTree view(String name, boolean orReplace, String... reads) {
        List<Name> tables = Arrays.stream(reads).map(Trees::name).toList();
        Query query = new Query(tables, false, null, false, Set.of(), "", 0);
        return new SqlTree.CreateView(name(name), query, orReplace, false, true, false);
    }

    static SqlTree trigger(String name, String table) {
        return new SqlTree.CreateTrigger(name(name), name(table), false, "AFTER", List.of("INSERT"), "");
    }

    static SqlTree drop(ObjectKind kind, boolean cascade, String... names) {
        return new SqlTree.Drop(kind, Arrays.stream(names).map(Trees::name).toList(), false, cascade, false, null);
    }
}
