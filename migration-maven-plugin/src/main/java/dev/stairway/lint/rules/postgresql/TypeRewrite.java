package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Casts;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.lint.rules.support.Retyping;
import dev.stairway.lint.rules.support.WayBack;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.DataType;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.AlterTable;
import dev.stairway.script.sql.tree.TableAction.AlterType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** P17: another type or collation, for which rows or indexes are written anew. */
public final class TypeRewrite implements LintRule {

    private static final Facts FACTS = Phrases.facts("P17", "type-rewrite", Severity.ERROR)
            .catches("Another type of a column that has the table written anew")
            .when(
                    "A column of a table that existed before this release gets a type that is stored in another way, is limited"
                            + " more tightly, or is made by a USING expression; or another collation. Quiet for what PostgreSQL does"
                            + " in the catalog alone: a longer varchar, varchar to text, a numeric with more digits before the point,"
                            + " more digits of a second, timestamp to timestamptz and back where the session's time zone is UTC; on"
                            + " tables of this release and on small ones. Where the old type is not known, it says so; text is then"
                            + " taken for one of the former.")
            .effect(
                    "The table and all its indexes (for a collation: the indexes) are written anew under an ACCESS EXCLUSIVE"
                            + " lock: nobody can read or write it, and it needs its size on disk once more.")
            .instead(
                    "A new column of the type beside the old one, a trigger that copies from now on, a fill in batches; in a"
                            + " later migration the new one takes the name.")
            .see(Phrases.manual("sql-altertable#SQL-ALTERTABLE-NOTES"))
            .provenBy(Proof.REWRITES, Proof.BLOCKS_READS);

    private static final int KNOWS_UTC = 12;

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void back(StatementView statement, Remarks remarks) {
        if (WayBack.onLargeTable(statement)) {
            statement(statement, remarks);
        }
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(AlterTable.class)
                .filter(alter -> !statement.isHarmless(alter.table()))
                .ifPresent(alter -> alter.actions().forEach(action -> {
                    if (action instanceof AlterType change) {
                        look(statement, alter.table(), change, remarks);
                    }
                }));
    }

    private static void look(StatementView statement, Name table, AlterType change, Remarks remarks) {
        Optional<Column> column = statement.schema().table(table).flatMap(known -> known.column(change.column()));
        Optional<DataType> old = column.map(Column::type);
        boolean cast = change.using() == null || Casts.plain(change);
        if (cast && collates(column, change)) {
            say(statement, table, change, collation(table, change), remarks);
        } else if (!cast || !free(statement, old, change)) {
            say(statement, table, change, rewrite(table, change, old), remarks);
        }
    }

    private static boolean collates(Optional<Column> column, AlterType change) {
        return !change.collation().isEmpty()
                && column.filter(known -> known.collation().equals(change.collation()))
                        .isEmpty();
    }

    private static boolean free(StatementView statement, Optional<DataType> old, AlterType change) {
        return old.map(from -> Retyping.free(from, change.type(), utc(statement)))
                .orElseGet(() -> change.using() == null && Retyping.takesAnyText(change.type()));
    }

    private static boolean utc(StatementView statement) {
        String zone = statement.parameters().getOrDefault("timezone", "");
        return !statement.targets().anyBefore(KNOWS_UTC, 0)
                && Set.of("utc", "etc/utc", "gmt").contains(zone.toLowerCase(Locale.ROOT));
    }

    private static String collation(Name table, AlterType change) {
        return "The collation " + change.collation() + " has every index of " + table + " on " + change.column()
                + " built anew while nobody can read or write the table";
    }

    private static String rewrite(Name table, AlterType change, Optional<DataType> old) {
        String to = change.type().written();
        String rows = "all rows of " + table + " are written anew while nobody can read or write them";
        if (old.isPresent() && !old.get().written().equals(to)) {
            return change.column() + " goes from " + old.get().written() + " to " + to + ", so " + rows;
        }
        return old.isPresent() || change.using() != null && !Casts.plain(change)
                ? change.column() + " is computed anew as " + to + ", so " + rows
                : change.column() + " becomes " + to
                        + ": unless its type, which no migration tells, is one that only has" + " to be widened, "
                        + rows;
    }

    private static void say(StatementView statement, Name table, AlterType change, String what, Remarks remarks) {
        String fresh = Names.made(change.column(), "new");
        String value = change.using() == null
                ? change.column().written()
                : change.using().text();
        String collate = change.collation().isEmpty() ? "" : " COLLATE \"" + change.collation() + "\"";
        boolean plain = change.using() == null;
        // A value that the new type cuts would be another one than the old for ever, and not all types can be compared.
        String left = fresh + " IS NULL AND " + (plain ? value : "(" + value + ")") + " IS NOT NULL";
        remarks.at(
                statement,
                change.offset(),
                table + "." + change.column(),
                what,
                "ALTER TABLE " + table + " ADD COLUMN " + fresh + " "
                        + change.type().written()
                        + collate + "; have a trigger copy " + change.column()
                        + " into it from now on, copy the other rows "
                        + Phrases.inBatches(table, fresh + " = " + value, left)
                        + " In a later migration drop "
                        + change.column() + " and ALTER TABLE " + table + " RENAME COLUMN " + fresh + " TO "
                        + change.column() + ";");
    }
}
