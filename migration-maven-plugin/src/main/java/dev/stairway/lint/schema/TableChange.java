package dev.stairway.lint.schema;

import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What the actions of ALTER TABLE do to the table itself. */
final class TableChange {

    private TableChange() {}

    /** The table afterwards; the same for what says nothing about its form. */
    static Table apply(Table table, TableAction action) {
        if (action instanceof TableAction.AddColumn add) {
            return addColumn(table, add);
        } else if (action instanceof TableAction.DropColumn drop) {
            return dropColumn(table, drop.column());
        } else if (action instanceof TableAction.RenameColumn rename) {
            return renameColumn(table, rename.from(), rename.to());
        } else if (action instanceof TableAction.AddConstraint add) {
            return withConstraint(table, add.constraint());
        } else if (action instanceof TableAction.DropConstraint drop) {
            return dropConstraint(table, drop.constraint());
        } else if (action instanceof TableAction.RenameConstraint rename) {
            return constraints(table, rename.from(), one -> Renaming.named(one, rename.to()));
        } else if (action instanceof TableAction.ValidateConstraint validate) {
            return validate(table, validate.constraint());
        }
        return column(table, action);
    }

    private static Table column(Table table, TableAction action) {
        if (action instanceof TableAction.AlterType alter) {
            return columns(table, alter.column(), one -> Columns.typed(one, alter.type(), alter.collation()));
        } else if (action instanceof TableAction.AlterDefault alter) {
            return columns(table, alter.column(), one -> Columns.byDefault(one, alter.value()));
        } else if (action instanceof TableAction.AlterNotNull alter) {
            return notNull(table, alter.column(), alter.notNull());
        } else if (action instanceof TableAction.AlterIdentity alter
                && !alter.kind().equals("SET")) {
            boolean identity = alter.kind().equals("ADD");
            return columns(table, alter.column(), one -> Columns.numbering(one, identity));
        }
        return table;
    }

    /** A constraint as a column has it, which need not say which column it is about. */
    static Constraint ofColumn(Constraint constraint, Column column) {
        return constraint.columns().isEmpty() && constraint.kind() != Kind.CHECK
                ? Renaming.about(constraint, List.of(column.name()))
                : constraint;
    }

    static Table withConstraint(Table table, Constraint added) {
        Constraint constraint = named(table, about(table, added));
        List<Constraint> all = new ArrayList<>(table.constraints());
        all.add(constraint);
        Table with = table.withConstraints(all);
        if (constraint.usingIndex() != null) {
            with = with.withIndexes(without(with.indexes(), one -> one.name().same(constraint.usingIndex())));
        }
        boolean required =
                constraint.kind() == Kind.PRIMARY_KEY || constraint.kind() == Kind.NOT_NULL && !constraint.notValid();
        if (required) {
            for (Name column : constraint.columns()) {
                with = columns(with, column, one -> Columns.notNull(one, true));
            }
        }
        return with;
    }

    static Table withIndex(Table table, Index index) {
        List<Index> all = new ArrayList<>(table.indexes());
        all.removeIf(one -> one.name().same(index.name()));
        all.add(index);
        return table.withIndexes(all);
    }

    /** Fills in the columns that a constraint is about where it does not say them itself. */
    private static Constraint about(Table table, Constraint added) {
        if (!added.columns().isEmpty()) {
            return added;
        }
        if (added.usingIndex() != null) {
            return Renaming.about(added, indexed(table, added.usingIndex()));
        }
        if (added.check() == null) {
            return added;
        }
        List<Name> checked = table.columns().stream()
                .map(Column::name)
                .filter(name -> added.check().columns().stream().anyMatch(name::is))
                .toList();
        return Renaming.about(added, checked);
    }

