package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.ObjectKind;
import dev.stairway.script.sql.tree.SqlTree;
import dev.stairway.script.sql.tree.SqlTree.Drop;
import dev.stairway.script.sql.tree.SqlTree.Rename;
import dev.stairway.script.sql.tree.TableAction.RenameTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Something that code calls or reads, and that holds no rows, is dropped. */
public final class DropViewFuncTypeSeq implements LintRule {

    private static final Set<ObjectKind> DEFINITIONS = Set.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE,
            ObjectKind.AGGREGATE,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.SEQUENCE,
            ObjectKind.TRIGGER,
            ObjectKind.RULE,
            ObjectKind.POLICY,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.PUBLICATION,
            ObjectKind.SUBSCRIPTION,
            ObjectKind.EXTENSION);

    private static final Facts FACTS = Facts.of("G09", "drop-view-func-type-seq", Severity.WARNING)
            .catches("DROP of a view, function, type, sequence or trigger")
            .when(
                    "A view, function, procedure, type, domain, sequence, trigger, rule, policy, publication or extension is dropped that this release"
                            + " did not make. Quiet when the same migration makes it anew, or had renamed it to replace it.")
            .effect(
                    "Running code that reads or calls it fails, what a trigger did is done no more, and the definition is gone"
                            + " unless the way back writes it out in full. A sequence loses its position as well.")
            .instead(
                    "Drop it in a later release than the one that stops using it, and write its whole definition into the way"
                            + " back; to change it, use CREATE OR REPLACE, or create it anew in the same migration.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-dropview.html",
                    "https://www.postgresql.org/docs/current/sql-dropfunction.html",
                    "https://www.sqlite.org/lang_dropview.html")
            .provenBy(Proof.QUERY_SUFFERS, Proof.ROLLBACK_BROKEN);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(Drop.class)
                .filter(drop -> DEFINITIONS.contains(drop.kind()))
                .ifPresent(drop -> drop.names().stream()
                        .filter(name -> !statement.schema().isNew(drop.kind(), name))
                        .filter(name -> !isOfNewTable(statement, drop))
                        .filter(name -> !isReplaced(statement, name))
                        .forEach(name -> drop(statement, drop.kind(), name, remarks)));
    }

    private static void drop(StatementView statement, ObjectKind kind, Name name, Remarks remarks) {
        String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        boolean kept = makes(statement.migration().down(), name);
        String lost = kept ? "" : ", and its definition, which no way back writes out, is lost";
        remarks.at(
                statement,
                0,
                name.written(),
                "The " + words + " " + name + " is gone for running code that relies on it" + lost);
    }

    private static boolean isOfNewTable(StatementView statement, Drop drop) {
        return drop.onTable() != null && statement.isNew(drop.onTable());
    }

    private static boolean isReplaced(StatementView statement, Name name) {
        return makes(statement.after(), name)
                || renamesTo(statement.after(), name)
                || renamesTo(statement.before(), name);
    }

    private static boolean renamesTo(List<ParsedStatement> statements, Name name) {
        return statements.stream()
                .anyMatch(other -> other.as(Rename.class)
                                .filter(rename -> rename.to().same(name))
                                .isPresent()
                        || Actions.of(other, RenameTable.class)
                                .anyMatch(rename -> rename.to().same(name)));
    }

    private static boolean makes(List<ParsedStatement> statements, Name name) {
        return statements.stream()
                .filter(ParsedStatement::covered)
                .map(other -> made(other.tree()))
                .anyMatch(made -> made != null && made.same(name));
    }

    private static Name made(SqlTree tree) {
        if (tree instanceof SqlTree.CreateView view) {
            return view.view();
        }
        if (tree instanceof SqlTree.CreateFunction function) {
            return function.function();
        }
        if (tree instanceof SqlTree.CreateTrigger trigger) {
            return trigger.trigger();
        }
        if (tree instanceof SqlTree.CreateSequence sequence) {
            return sequence.sequence();
        }
        if (tree instanceof SqlTree.CreateType type) {
            return type.type();
        }
        if (tree instanceof SqlTree.CreateTable table) {
            return table.table();
        }
        if (tree instanceof SqlTree.CreateExtension extension) {
            return extension.extension();
        }
        if (tree instanceof SqlTree.CreatePolicy policy) {
            return policy.policy();
        }
        return tree instanceof SqlTree.CreateOther other ? other.name() : null;
    }
}
