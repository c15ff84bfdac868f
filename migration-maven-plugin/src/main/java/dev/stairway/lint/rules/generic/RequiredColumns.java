package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Constraint;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import java.util.List;

/** House policy: each row says when it was written. */
public final class RequiredColumns implements LintRule {

    private static final List<String> REQUIRED = List.of("created_at", "updated_at");

    private static final Facts FACTS = Facts.of("G47", "required-columns", Severity.INFO)
            .onRequest()
            .catches("A new table without created_at and updated_at")
            .when(
                    "A table is made without a column created_at or updated_at. Quiet for temporary tables, partitions, tables made from a"
                            + " query, and tables that only join two others: all columns are in foreign keys.")
            .effect("Nobody can tell when a row was written, or copy only what has changed since.")
            .instead("Add created_at and updated_at")
            .see("https://www.postgresql.org/docs/current/ddl-default.html");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(CreateTable.class)
                .filter(made -> !made.temporary() && made.partitionOf() == null && made.as() == null)
                .filter(made -> !joinsOnly(made))
                .ifPresent(made -> check(statement, made, remarks));
    }

    private static boolean joinsOnly(CreateTable made) {
        return made.columns().stream()
                .allMatch(column -> column.has(Constraint.Kind.FOREIGN_KEY)
                        || made.constraints().stream()
                                .anyMatch(constraint -> constraint.references() != null
                                        && constraint.columns().stream().anyMatch(column.name()::same)));
    }

    private static void check(StatementView statement, CreateTable made, Remarks remarks) {
        List<String> missing = REQUIRED.stream()
                .filter(wanted -> made.columns().stream()
                        .noneMatch(column -> column.name().is(wanted)))
                .toList();
        if (!missing.isEmpty()) {
            String table = made.table().written();
            remarks.at(statement, 0, table, table + " has no column " + String.join(" and no column ", missing));
        }
    }
}
