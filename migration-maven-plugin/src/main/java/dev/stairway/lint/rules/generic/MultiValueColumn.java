package dev.stairway.lint.rules.generic;

import dev.stairway.finding.Severity;
import dev.stairway.lint.Facts;
import dev.stairway.lint.LintRule;
import dev.stairway.lint.Remarks;
import dev.stairway.lint.StatementView;
import dev.stairway.script.sql.tree.DataType;
import java.util.regex.Pattern;

/** A list inside a text. */
public final class MultiValueColumn implements LintRule {

    private static final Pattern LIST =
            Pattern.compile(".+_(?:ids|list|csv|lst|codes|emails|keys)|(?:ids|csv|list)_.+", Pattern.CASE_INSENSITIVE);

    private static final Facts FACTS = Facts.of("G42", "multi-value-column", Severity.INFO)
            .catches("A text column that is named like a list")
            .when(
                    "A new column of type text or varchar has a name like user_ids, email_list or roles_csv. Arrays, JSON and other types"
                            + " keep it quiet.")
            .effect(
                    "No foreign key can guard the values, no index finds one of them, and each change rewrites them all.")
            .instead("Make a table with one row per value, or use an array or jsonb with a GIN index")
            .see("https://www.postgresql.org/docs/current/arrays.html", "https://www.sqlite.org/json1.html");

    @Override
    public Facts facts() {
        return FACTS;
    }

    @Override
    public void statement(StatementView statement, Remarks remarks) {
        for (NewColumn made : NewColumn.of(statement.tree())) {
            if (isText(made.type()) && LIST.matcher(made.column().name()).matches()) {
                remarks.at(
                        statement,
                        made.offset(),
                        made.table().written(),
                        made.table().written() + "." + made.column().written()
                                + " is a text that is named like a list");
            }
        }
    }

    private static final Pattern TEXT =
            Pattern.compile("text|varchar|char|character varying|clob|nvarchar", Pattern.CASE_INSENSITIVE);

    private static boolean isText(DataType type) {
        return type != null && !type.array() && TEXT.matcher(type.name()).matches();
    }
}
