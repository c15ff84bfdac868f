package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import java.util.Set;

/** A schema or a whole database is dropped. */
public final class DropSchema implements LintRule {

    private static final Set<ObjectKind> WHOLE = Set.of(ObjectKind.SCHEMA, ObjectKind.DATABASE);

    private static final Facts FACTS = Facts.of("G03", "drop-schema", Severity.ERROR)
            .catches("DROP SCHEMA or DROP DATABASE")
            .when("A schema or a database is dropped that this release did not make, with or without CASCADE.")
            .effect(
                    "Everything in it is gone: tables with their rows, views, functions, sequences and the privileges on them."
                            + " No way back can name all of it.")
            .instead(
                    "Drop the objects one by one, each in a release after the one that stops using it, so that every loss is"
                            + " written down; drop the schema when it is empty, and waive this rule with the reason.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-dropschema.html",
                    "https://www.postgresql.org/docs/current/sql-dropdatabase.html")
            .provenBy(Proof.LOSES_DATA, Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Drop.class)
                .filter(drop -> WHOLE.contains(drop.kind()))
                .ifPresent(drop -> drop.names().stream()
                        .filter(name -> !statement.schema().isNew(drop.kind(), name))
                        .forEach(name -> drop(statement, drop, name, remarks)));
    }

    private static void drop(StatementView statement, Drop drop, Name name, Remarks remarks) {
        String what = drop.kind() == ObjectKind.DATABASE
                ? "The database " + name + " is gone with everything in it"
                : drop.cascade()
                        ? "The schema " + name + " is gone with every table, row and function in it"
                        : "The schema " + name + " is gone, and whatever code looks for in it";
        remarks.at(statement, 0, name.written(), what);
    }
}
