package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.lint.rules.support.Existing;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.IndexPart;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import dev.stairway.script.sql.tree.TableAction.AddConstraint;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Values that were free so far must be unique. */
public final class AddUniqueExisting implements LintRule {

    private static final Facts FACTS = Facts.of("G16", "add-unique-existing", Severity.ERROR)
            .catches("UNIQUE on a table that may hold duplicates")
            .when(
                    "A unique constraint or index is made on columns that were there before, and nothing in this release has"
                            + " deleted rows of the table or assigned one of the columns. Quiet for new and small tables, for columns that are unique already or still"
                            + " empty, and where the index is built CONCURRENTLY in a step of its own, which can be repeated.")
            .effect("One duplicate fails the migration. Code of the release that still runs fails when it writes one.")
            .instead(
                    "Look for duplicates and settle them in a migration of its own before. On PostgreSQL build the index"
                            + " CONCURRENTLY, then take it over with ADD CONSTRAINT ... UNIQUE USING INDEX.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",
                    "https://www.sqlite.org/lang_createindex.html#unique_indexes")
            .provenBy(Proof.FAILS_ON_ROWS, Proof.QUERY_SUFFERS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> {
            statement
                    .as(CreateIndex.class)
                    .filter(index -> index.unique() && !index.concurrently())
                    .ifPresent(index ->
                            look(statement, earlier, index.table(), columns(index), written(index), 0, remarks));
            for (AddConstraint add : Actions.of(statement, AddConstraint.class)) {
                Constraint unique = add.constraint();
                if (unique.kind() == Kind.UNIQUE && unique.usingIndex() == null) {
                    look(
                            statement,
                            earlier,
                            Actions.table(statement),
                            unique.columns(),
                            Names.and(unique.columns()),
                            add.offset(),
                            remarks);
                }
            }
            Actions.of(statement, AddColumn.class).forEach(add -> column(statement, add, remarks));
        });
    }

    private static List<Name> columns(CreateIndex index) {
        return index.parts().stream()
                .map(IndexPart::column)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String written(CreateIndex index) {
        return index.parts().stream().map(IndexPart::written).collect(Collectors.joining(", "));
    }

    private static void look(
            StatementView statement,
            Earlier earlier,
            Name table,
            List<Name> columns,
            String written,
            int offset,
            Remarks remarks) {
        boolean differ = columns.stream().anyMatch(column -> differs(statement, earlier, table, column, offset));
        if (!Existing.matters(statement, table)
                || earlier.settled(table, about(statement, columns))
                || differ
                || isUnique(statement, table, columns)) {
            return;
        }

        remarks.at(
                statement,
                offset,
                table.written(),
                "Two rows of " + table + " with the same " + written + " fail this",
                settle(statement, table, columns));
    }

    /** The columns, and those in the expressions of an index. */
    private static Set<String> about(StatementView statement, List<Name> columns) {
        Set<String> about = columns.stream().map(Name::name).collect(Collectors.toCollection(TreeSet::new));
        statement.as(CreateIndex.class).stream()
                .flatMap(index -> index.parts().stream())
                .filter(part -> part.expression() != null)
                .forEach(part -> about.addAll(part.expression().columns()));
        return about;
    }

    /** True when a column of this release has no value yet, or another one in each row. */
    private static boolean differs(StatementView statement, Earlier earlier, Name table, Name column, int offset) {
        return earlier.added(statement, table, column, offset)
                .filter(added -> !isConstant(added))
                .isPresent();
    }

    private static boolean isConstant(Column column) {
        return column.defaultValue() != null
                && column.defaultValue().functions().isEmpty()
                && !column.defaultValue().text().strip().equalsIgnoreCase("null");
    }

    private static boolean isUnique(StatementView statement, Name table, List<Name> columns) {
        List<Constraint> known =
                statement.schema().table(table).map(Table::constraints).orElse(List.of());
        return known.stream()
                .filter(key -> key.kind() == Kind.PRIMARY_KEY || key.kind() == Kind.UNIQUE)
                .anyMatch(key -> !key.columns().isEmpty() && Names.containsAll(columns, key.columns()));
    }

    private static void column(StatementView statement, AddColumn add, Remarks remarks) {
        Name table = Actions.table(statement);
        Column column = add.column();
        boolean postgres = statement.targets().is("postgresql");
        if (postgres && column.has(Kind.UNIQUE) && isConstant(column) && !statement.isNew(table)) {
            remarks.at(
                    statement,
                    add.offset(),
                    Names.column(table, column.name()),
                    "Every row of " + table + " gets the same " + column.name()
                            + ", which must be unique: two rows fail" + " this");
        }
    }

    private static String settle(StatementView statement, Name table, List<Name> columns) {
        if (columns.isEmpty()) {
            return FACTS.instead();
        }
        String list = Names.list(columns);
        String found = "Settle what this finds, in a migration before: SELECT " + list + ", count(*) FROM " + table
                + " GROUP BY " + list + " HAVING count(*) > 1;";
        if (!statement.targets().is("postgresql")) {
            return found;
        }
        Object[] parts = new Object[columns.size() + 2];
        parts[0] = table;
        for (int at = 0; at < columns.size(); at++) {
            parts[at + 1] = columns.get(at);
        }
        parts[columns.size() + 1] = "key";
        return found + " Then CREATE UNIQUE INDEX CONCURRENTLY " + Names.made(parts) + " ON " + table + " (" + list
                + ");";
    }
}
