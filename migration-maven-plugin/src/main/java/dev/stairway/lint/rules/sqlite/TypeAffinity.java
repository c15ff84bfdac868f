package dev.stairway.lint.rules.sqlite;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Proof;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.lint.rules.support.Actions;
import dev.stairway.script.sql.tree.Column;
import dev.stairway.script.sql.tree.Name;
import dev.stairway.script.sql.tree.SqlTree.CreateTable;
import dev.stairway.script.sql.tree.TableAction.AddColumn;
import java.util.Optional;
import java.util.regex.Pattern;

/** A declared type that SQLite understands in another way than people do. */
public final class TypeAffinity implements LintRule {

    private static final Facts FACTS = Facts.of("L13", "type-affinity", Severity.WARNING)
            .about("sqlite")
            .catches("a column whose declared type does not mean what it says")
            .when(
                    "A column has a type whose words SQLite takes for another one, such as STRING (a number where the text looks"
                            + " like one) or INTERVAL (an integer, for the INT in it); a code such as a zip or a"
                            + " phone number is declared as a number; or a column gets what its type does not say, as a default or"
                            + " from a statement: a text that is no number, a word for a truth value, a date that is not written"
                            + " like 2024-12-31, a text longer than VARCHAR(n), a fraction for an integer, or a column of texts for"
                            + " one of numbers without CAST. Quiet for STRICT tables.")
            .effect(
                    "SQLite never refuses a value for its type: '007' becomes 7 in a STRING column, and 'unknown' stays a text"
                            + " in an INTEGER column. Other databases refuse the same values.")
            .instead(
                    "Declare TEXT, INTEGER, REAL or BLOB, and make the table STRICT (3.37 and newer) so that the type is kept.")
            .see(
                    "https://www.sqlite.org/datatype3.html#determination_of_column_affinity",
                    "https://www.sqlite.org/stricttables.html")
            .provenBy(Proof.DATABASES_DIFFER);

    /** What has digits and is no number: the zeros in front count. */
    private static final Pattern CODE = Pattern.compile(
            "(?i)(?:.*_)?(?:zip|zip_?code|post_?code|postal_?code|plz|phone|phone_?(?:no|number)|ean|ean13|gtin|isbn"
                    + "|upc|barcode)(?:_raw|_old|_new)?");

    /** A dump may hold thousands of them, and the first ones say it all. */
    private static final int ENOUGH = 3;

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
        statement
                .as(CreateTable.class)
                .filter(made -> !made.strict())
                .ifPresent(made -> made.columns().forEach(column -> look(statement, column, remarks)));
        Actions.of(statement, AddColumn.class).forEach(add -> look(statement, add.column(), remarks));
        StoredValue.of(statement).stream()
                .flatMap(value -> misfit(statement, value).stream())
                .limit(ENOUGH)
                .forEach(found -> remarks.at(
                        statement,
                        found.value().offset(),
                        found.value().column().name().written(),
                        found.what(),
                        "Give " + found.value().column().name() + " what its type says, or NULL"));
    }

    private record Found(StoredValue value, String what) {}

    private static Optional<Found> misfit(StatementView statement, StoredValue value) {
        return Misfit.of(value.column(), value.text())
                .or(() -> unchanged(statement, value))
                .map(what -> new Found(value, what));
    }

    /** A column of texts goes as it is into one that is declared as a number. */
    private static Optional<String> unchanged(StatementView statement, StoredValue value) {
        Name from = value.from(statement).orElse(null);
        boolean number = value.column().type() != null
                && Affinity.declaresNumber(value.column().type().written());
        if (from == null || !number) {
            return Optional.empty();
        }
        String type = value.column().type().written();
        return Optional.of("Texts of " + from + " that are no numbers stay texts in "
                + value.column().name() + ", which is declared as " + type);
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
        } else if (Affinity.declaresNumber(type)
                && CODE.matcher(column.name().name()).matches()) {
            remarks.at(
                    statement,
                    column.offset(),
                    column.name().written(),
                    "A code like 01067 in " + column.name() + " becomes the number 1067, because it is declared as "
                            + type,
                    "Declare " + column.name() + " as TEXT");
        } else if (column.defaultValue() != null) {
            Misfit.of(column, column.defaultValue().text().strip())
                    .ifPresent(what -> remarks.at(
                            statement,
                            column.offset(),
                            column.name().written(),
                            what,
                            "Give " + column.name() + " a default that its type says, or declare it as TEXT"));
        }
    }
}