    private static List<Name> indexed(Table table, Name index) {
        return table.indexes().stream()
                .filter(one -> one.name().same(index))
                .flatMap(one -> one.parts().stream())
                .map(IndexPart::column)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Constraint named(Table table, Constraint added) {
        if (added.name() != null) {
            return added;
        }
        if (added.usingIndex() != null) {
            return Renaming.named(added, added.usingIndex());
        }
        Predicate<String> taken =
                name -> table.constraints().stream().anyMatch(one -> one.name().is(name));
        return Renaming.named(added, ConstraintNames.of(table.name(), added, taken));
    }

    private static Table addColumn(Table table, TableAction.AddColumn add) {
        Column column = add.column();
        if (table.column(column.name()).isPresent()) {
            return table;
        }
        List<Column> all = new ArrayList<>(table.columns());
        all.add(Columns.kept(column));
        Table with = table.withColumns(all);
        for (Constraint constraint : column.constraints()) {
            with = withConstraint(with, ofColumn(constraint, column));
        }
        return with;
    }

    /** PostgreSQL takes every constraint and index away that needs the column; SQLite refuses where there is one. */
    private static Table dropColumn(Table table, Name column) {
        return table.withColumns(without(table.columns(), one -> one.name().same(column)))
                .withConstraints(without(table.constraints(), one -> needs(one, column)))
                .withIndexes(without(table.indexes(), one -> needs(one, column)));
    }

    private static boolean needs(Constraint constraint, Name column) {
        return constraint.columns().stream().anyMatch(column::same)
                || constraint.check() != null
                        && constraint.check().columns().stream().anyMatch(column::is);
    }

    static boolean needs(Index index, Name column) {
        return index.parts().stream().anyMatch(part -> needs(part, column))
                || mentions(index.condition(), column.name());
    }

    private static boolean needs(IndexPart part, Name column) {
        return part.column() != null
                ? part.column().same(column)
                : part.expression() != null
                        && part.expression().columns().stream().anyMatch(column::is);
    }

    private static boolean mentions(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))
                && Pattern.compile("(?i)(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                        .matcher(text)
                        .find();
    }

    private static Table renameColumn(Table table, Name from, Name to) {
        List<Column> columns = table.columns().stream()
                .map(one -> one.name().same(from) ? Columns.named(one, to) : one)
                .map(one -> one.generated() == null
                        ? one
                        : Columns.generated(one, Renaming.column(one.generated(), from, to)))
                .toList();
        List<Constraint> constraints = table.constraints().stream()
                .map(one -> Renaming.column(one, from, to))
                .map(one -> Renaming.target(one, table.name(), from, to))
                .toList();
        List<Index> indexes = table.indexes().stream()
                .map(one -> Renaming.column(one, from, to))
                .toList();
        return table.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
    }

    private static Table dropConstraint(Table table, Name name) {
        Constraint found = table.constraints().stream()
                .filter(one -> one.name().same(name))
                .findFirst()
                .orElse(null);
        if (found == null) {
            return withoutUnnamedNotNull(table, name);
        }
        Table without = table.withConstraints(without(table.constraints(), found::equals));
        return found.kind() != Kind.NOT_NULL || found.columns().isEmpty()
                ? without
                : columns(without, found.columns().get(0), one -> Columns.notNull(one, false));
    }

    /** PostgreSQL 18 lets a column's NOT NULL be dropped by the name that it has given to it. */
    private static Table withoutUnnamedNotNull(Table table, Name name) {
        return table.columns().stream()
                .filter(one -> one.notNull() && name.is(ConstraintNames.notNull(table.name(), one.name())))
                .findFirst()
                .map(one -> notNull(table, one.name(), false))
                .orElse(table);
    }

    private static Table validate(Table table, Name name) {
        Table valid = constraints(table, name, Renaming::validated);
        for (Constraint constraint : valid.constraints()) {
            if (constraint.kind() == Kind.NOT_NULL && constraint.name().same(name)) {
                for (Name column : constraint.columns()) {
                    valid = columns(valid, column, one -> Columns.notNull(one, true));
                }
            }
        }
        return valid;
    }

    private static Table notNull(Table table, Name column, boolean notNull) {
        Table changed = columns(table, column, one -> Columns.notNull(one, notNull));
        return notNull
                ? changed
                : changed.withConstraints(without(
                        changed.constraints(),
                        one -> one.kind() == Kind.NOT_NULL
                                && one.columns().stream().anyMatch(column::same)));
    }

    private static Table columns(Table table, Name column, UnaryOperator<Column> change) {
        return table.withColumns(table.columns().stream()
                .map(one -> one.name().same(column) ? change.apply(one) : one)
                .toList());
    }

    private static Table constraints(Table table, Name name, UnaryOperator<Constraint> change) {
        return table.withConstraints(table.constraints().stream()
                .map(one -> one.name().same(name) ? change.apply(one) : one)
                .toList());
    }

    private static <T> List<T> without(List<T> all, Predicate<T> gone) {
        return all.stream().filter(gone.negate()).toList();
    }
}
