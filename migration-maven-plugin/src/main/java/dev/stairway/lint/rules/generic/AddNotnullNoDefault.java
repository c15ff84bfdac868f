package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.lint.rules.support.Names;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Constraint.Kind;
import dev.stairway.script.sql.tree.Expression;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import java.util.Locale;
import java.util.OptionalLong;

/** A table gets a column that must have a value and gets none. */
public final class AddNotnullNoDefault implements LintRule {

    private static final Facts FACTS = Facts.of("G12", "add-notnull-no-default", Severity.ERROR)
            .catches("ADD COLUMN ... NOT NULL without a default")
            .when(
                    "A column that must not be NULL comes without a default to a table that this release did not make. Quiet for"
                            + " columns that are generated or numbered, for tables without rows, and on SQLite, where"
                            + " addcol-notnull speaks of it.")
            .effect(
                    "On an empty table it passes, on a table with rows the migration fails. Code of the release that still runs"
                            + " cannot insert rows.")
            .instead(
                    "Give it a default, which costs nothing on PostgreSQL 11 and newer; or add it nullable, fill it in batches,"
                            + " and set NOT NULL in a later release.")
            .see("https://www.postgresql.org/docs/current/sql-altertable.html")
            .about("postgresql")
            .provenBy(Proof.FAILS_ON_ROWS);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (AddColumn add : Actions.of(statement, AddColumn.class)) {
            Name table = Actions.table(statement);
            Column column = add.column();
            if (isRequired(column) && !hasValue(column) && !statement.isNew(table) && !isEmpty(statement, table)) {
                remarks.at(
                        statement,
                        add.offset(),
                        Names.column(table, column.name()),
                        "Rows of " + table + " have no value for " + column.name()
                                + ", which must have one: this fails as soon as there is a row",
                        "ALTER TABLE " + table + " ADD COLUMN " + column.name() + type(column)
                                + " NOT NULL DEFAULT ...; or add it nullable, fill it in batches, and set NOT NULL in a"
                                + " later release");
            }
        }
    }

    private static boolean isRequired(Column column) {
        return column.notNull() || column.has(Kind.PRIMARY_KEY);
    }

    private static boolean hasValue(Column column) {
        return column.identity()
                || column.generated() != null
                || column.defaultValue() != null && !isNull(column.defaultValue());
    }

    private static boolean isNull(Expression value) {
        return value.text().strip().toLowerCase(Locale.ROOT).matches("\\(*null\\b.*");
    }

    private static boolean isEmpty(StatementView statement, Name table) {
        OptionalLong rows = statement.setting().rows(table);
        return rows.isPresent() && rows.getAsLong() == 0;
    }

    private static String type(Column column) {
        return column.type() == null ? "" : " " + column.type().written();
    }
}
