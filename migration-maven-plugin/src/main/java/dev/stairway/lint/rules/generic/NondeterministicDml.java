package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.ReleaseView;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Earlier;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.Delete;
import dev.stairway.script.sql.tree.SqlTree.Insert;
import dev.stairway.script.sql.tree.SqlTree.Update;
import java.util.regex.Pattern;

/** Data that come out differently each time. */
public final class NondeterministicDml implements LintRule {

    /** Columns that say when a row was written are meant to differ. */
    private static final Pattern BOOKKEEPING = Pattern.compile(
            "(?:.*_)?(?:creat(?:e|ed|ion)|updated?|modified|modification|changed?|inserted|added|deleted|removed|archived"
                    + "|migrated|converted|backfilled|imported|loaded|synced|recorded|logged|registered|processed|applied"
                    + "|executed|installed|seeded|audited|touched|disabled|deactivated|ts|time_?stamp)"
                    + "(?:_?(?:at|on|ts|date|time|timestamp|dt))?|(?:last|date)_\\w+",
            Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("G32", "nondeterministic-dml", Severity.WARNING)
            .catches("A change of data that takes its values from chance or the clock")
            .when(
                    "An INSERT or UPDATE of a table that is not new writes random(), a random UUID or the time of the day, or rows"
                            + " are chosen by random(). Quiet for columns like created_at or updated_at, for new tables, for UUIDs"
                            + " of rows that are chosen by \"is NULL\", so that an identity once given stays,"
                            + " and for a column of this release that is filled in batches.")
            .effect(
                    "Each database gets other values: what was tested is not what production gets, a second run after a rollback"
                            + " gives other data, and no row can be named in a later migration or a rollback.")
            .instead(
                    "Write the values as literals, or derive them from the row; where rows need an identity, give a UUID to those"
                            + " that have none: WHERE column IS NULL")
            .see(
                    "https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT",
                    "https://www.postgresql.org/docs/current/functions-uuid.html",
                    "https://www.sqlite.org/deterministic.html")
            .provenBy(Proof.REPEAT_DIFFERS, Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void release(ReleaseView release, Remarks remarks) {
        Earlier.walk(release, (statement, earlier) -> check(statement, earlier, remarks));
    }

    private static void check(StatementView statement, Earlier earlier, Remarks remarks) {
        statement.as(Insert.class).ifPresent(insert -> insert(statement, insert, remarks));
        statement.as(Update.class).ifPresent(update -> update(statement, update, earlier, remarks));
        statement
                .as(Delete.class)
                .filter(delete -> !statement.isNew(delete.table()))
                .ifPresent(delete -> where(statement, delete.table(), delete.where(), remarks));
    }

    private static void insert(StatementView statement, Insert insert, Remarks remarks) {
        if (statement.isNew(insert.table())) {
            return;
        }
        InsertedValue.of(
                        statement.parsed(),
                        insert,
                        statement.schema(),
                        statement.targets().product())
                .forEach(value ->
                        value(statement, insert.table(), value.column(), value.text(), value.offset(), remarks));
    }

    private static void update(StatementView statement, Update update, Earlier earlier, Remarks remarks) {
        if (statement.isNew(update.table())) {
            return;
        }
        int pairs = Math.min(update.columns().size(), update.values().size());
        for (int at = 0; at < pairs; at++) {
            Name column = update.columns().get(at);
            Expression value = update.values().get(at);
            boolean fills = update.where() != null
                    && earlier.added(update.table(), column).isPresent();
            boolean identity = Chance.identifies(value.text()) && onlyEmpty(update.where(), column);
            if (!fills && !identity) {
                value(statement, update.table(), column.name(), value.text(), value.offset(), remarks);
            }
        }
        where(statement, update.table(), update.where(), remarks);
    }

    private static boolean onlyEmpty(Expression where, Name column) {
        return where != null
                && Pattern.compile(
                                "(?<![\\w$])" + Pattern.quote(column.name()) + "[\"`\\]]?\\s+IS\\s+NULL\\b",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(where.text())
                        .find();
    }

    private static void value(
            StatementView statement, Name table, String column, String value, int offset, Remarks remarks) {
        String random = Chance.random(value);
        String clock = BOOKKEEPING.matcher(column).matches() ? "" : Chance.clock(value);
        String source = random.isEmpty() ? clock : random;
        if (!source.isEmpty()) {
            String where = column.isEmpty() ? table.written() : table.written() + "." + column;
            remarks.at(
                    statement,
                    offset,
                    table.written(),
                    where + " gets its value from " + source + ", another one in each database");
        }
    }

    private static void where(StatementView statement, Name table, Expression where, Remarks remarks) {
        if (where != null && !Chance.random(where.text()).isEmpty()) {
            remarks.at(
                    statement,
                    where.offset(),
                    table.written(),
                    Chance.random(where.text()) + " decides which rows of " + table.written() + " are changed");
        }
    }
}
