package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Bulk;
import dev.stairway.lint.schema.Index;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateIndex;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.SqlTree.Reindex;
import dev.stairway.script.sql.tree.TableAction.DropColumn;
import java.util.OptionalLong;

/** Many rows are worked through while nobody else can write. */
public final class LongWriter implements LintRule {

    private static final int MANY = 100_000;

    /** An index is built, and a column taken out, about so many times faster than rows are changed one by one. */
    private static final int FASTER = 10;

    private static final Facts FACTS = Facts.of("L19", "long-writer", Severity.WARNING)
            .about("sqlite")
            .catches("work on very many rows in one transaction")
            .when(
                    "A statement changes, deletes or copies the rows of a table that holds at least 100000 rows in production, as a"
                            + " profile says, without naming them by a key or a LIMIT; or makes an index on all rows, or drops a"
                            + " column, of ten times as many. Quiet where no number of rows is known.")
            .effect(
                    "SQLite has one writer for the whole file: until the transaction is done, every other write waits, and fails"
                            + " with SQLITE_BUSY when its time is up.")
            .instead("Work in batches by a range of keys, with a commit after each; or do it while nobody writes.")
            .see("https://www.sqlite.org/lockingv3.html", "https://www.sqlite.org/rescode.html#busy")
            .provenBy(Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        statement(statement, remarks);
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        int many = statement.setting().limit(FACTS, MANY);
        Bulk.table(statement).ifPresent(table -> look(statement, table, many, remarks));
        statement
                .as(CreateIndex.class)
                .filter(index -> index.where() == null)
                .ifPresent(index -> look(statement, index.table(), many * FASTER, remarks));
        statement
                .as(CreateTable.class)
                .filter(made -> made.as() != null && !made.as().limited())
                .ifPresent(made ->
                        made.as().tables().stream().limit(1).forEach(table -> look(statement, table, many, remarks)));
        statement
                .as(Reindex.class)
                .filter(again -> again.name() != null)
                .ifPresent(again -> look(statement, table(statement, again.name()), many * FASTER, remarks));
        if (!Actions.of(statement, DropColumn.class).isEmpty()) {
            look(statement, Actions.table(statement), many * FASTER, remarks);
        }
    }

    /** REINDEX names a table, or one of its indexes. */
    private static Name table(StatementView statement, Name name) {
        return statement.schema().index(name).map(Index::table).orElse(name);
    }

    private static void look(StatementView statement, Name table, int many, Remarks remarks) {
        OptionalLong rows = statement.setting().rows(table);
        if (rows.isPresent() && rows.getAsLong() >= many) {
            remarks.at(
                    statement,
                    0,
                    table.written(),
                    "Nobody else can write to the database while the rows of " + table + " are worked through: it has "
                            + rows.getAsLong() + ", and " + many + " are many");
        }
    }
}
