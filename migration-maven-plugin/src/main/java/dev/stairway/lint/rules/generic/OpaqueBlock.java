package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Course;
import dev.stairway.script.sql.tree.Query;
import dev.stairway.script.sql.tree.SqlTree.Call;
import dev.stairway.script.sql.tree.SqlTree.CreateFunction;
import dev.stairway.script.sql.tree.SqlTree.DoBlock;
import dev.stairway.script.sql.tree.SqlTree.Select;
import java.util.Optional;

/** Work that no reader of SQL can judge. */
public final class OpaqueBlock implements LintRule {

    private static final Facts FACTS = Facts.of("G43", "opaque-block", Severity.WARNING)
            .about("postgresql")
            .catches("A block or a procedure that changes the schema, or many rows, out of sight")
            .when(
                    "A DO block, or a function or procedure that the migration calls, executes SQL that is put together at run time, or"
                            + " drops, truncates, alters or locks something, changes many rows without a loop that commits, or commits"
                            + " in a transaction, where PostgreSQL refuses it; or the procedure that is called was made by no statement"
                            + " of the changelog. Quiet for checks that raise an error, for guards around CREATE TYPE, an ADD COLUMN"
                            + " that writes no row or ADD CONSTRAINT ... NOT VALID, for rows that a key names, and for loops over"
                            + " batches with a COMMIT after each.")
            .effect(
                    "No rule can say anything about what happens inside, no lock is foretold, and no rollback can be compared with"
                            + " it; the dangers are there all the same.")
            .instead(
                    "Write what the block does as plain statements of the migration; use IF EXISTS and IF NOT EXISTS where it guards")
            .see(
                    "https://www.postgresql.org/docs/current/sql-do.html",
                    "https://www.postgresql.org/docs/current/plpgsql-statements.html#PLPGSQL-STATEMENTS-EXECUTING-DYN");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Course.each(release, (statement, before) -> {
            statement.as(DoBlock.class).ifPresent(block -> block(statement, block, remarks));
            statement.as(Call.class).ifPresent(call -> call(statement, call, before, remarks));
            statement.as(Select.class).ifPresent(select -> select(statement, select.query(), before, remarks));
        });
    }

    private static void block(StatementView statement, DoBlock block, Remarks remarks) {
        body(statement, "This block", "What this block does", "", block.language(), block.body(), remarks);
    }

    private static void call(StatementView statement, Call call, Course before, Remarks remarks) {
        if (call.procedure() == null) {
            return;
        }
        String name = call.procedure().written();
        CreateFunction made = before.function(call.procedure().name()).orElse(null);
        if (made == null) {
            remarks.at(
                    statement,
                    0,
                    name,
                    "What " + name + " does cannot be judged: no statement of the changelog has made it");
        } else {
            body(statement, made, remarks);
        }
    }

    private static void select(StatementView statement, Query query, Course before, Remarks remarks) {
        query.functions().stream()
                .sorted()
                .flatMap(function -> before.function(function).stream())
                .forEach(made -> body(statement, made, remarks));
    }

    private static void body(StatementView statement, CreateFunction made, Remarks remarks) {
        String name = made.function().written();
        body(statement, name, "What " + name + " does here", name, made.language(), made.body(), remarks);
    }

    private static void body(
            StatementView statement,
            String subject,
            String doing,
            String object,
            String language,
            String text,
            Remarks remarks) {
        if (!isReadable(language)) {
            remarks.at(statement, 0, object, doing + " cannot be judged: a program in " + language);
            return;
        }
        BlockBody body = BlockBody.of(statement, text);
        Optional<String> ends = body.ends().filter(word -> refuses(statement));
        if (ends.isPresent()) {
            remarks.at(
                    statement,
                    0,
                    object,
                    subject + " fails: " + ends.get() + " in it is an invalid transaction termination, for it "
                            + (calls(statement) ? "is a function" : "runs in a transaction"),
                    calls(statement)
                            ? "Make it a procedure, and CALL it in a migration that runs without a transaction"
                            : "Let the migration run without a transaction");
        } else {
            body.hides().ifPresent(what -> remarks.at(statement, 0, object, doing + " cannot be judged: " + what));
        }
    }

    /** True where nothing that is executed may end the transaction: https://www.postgresql.org/docs/current/plpgsql-transactions.html. */
    private static boolean refuses(StatementView statement) {
        return statement.transaction() || calls(statement);
    }

    /** True for a function that a query calls. */
    private static boolean calls(StatementView statement) {
        return statement.as(Select.class).isPresent();
    }

    private static boolean isReadable(String language) {
        return language.isEmpty() || language.equalsIgnoreCase("plpgsql") || language.equalsIgnoreCase("sql");
    }
}
