package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.SqlTree.AlterEnum;
import dev.stairway.script.sql.tree.SqlTree.Comment;
import dev.stairway.script.sql.tree.SqlTree.CreateFunction;
import dev.stairway.script.sql.tree.SqlTree.CreateType;
import dev.stairway.script.sql.tree.SqlTree.Transaction;
import java.util.Optional;

/** P22: a new value of an enum that its own transaction may not use. */
public final class EnumAddInTx implements LintRule {

    private static final Facts FACTS = Phrases.facts("P22", "enum-add-in-tx", Severity.ERROR)
            .catches("New value of an enum that is used in the transaction that adds it")
            .when(
                    "ALTER TYPE ... ADD VALUE runs in a transaction, and a later statement of the same transaction names the value,"
                            + " or a target is older than PostgreSQL 12, which refuses the statement itself there. Quiet when the type"
                            + " was made in the same transaction.")
            .effect(
                    "PostgreSQL refuses to use the value before the transaction has ended (\"unsafe use of new value\"): the"
                            + " migration fails.")
            .instead(
                    "Add the value in one migration and use it in the next; before PostgreSQL 12 add it outside a transaction.")
            .see(Phrases.manual("sql-altertype"))
            .provenBy(Proof.FAILS);

    private static final int ADDS_IN_TRANSACTIONS = 12;

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(AlterEnum.class)
                .filter(add -> statement.transaction() && !add.renames())
                .filter(add -> !madeHere(statement, add))
                .ifPresent(add -> look(statement, add, remarks));
    }

    private static void look(StatementView statement, AlterEnum add, Remarks remarks) {
        Optional<ParsedStatement> use = use(statement, add.value());
        if (statement.targets().anyBefore(ADDS_IN_TRANSACTIONS, 0)) {
            remarks.at(
                    statement,
                    0,
                    add.type().written(),
                    "PostgreSQL " + statement.targets().oldest() + " refuses to add '" + add.value() + "' to "
                            + add.type() + " in a transaction",
                    "the same statement " + Phrases.OUTSIDE);
        } else if (use.isPresent()) {
            remarks.at(
                    statement,
                    0,
                    add.type().written(),
                    "'" + add.value() + "' is added to " + add.type() + " and named again in line "
                            + use.get().source().line() + ", in the same transaction, where it may not be used yet",
                    "ALTER TYPE " + add.type() + " ADD VALUE '" + add.value()
                            + "'; in one migration, and what uses it in the next");
        }
    }

    private static boolean madeHere(StatementView statement, AlterEnum add) {
        return statement.before().stream()
                .flatMap(parsed -> parsed.as(CreateType.class).stream())
                .anyMatch(made -> made.type().same(add.type()));
    }

    /** The first statement of the transaction that names the value in quotes and does something with it. */
    private static Optional<ParsedStatement> use(StatementView statement, String value) {
        String literal = "'" + value.replace("'", "''") + "'";
        return statement.after().stream()
                .takeWhile(parsed -> parsed.as(Transaction.class)
                        .filter(control -> control.verb().equals("COMMIT"))
                        .isEmpty())
                .filter(parsed -> parsed.source().sql().contains(literal) && evaluates(parsed))
                .findFirst();
    }

    /** Bodies of functions are read when they are called, but those in SQL when they are made. */
    private static boolean evaluates(ParsedStatement parsed) {
        boolean kept = parsed.as(CreateFunction.class)
                .filter(made -> !made.language().equalsIgnoreCase("sql"))
                .isPresent();
        return !kept
                && parsed.as(AlterEnum.class).isEmpty()
                && parsed.as(Comment.class).isEmpty();
    }
}
