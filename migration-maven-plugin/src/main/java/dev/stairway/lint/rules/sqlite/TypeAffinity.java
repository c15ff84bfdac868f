package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.TableAction.AddColumn;

/** A declared type that SQLite understands in another way than people do. */
public final class TypeAffinity implements LintRule {

    private static final Facts FACTS = Facts.of("L13", "type-affinity", Severity.WARNING)
            .about("sqlite")
            .catches("a column whose declared type does not mean what it says")
            .when(
                    "A column has a type whose words SQLite takes for another one, such as STRING (a number where the text looks"
                            + " like one) or INTERVAL (an integer, for the INT in it), or a column of numbers has a text as default or gets one."
                            + " Quiet for STRICT tables.")
            .effect(
                    "SQLite never refuses a value for its type: '007' becomes 7 in a STRING column, and 'unknown' stays a text"
                            + " in an INTEGER column. Other databases refuse the same values.")
            .instead(
                    "Declare TEXT, INTEGER, REAL or BLOB, and make the table STRICT (3.37 and newer) so that the type is kept.")
            .see(
                    "https://www.sqlite.org/datatype3.html#determination_of_column_affinity",
                    "https://www.sqlite.org/stricttables.html")
            .provenBy(Proof.DATABASES_DIFFER);

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        statement
                .as(CreateTable.class)
                .filter(made -> !made.strict())
                .ifPresent(made -> made.columns().forEach(column -> look(statement, column, remarks)));
        Actions.of(statement, AddColumn.class).forEach(add -> look(statement, add.column(), remarks));
        for (WordForNumber word : WordForNumber.of(statement)) {
            remarks.at(
                    statement,
                    word.offset(),
                    word.column().name().written(),
                    "The text " + word.text() + " stays a text in "
                            + word.column().name() + ", which is declared as "
                            + word.column().type().written(),
                    "Give " + word.column().name() + " a number, or NULL");
        }
    }

    private static void look(StatementView statement, Column column, Remarks remarks) {
        if (column.type() == null) {
            return;
        }
        String type = column.type().written();
        Affinity affinity = Affinity.of(type);
        if (affinity.surprises(type)) {
            String becomes = affinity == Affinity.INTEGER ? "5.0 becomes 5" : "a text like 007 becomes the number 7";
            remarks.at(
                    statement,
                    column.offset(),
                    column.name().written(),
                    "SQLite takes the type " + type + " of " + column.name() + " for " + affinity + ": " + becomes,
                    "Declare " + column.name() + " as TEXT");
        } else if (affinity.isNumber() && isWord(column)) {
            remarks.at(
                    statement,
                    column.offset(),
                    column.name().written(),
                    "Rows get the text " + column.defaultValue().text() + " in " + column.name()
                            + ", which is declared as " + type + ": SQLite keeps it as a text",
                    "Give " + column.name() + " a number as default, or declare it as TEXT");
        }
    }

    /** True for a text as default that cannot become a number, in a column that is declared as one. */
    private static boolean isWord(Column column) {
        return column.defaultValue() != null
                && column.defaultValue().literal()
                && column.defaultValue().text().strip().matches("(?s)['\"](?![\\s]*[-+]?[0-9.]).*['\"]")
                && Affinity.declaresNumber(column.type().written());
    }
}
