package dev.stairway.lint.rules.postgresql;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Declared;
import dev.stairway.lint.rules.support.Volatility;
import dev.stairway.script.sql.parse.ParsedStatement;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateFunction;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** P14: a new column whose default is another one in every row. */
public final class VolatileDefault implements LintRule {

    private static final Facts FACTS = Phrases.facts("P14", "volatile-default", Severity.ERROR)
            .catches("New column with a volatile default")
            .when(
                    "A table that existed before this release gets a column whose default calls a volatile function: random(),"
                            + " gen_random_uuid(), clock_timestamp(), nextval(), or one of the user's own that is not declared STABLE"
                            + " or IMMUTABLE. Quiet for constants and for now(), which is the same for all rows; on tables of this"
                            + " release and on small ones.")
            .effect(
                    "Every row gets a value of its own, so that the table and all its indexes are written anew under an ACCESS"
                            + " EXCLUSIVE lock: nobody can read or write it, and it needs its size on disk once more.")
            .instead(
                    "Add the column without a default, set the default for new rows, and fill the rows that are there in"
                            + " batches.")
            .see(Phrases.manual("sql-altertable#SQL-ALTERTABLE-NOTES"), Phrases.manual("xfunc-volatility"))
            .provenBy(Proof.REWRITES);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Predicate<String> declared = Declared.names(release, VolatileDefault.class, VolatileDefault::steady);
        for (StatementView statement : release.statements()) {
            NewColumns.ofUsedTable(
                    statement,
                    (table, add) -> Volatility.of(add.column().defaultValue(), declared)
                            .ifPresent(function -> say(statement, table, add, function, remarks)));
        }
    }

    /** Functions that say of themselves that they give one value in a statement. */
    private static Stream<Name> steady(ParsedStatement parsed) {
        return parsed
                .as(CreateFunction.class)
                .filter(made ->
                        made.volatility().equals("STABLE") || made.volatility().equals("IMMUTABLE"))
                .map(CreateFunction::function)
                .stream();
    }

    private static void say(StatementView statement, Name table, AddColumn add, String function, Remarks remarks) {
        Column column = add.column();
        String value = column.defaultValue().text();
        remarks.at(
                statement,
                add.offset(),
                table + "." + column.name(),
                function + "() gives every row of " + table + " a value of its own in " + column.name()
                        + ", so all rows are written anew while nobody can read or write them",
                "ALTER TABLE " + table + " ADD COLUMN " + column.name() + " "
                        + column.type().written() + "; ALTER TABLE " + table + " ALTER COLUMN " + column.name()
                        + " SET DEFAULT " + value + "; and in a later migration fill the rows that are there "
                        + Phrases.inBatches(table, column.name() + " = " + value, column.name() + " IS NULL"));
    }
}
