package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.schema.Table;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** P43. */
public final class UnqualifiedName implements LintRule {

    private static final Set<ObjectKind> IN_SCHEMAS = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.INDEX,
            ObjectKind.SEQUENCE,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE);
    private static final Facts FACTS = Facts.of("P43", "unqualified-name", Severity.INFO)
            .onRequest()
            .about("postgresql")
            .catches("A name without its schema depends on the search_path of whoever runs the migration")
            .when(
                    "A statement makes, changes, drops or writes to an object without naming its schema, and the migration has not set"
                            + " search_path before. Temporary tables have none.")
            .effect(
                    "Run by another user, or with another search_path, the statement makes or changes an object of another schema.")
            .instead(
                    "Write the schema before the name, or begin the migration with SET LOCAL search_path = your_schema")
            .see("https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH")
            .provenBy(Proof.FAILS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        if (!statement.parameters().containsKey("search_path")) {
            names(statement.tree()).stream()
                    .filter(name -> name.schema().isEmpty() && !temporary(statement, name))
                    .findFirst()
                    .ifPresent(name -> remarks.at(
                            statement,
                            0,
                            name.written(),
                            "Which " + name + " is meant depends on the search_path of whoever runs the migration",
                            "Write its schema, for instance public." + name));
        }
    }

    private static boolean temporary(StatementView statement, Name name) {
        return statement.schema().table(name).filter(Table::temporary).isPresent();
    }

    private static List<Name> names(SqlTree tree) {
        if (tree instanceof SqlTree.CreateTable create) {
            return create.temporary() ? List.of() : List.of(create.table());
        }
        if (tree instanceof SqlTree.CreateView view) {
            return view.temporary() ? List.of() : List.of(view.view());
        }
        if (tree instanceof SqlTree.Drop drop) {
            return IN_SCHEMAS.contains(drop.kind()) ? drop.names() : List.of();
        }
        if (tree instanceof SqlTree.CreateIndex index) {
            return List.of(index.table());
        }
        return tree instanceof SqlTree.CreateFunction function ? List.of(function.function()) : changed(tree);
    }

    private static List<Name> changed(SqlTree tree) {
        if (tree instanceof SqlTree.AlterTable alter) {
            return List.of(alter.table());
        }
        if (tree instanceof SqlTree.Insert insert) {
            return List.of(insert.table());
        }
        if (tree instanceof SqlTree.Update update) {
            return List.of(update.table());
        }
        if (tree instanceof SqlTree.Delete delete) {
            return List.of(delete.table());
        }
        return tree instanceof SqlTree.Truncate truncate ? truncate.tables() : List.of();
    }
}
