package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Bulk;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.lint.rules.support.InnerWrite;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.List;
import java.util.Optional;

/** All rows of a table are changed or deleted. */
public final class DmlNoWhere implements LintRule {

    private static final Facts FACTS = Facts.of("G06", "dml-no-where", Severity.ERROR)
            .catches("UPDATE or DELETE of all rows")
            .when(
                    "An UPDATE or DELETE has no condition, or one that is true of every row. Quiet for tables of this release, for an"
                            + " UPDATE of a table that is known to be small, and for one that only fills columns of this release: of that unbatched-backfill and"
                            + " ddl-plus-dml-one-tx speak.")
            .effect(
                    "The values or rows that were there are gone, and no way back can restore them. Writers of any row wait"
                            + " until the transaction ends.")
            .instead(
                    "Say which rows are meant. Where it is all of them, keep the former values where the way back can fetch"
                            + " them, and work in batches.")
            .see(
                    "https://www.postgresql.org/docs/current/sql-update.html",
                    "https://www.postgresql.org/docs/current/sql-delete.html",
                    "https://www.sqlite.org/lang_delete.html")
            .provenBy(Proof.LOSES_DATA, Proof.BLOCKS_WRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> {
            if (loses(statement, earlier)) {
                statement.as(Update.class).ifPresent(update -> update(statement, update, remarks));
                statement.as(Delete.class).ifPresent(delete -> delete(statement, delete.table(), remarks));
                inner(statement).ifPresent(write -> inner(statement, write, remarks));
            }
        });
    }

    /** True when values or rows that were there before the release are gone afterwards, all of them. */
    static boolean loses(StatementView statement, Earlier earlier) {
        return statement
                        .as(Update.class)
                        .filter(update -> !update.limited() && Bulk.all(update.where()))
                        .filter(update -> !statement.isHarmless(update.table()) || empties(statement, update))
                        .filter(update -> !old(update, earlier).isEmpty())
                        .isPresent()
                || statement
                        .as(Delete.class)
                        .filter(delete -> !delete.limited() && Bulk.all(delete.where()))
                        .filter(delete -> !statement.isNew(delete.table()))
                        .isPresent()
                || inner(statement).isPresent();
    }

    /** Few rows can be written in a moment, and still nobody has the values that NULL has taken the place of. */
    private static boolean empties(StatementView statement, Update update) {
        return !statement.isNew(update.table())
                && update.values().stream()
                        .anyMatch(value -> value != null && value.text().strip().equalsIgnoreCase("null"));
    }

    private static Optional<InnerWrite> inner(StatementView statement) {
        return InnerWrite.in(statement).filter(write -> write.all() && !statement.isNew(write.table()));
    }

    private static void inner(StatementView statement, InnerWrite write, Remarks remarks) {
        remarks.at(
                statement,
                write.offset(),
                write.table().written(),
                "All rows of " + write.table() + (write.verb().equals("DELETE") ? " are deleted" : " are changed"));
    }

    private static List<Name> old(Update update, Earlier earlier) {
        return update.columns().stream()
                .filter(column -> earlier.added(update.table(), column).isEmpty())
                .toList();
    }

    private static void update(StatementView statement, Update update, Remarks remarks) {
        remarks.at(
                statement,
                0,
                update.table().written(),
                "Every row of " + update.table() + " loses the value of " + Names.and(update.columns())
                        + " that it had");
    }

    private static void delete(StatementView statement, Name table, Remarks remarks) {
        remarks.at(
                statement,
                0,
                table.written(),
                "All rows of " + table + " are deleted",
                "Say which rows are meant: DELETE FROM " + table + " WHERE ...;");
    }
}
