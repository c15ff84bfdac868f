package dev.stairway.lint.rules.sqlite;

import dev.stairway.lint.schema.Index;
import dev.stairway.lint.schema.Schema;
import dev.stairway.lint.schema.Table;
import dev.stairway.lint.schema.Trigger;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Name;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What keeps SQLite from dropping a column: https://www.sqlite.org/lang_altertable.html#alter_table_drop_column, as versions
 * 3.40 and 3.54 do it. A check or foreign key that is written at the column itself goes with it.
 *
 * @param words for people: why it is needed
 * @param first the statement that lets it go; empty where only a rebuild does
 */
record ColumnUse(String words, String first) {

    private static final Pattern ON = Pattern.compile("\\bON\\b", Pattern.CASE_INSENSITIVE);

    static Optional<ColumnUse> of(Schema schema, Name table, Name column) {
        Table known = schema.table(table).orElse(null);
        if (known == null || known.column(column).isEmpty()) {
            return Optional.empty();
        }
        return key(known, column)
                .or(() -> index(known, column))
                .or(() -> constraint(known, column))
                .or(() -> generated(known, column))
                .or(() -> view(schema, table, column))
                .or(() -> trigger(schema, table, column));
    }

    String instead(Name table, Name column) {
        return first.isEmpty()
                ? "Rebuild " + table + " without " + column
                        + ": a new table, INSERT INTO ... SELECT, DROP TABLE, RENAME TO"
                : first + " ALTER TABLE " + table + " DROP COLUMN " + column + ";";
    }

    private static Optional<ColumnUse> key(Table table, Name column) {
        return table.constraints().stream()
                .filter(one -> one.kind() == Kind.PRIMARY_KEY || one.kind() == Kind.UNIQUE)
                .filter(one -> one.columns().stream().anyMatch(column::same))
                .findFirst()
                .map(one -> new ColumnUse(
                        "it is part of " + (one.kind() == Kind.UNIQUE ? "a UNIQUE constraint" : "the primary key"),
                        ""));
    }

    private static Optional<ColumnUse> index(Table table, Name column) {
        return table.indexes().stream()
                .filter(index -> needs(index, column))
                .findFirst()
                .map(index -> new ColumnUse("index " + index.name() + " needs it", "DROP INDEX " + index.name() + ";"));
    }

    private static boolean needs(Index index, Name column) {
        return index.parts().stream()
                        .anyMatch(part -> part.column() != null
                                ? part.column().same(column)
                                : part.expression() != null
                                        && part.expression().columns().stream().anyMatch(column::is))
                || Sqlite.mentions(index.condition(), column);
    }

    private static Optional<ColumnUse> constraint(Table table, Name column) {
        return table.constraints().stream()
                .filter(one -> one.kind() == Kind.CHECK || one.kind() == Kind.FOREIGN_KEY)
                .filter(one -> one.columns().stream().anyMatch(column::same) && !isOwn(table, column, one))
                .findFirst()
                .map(one -> new ColumnUse("of its " + LostParts.words(one), ""));
    }

    /** True when the constraint is written at the column: it stands behind it, and before the next one. */
    private static boolean isOwn(Table table, Name name, Constraint one) {
        Column column = table.column(name).orElseThrow();
        // What stands before it may be of another statement, where places count anew.
        List<Column> others = table.columns().stream()
                .skip(table.columns().indexOf(column) + 1L)
                .filter(other -> other.offset() > column.offset())
                .sorted(Comparator.comparingInt(Column::offset))
                .toList();
        boolean behind = one.offset() >= column.offset();
        if (!others.isEmpty()) {
            return behind && one.offset() < others.get(0).offset();
        }
        // Behind the last column the constraints of the table begin: one about that column alone is most likely its
        // own.
        return behind && one.columns().size() == 1;
    }

    private static Optional<ColumnUse> generated(Table table, Name column) {
        return table.columns().stream()
                .filter(other -> !other.name().same(column) && other.generated() != null)
                .filter(other -> other.generated().columns().stream().anyMatch(column::is))
                .findFirst()
                .map(other -> new ColumnUse(
                        other.name() + " is computed from it",
                        "ALTER TABLE " + table.name() + " DROP COLUMN " + other.name() + ";"));
    }

    private static Optional<ColumnUse> view(Schema schema, Name table, Name column) {
        return schema.viewsOn(table).stream()
                .filter(view -> view.query().tables().stream().anyMatch(table::same))
                .filter(view -> Sqlite.mentions(view.query().text(), column))
                .findFirst()
                .map(view -> new ColumnUse("view " + view.name() + " reads it", "DROP VIEW " + view.name() + ";"));
    }

    /** A trigger that only fires on a change of the column is left alone: its list of columns is not looked at. */
    private static Optional<ColumnUse> trigger(Schema schema, Name table, Name column) {
        return schema.triggersOn(table).stream()
                .filter(trigger -> Sqlite.mentions(body(trigger), column))
                .findFirst()
                .map(trigger -> new ColumnUse(
                        "trigger " + trigger.name() + " names it", "DROP TRIGGER " + trigger.name() + ";"));
    }

    private static String body(Trigger trigger) {
        Matcher on = ON.matcher(Sqlite.words(trigger.body()));
        return on.find() ? trigger.body().substring(on.start()) : trigger.body();
    }
}
