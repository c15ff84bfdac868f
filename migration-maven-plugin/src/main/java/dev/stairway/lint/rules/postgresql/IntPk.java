package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import java.util.List;

/** P21: a key that runs out of numbers. A house policy: most tables never come near the end. */
public final class IntPk implements LintRule {

    private static final Facts FACTS = Phrases.facts("P21", "int-pk", Severity.INFO)
            .onRequest()
            .catches("PRIMARY KEY of type integer or smallint")
            .when(
                    "A table is made with a primary key of one column of type integer, smallint, serial or smallserial, or gets"
                            + " such a column. Quiet for bigint and for keys of several columns. Only on request.")
            .effect(
                    "After 2,147,483,647 rows, deleted and rolled back ones among them, every insert fails; to widen the key then"
                            + " writes the biggest table anew, and every table that refers to it.")
            .instead("bigint GENERATED ALWAYS AS IDENTITY, which costs nothing worth to mention.")
            .see(Phrases.manual("datatype-numeric#DATATYPE-INT"));

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(CreateTable.class)
                .filter(made -> !made.temporary())
                .ifPresent(made -> made.allConstraints().stream()
                        .filter(constraint -> constraint.kind() == Constraint.Kind.PRIMARY_KEY)
                        .map(Constraint::columns)
                        .filter(columns -> columns.size() == 1)
                        .forEach(columns -> made.columns().stream()
                                .filter(column -> column.name().same(columns.get(0)))
                                .forEach(column -> look(statement, made.table(), column, remarks))));
        NewColumns.ofUsedTable(statement, (table, add) -> {
            if (add.column().has(Constraint.Kind.PRIMARY_KEY)) {
                look(statement, table, add.column(), remarks);
            }
        });
    }

    private static void look(StatementView statement, Name table, Column column, Remarks remarks) {
        DataType type = column.type();
        if (type != null
                && List.of("integer", "smallint", "serial", "smallserial").contains(type.name())) {
            String most = type.name().startsWith("small") ? "32,767" : "2,147,483,647";
            remarks.at(
                    statement,
                    column.offset(),
                    table + "." + column.name(),
                    "The primary key " + table + "." + column.name() + " of type " + type.written() + " ends at "
                            + most,
                    column.name() + " bigint" + (Rewrites.numbers(column) ? " GENERATED ALWAYS AS IDENTITY" : ""));
        }
    }
}
